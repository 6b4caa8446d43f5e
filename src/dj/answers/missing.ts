/** missing, found, refuse. */
import type { WishDecision } from '../../store/dj.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { wanted } from './songs.ts';

export function missingAnswers(desk: Desk): Pick<Answerers, 'missing' | 'found' | 'refuse'> {
  const { store } = desk;
  return {
    missing: async ({ page }) => done(await store.missing(wanted(page))),
    found: async ({ wish, 'song-id': songId }, { who }) => {
      const decided = await store.found(wish, songId, who);
      if (decided.is !== 'done') return undecided(wish, decided);
      desk.hint('wishes');
      return done({ wishId: wish, songId, artist: decided.artist, title: decided.title, askers: decided.askers });
    },
    refuse: async ({ wish, reason }, { who }) => {
      const decided = await store.refuse(wish, reason, who);
      if (decided.is !== 'done') return undecided(wish, decided);
      desk.hint('wishes');
      return done({ wishId: wish, reason, artist: decided.artist, title: decided.title, askers: decided.askers });
    },
  };
}

function undecided(wish: number, why: Exclude<WishDecision, { is: 'done' }>): Refusal {
  switch (why.is) {
    case 'no-such-wish':
      return refusal('failed', `There is no wish ${wish}. Its number is the first column of: karaokectl missing`);
    case 'no-such-song':
      return refusal('failed', `There is no song ${why.songId}. Look with: karaokectl songs <words>`);
    case 'already':
      return refusal('conflict', `Wish ${wish}, ${why.artist} - ${why.title}, is ${why.state} already.`);
  }
}
