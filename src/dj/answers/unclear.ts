/** Nobody is called so, or several are. */
import type { GuestFound } from '../../store/dj.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

type Unclear = GuestFound<never>;
type Several = Extract<Unclear, { is: 'which-guest' }>;

export function unclear(guest: string, why: Unclear): Refusal {
  return why.is === 'no-such-guest'
    ? refusal('failed', `There is no guest "${guest}". Look with: karaokectl guests`)
    : refusal('failed', `"${guest}" may be ${listed(why)}. Say the number instead`);
}

export const listed = ({ guests }: Several): string => guests.map(({ id, name }) => `${id} ${name}`).join(', ');
