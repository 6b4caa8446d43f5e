/** guests, kick, say. */
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';

export function guestAnswers(desk: Desk): Pick<Answerers, 'guests' | 'kick' | 'say'> {
  const { store } = desk;
  return {
    guests: async () => done(await store.guests()),
    kick: async ({ guest, reason }, { who }) => {
      // Names have blanks: "kick Ada K" is about Ada K, if there is one, before it is about Ada.
      const whole = reason === null ? null : await store.kick(`${guest} ${reason}`, '', who);
      const kicked =
        whole === null || whole.is === 'no-such-guest' ? await store.kick(guest, reason ?? '', who) : whole;
      if (kicked.is === 'no-such-guest') {
        return refusal('failed', `There is no guest "${guest}". Look with: karaokectl guests`);
      }
      if (kicked.is === 'which-guest') {
        const several = kicked.guests.map(({ id, name }) => `${id} ${name}`).join(', ');
        return refusal('failed', `"${guest}" may be ${several}. Say the number instead`);
      }
      desk.hint('orders');
      return done({ guest: kicked.name, connections: kicked.connections });
    },
    say: async ({ text }, { who }) => {
      const { connections } = await store.say(text, who);
      desk.hint('orders');
      return done({ connections });
    },
  };
}
