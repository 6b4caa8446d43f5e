/** HELLO for a visit: who is speaking from here on, and what the phone is to remember. */
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

export async function greet(who: Speaker | null, say: Say): Promise<Greeted> {
  if (!who) return { is: 'nobody' };
  const code = who.code === null ? '' : `code=${JSON.stringify(who.code)} `;
  const { final } = await say(`HELLO ${code}${who.name}`);
  if (final.t === 'err') return { is: 'refused', err: final };
  if (final.word !== 'HELLO') throw new Error(`HELLO was answered by ${final.word}`);
  // Typed behind the name, the code is known to nobody but the guest: then it is not remembered.
  const known = credentials(final.name, final.code ?? who.code ?? '');
  return { is: 'guest', id: final.guest_id, name: final.name, known, isNew: final.code !== null };
}
