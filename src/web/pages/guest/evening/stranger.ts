/** Whom the phone remembers, and the house does not welcome. */
import type { Err } from '../../talk/said.ts';
import type { Stranger } from './state.ts';

/** null: a refusal that time heals (BUSY, SLOW_DOWN), or another one, makes nobody a stranger. */
export function strangerBy({ word, name = '', like }: Pick<Err, 'word' | 'name' | 'like'>): Stranger | null {
  if (word === 'NOT_FOUND' || (word === 'NAME_TAKEN' && like != null)) return { name, because: 'forgotten' };
  return word === 'NAME_TAKEN' ? { name, because: 'code' } : null;
}
