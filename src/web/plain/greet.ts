/** HELLO for a visit: who is speaking from here on, and what the phone is to remember. */
import { partedCode } from '../../party/code.ts';
import { nameKey } from '../../party/names.ts';
import type { Credentials } from '../http/cookies.ts';
import { credentials } from '../http/cookies.ts';
import type { Err } from '../pages/talk/said.ts';
import type { Speaker } from './form.ts';
import type { Say } from './visit.ts';

export type Greeted =
  | { readonly is: 'nobody' }
  | {
      readonly is: 'guest';
      readonly id: number;
      readonly name: string;
      /** null: the house knows the guest without one. */
      readonly known: Credentials | null;
      /** A new guest, who must be shown the code. */
      readonly isNew: boolean;
    }
  | { readonly is: 'refused'; readonly err: Err };

/** HELLO takes a code behind the name too; null: `said` is the name. */
function codeBehind(said: string, name: string): string | null {
  const parted = partedCode(said);
  return parted && nameKey(parted.rest) === nameKey(name) ? parted.code : null;
}

export async function greet(who: Speaker | null, say: Say): Promise<Greeted> {
  if (!who) return { is: 'nobody' };
  const code = who.code === null ? '' : `code=${JSON.stringify(who.code)} `;
  const key = who.key === undefined ? '' : `key=${who.key} `;
  const { final } = await say(`HELLO ${key}${code}${who.name}`);
  if (final.t === 'err') return { is: 'refused', err: final };
  if (final.word !== 'HELLO') throw new Error(`HELLO was answered by ${final.word}`);
  const known = credentials(final.name, final.code ?? who.code ?? codeBehind(who.name, final.name) ?? '');
  return { is: 'guest', id: final.guest_id, name: final.name, known, isNew: final.code !== null };
}
