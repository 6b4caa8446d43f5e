/** guests, kick, code, forget, say. */
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import { listed, unclear } from './unclear.ts';

export function guestAnswers(desk: Desk): Pick<Answerers, 'guests' | 'kick' | 'code' | 'forget' | 'say'> {
  const { store } = desk;
  return {
    guests: async ({ banned }) => done(await store.guests(banned === null ? 'tonight' : 'banned')),
    kick: async ({ guest, reason }, { who }) => {
      const kicked = await store.kick([guest, reason ?? ''].join(' ').trim(), who);
      if (kicked.is !== 'kicked') return unclear(guest, kicked);
      desk.hint('orders');
      return done({ guest: kicked.name, connections: kicked.connections });
    },
    code: async ({ guest }, { who }) => {
      const renewed = await store.newCode(guest, who);
      if (renewed.is !== 'renewed') return unclear(guest, renewed);
      const { guestId, name, code } = renewed;
      return done({ guestId, guest: name, code });
    },
    forget: async ({ guest }, { who }) => {
      const forgotten = await store.forget(guest, who);
      if (forgotten.is === 'which-guest') {
        const text = `Nobody is called "${guest}"; ${listed(forgotten)} begins so. What is forgotten stays so: say the whole name or the number`;
        return refusal('failed', text);
      }
      if (forgotten.is !== 'forgotten') return unclear(guest, forgotten);
      for (const about of ['orders', 'queue', 'song', 'wishes'] as const) desk.hint(about);
      const { guestId, name, entries, wishes, connections } = forgotten;
      return done({ guestId, guest: name, entries, wishes, connections });
    },
    say: async ({ text }, { who }) => {
      const { connections } = await store.say(text, who);
      desk.hint('orders');
      return done({ connections });
    },
  };
}
