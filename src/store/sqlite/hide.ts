/** Hiding a song, and showing it again. The library knows nothing of it: its files come and go as they do. */
import { indexed } from '../../party/indexed.ts';
import type { Named, Song } from '../../party/model.ts';
import type { HideOutcome } from '../care.ts';
import type { Asked } from '../guests.ts';
import type { Store } from '../store.ts';
import { wordsIn } from './bring.ts';
import { comeHome } from './fulfil.ts';
import type { Ground } from './ground.ts';
import { hiddenNamed, hiddenSong, hiddenSongs } from './hidden.ts';
import { loseWishes } from './library/lose.ts';
import { whatIsMeant } from './meaning.ts';
import { logOrder } from './order_log.ts';
import { beat } from './pulse.ts';
import { songHere } from './songs.ts';
import type { Transactions } from './transact.ts';
import { learnWords } from './vocabulary.ts';
import { wishById } from './wish_rows.ts';
import type { Wish } from './wish_rows.ts';
import { shelfMark, shelve, unshelve } from './words.ts';

type HideMethods = Pick<Store, 'hide' | 'unhide' | 'hiddenSongs'>;

export function hideMethods(ground: Ground, { read, write }: Transactions): HideMethods {
  return {
    hide: (what, who) => write(() => hide(ground, what, who)),
    unhide: (what, who) => write(() => unhide(ground, what, who)),
    hiddenSongs: (words, wanted) => read(() => hiddenSongs(ground, words, wanted)),
  };
}

function hide(ground: Ground, what: Asked, who: string): HideOutcome {
  const meant = whatIsMeant(ground, what);
  switch (meant.is) {
    case 'hidden-song':
      return { is: 'already', song: meant.song, wishes: [], waiting: waitingFor(ground, meant.song) };
    case 'song': {
      setHidden(ground, meant.song, 'hidden');
      // Whoever wished for it must not be told that it is here. What the DJ finds instead of it comes home.
      const wishes = loseWishes(ground, meant.song.id);
      logOrder(ground, { verb: 'hide', who, text: String(meant.song.id), before: JSON.stringify(wishes) });
      return {
        is: 'done',
        song: meant.song,
        wishes: wishesNamed(ground, wishes),
        waiting: waitingFor(ground, meant.song),
      };
    }
    case 'unsure':
      return meant;
    case 'missing':
    case 'not-found':
    case 'no-such-song':
      return { is: 'no-such-song' };
  }
}

function unhide(ground: Ground, what: Asked, who: string): HideOutcome {
  const song = 'songId' in what ? hiddenSong(ground, what.songId) : hiddenNamed(ground, what.text);
  if (song) return show(ground, song, who);
  const [like, ...others] = 'songId' in what ? [] : hiddenSongs(ground, what.text, CANDIDATES).rows;
  if (like) return others.length === 0 ? show(ground, like, who) : { is: 'unsure', candidates: [like, ...others] };
  const meant = whatIsMeant(ground, what);
  if (meant.is === 'song') return { is: 'already', song: meant.song, wishes: [], waiting: [] };
  return { is: 'no-such-song' };
}

/** As many as the DJ can choose among. */
const CANDIDATES = { page: 1, size: 5 } as const;

function show(ground: Ground, song: Song, who: string): HideOutcome {
  setHidden(ground, song, 'shown');
  const wishes = findAgain(ground, song, lostWith(ground, song));
  logOrder(ground, { verb: 'unhide', who, text: String(song.id) });
  return { is: 'done', song, wishes: wishesNamed(ground, wishes), waiting: waitingFor(ground, song) };
}

/** Of `lost` the wishes that come home once more, now that the song is shown: those that are still open. */
export function findAgain(ground: Ground, song: Song, lost: readonly number[]): readonly number[] {
  // One whose files went meanwhile brings them home when it is back.
  if (!songHere(ground, song.id)) return [];
  return lost.filter((id) => {
    const wish = wishById(ground, id);
    return wish && isOpen(wish) && comeHome(ground, wish, song.id);
  });
}

const isOpen = ({ state }: Wish): boolean => state === 'wanted' || state === 'fetching';

/** What the order that hid it took from the wishes. */
function lostWith(ground: Ground, song: Song): readonly number[] {
  const order = ground
    .sql<{ before: string | null }>(
      `SELECT before FROM dj_order WHERE verb = 'hide' AND text = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(String(song.id));
  return JSON.parse(order?.before ?? '[]') as number[];
}

const wishesNamed = (ground: Ground, ids: readonly number[]): readonly ({ readonly wishId: number } & Named)[] =>
  ids.flatMap((wishId) => {
    const wish = wishById(ground, wishId);
    return wish ? [{ wishId, artist: wish.artist, title: wish.title }] : [];
  });

/** Returns whether that changed anything. */
export function setHidden(ground: Ground, song: Song, to: 'hidden' | 'shown'): boolean {
  const hidden = to === 'hidden' ? 1 : 0;
  const { changes } = ground
    .sql('UPDATE song SET hidden = ? WHERE id = ? AND hidden <> ?')
    .run(hidden, song.id, hidden);
  if (changes === 0) return false;
  // Also before it comes back: a piece of the index that still knows it would list it twice.
  unshelve(ground, song);
  // One whose files are gone comes back with them (library/versions.ts).
  if (songHere(ground, song.id)) {
    const index = indexed(song);
    shelve(ground, [{ mark: shelfMark(song), ...index }]);
    learnWords(ground, wordsIn([index]));
  }
  beat(ground, 'catalogue');
  return true;
}

function waitingFor(ground: Ground, song: Song): readonly { readonly entryId: number; readonly singer: string }[] {
  return ground
    .sql<{ entryId: number; singer: string }>(
      `SELECT entry.id AS entryId, guest.name AS singer FROM queue_list AS entry JOIN guest ON guest.id = guest_id
       WHERE party_id = (SELECT id FROM party WHERE ended_at_ms IS NULL) AND state = 'waiting' AND song_id = ?
       ORDER BY entry.id`,
    )
    .all(song.id);
}
