/** history. */
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { wanted } from './songs.ts';

export function recordAnswers({ store }: Desk): Pick<Answerers, 'history'> {
  return { history: async ({ page }) => done(await store.plays(wanted(page))) };
}
