/** ban, unban. */
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { unclear } from './unclear.ts';

export function banAnswers(desk: Desk): Pick<Answerers, 'ban' | 'unban'> {
  const { store } = desk;
  return {
    ban: async ({ guest, reason }, { who }) => {
      const became = await store.ban([guest, reason ?? ''].join(' ').trim(), who);
      if (!('guestId' in became)) return unclear(guest, became);
      for (const about of ['orders', 'queue', 'song'] as const) desk.hint(about);
      const { is, name, guestId, cancelled, duets, connections, onStage } = became;
      return done({
        outcome: is,
        guestId,
        guest: name,
        reason: became.reason,
        cancelled,
        duets,
        connections,
        onStage,
      });
    },
    unban: async ({ guest }, { who }) => {
      const became = await store.unban(guest, who);
      if (!('guestId' in became)) return unclear(guest, became);
      if (became.is === 'unbanned') desk.hint('orders');
      const { is, guestId, name, cancelled } = became;
      return done({ outcome: is, guestId, guest: name, cancelled });
    },
  };
}
