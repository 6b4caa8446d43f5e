/** Songs that may be a wish: noted when it is asked for and whenever songs have come, decided by the DJ. */
import { performers, readings } from '../../party/credit.ts';
import { isMistyped } from '../../party/alike.ts';
import { askedAs, describe } from '../../party/described.ts';
import { typedElsewhere } from '../../party/letters/layouts.ts';
import { mayBe, PROPOSALS } from '../../party/may_be.ts';
import type { Named, Song } from '../../party/model.ts';
import { artistKey, titleKey } from '../../party/normalise.ts';
import type { NearSong, Proposal } from '../dj.ts';
import type { Store } from '../store.ts';
import { comeHome } from './fulfil.ts';
import type { Ground } from './ground.ts';
import { COUNT_LIMIT } from './pages.ts';
import { beat } from './pulse.ts';
import { isShelved } from './shelving.ts';
import { songsByIds } from './songs.ts';
import type { Transactions } from './transact.ts';
import { wishById } from './wish_rows.ts';
import { isWord, marksTitled, songAt } from './words.ts';

/** Wishes in one step: with the most new songs some 20 ms, and the process should hear what is said to it in between. */
const AT_ONCE = 8;
/** Of each kind: only "Unknown" and "Hello" have more. */
const MOST = 100;
/** So many new songs are all looked at, for what is mistyped in artist and title both. Of an import only what an index finds. */
const FEW = 100;

export function wishNearMethods(
  ground: Ground,
  { read, write }: Transactions,
): Pick<Store, 'compareWishes' | 'lastProposal' | 'proposalsAfter'> {
  return {
    compareWishes: async () => {
      // The slow half needs no lock. What comes meanwhile is newer than `upto` and is compared the next time.
      const compared = await read(() =>
        isShelved(ground) ? behind(ground, AT_ONCE).map((wish) => compare(ground, wish)) : [],
      );
      if (compared.length === 0) return { compared: 0, proposed: 0, found: 0 };
      return write(() => ({ compared: compared.length, ...note(ground, compared) }));
    },
    lastProposal: () =>
      read(() => ground.sql<{ id: number | null }>('SELECT max(id) AS id FROM wish_near').get()?.id ?? 0),
    proposalsAfter: (id) => read(() => proposalsAfter(ground, id)),
  };
}

interface Behind extends Named {
  readonly id: number;
  readonly comparedUpto: number | null;
  /** The newest song. */
  readonly upto: number;
}

/** Open wishes that have not been compared with the newest songs. */
function behind(ground: Ground, most: number): readonly Behind[] {
  return ground
    .sql<Behind>(
      `SELECT id, artist, title, compared_upto AS comparedUpto, newest.upto FROM download_list,
         (SELECT coalesce(max(id), 0) AS upto FROM song) AS newest
       WHERE state IN ('wanted', 'fetching') AND coalesce(compared_upto, -1) < newest.upto LIMIT ?`,
    )
    .all(most);
}

interface Compared {
  readonly wish: Behind;
  readonly songs: readonly Song[];
  /** What came since and is the wish but for what fingers do: a request in the same words would queue it. */
  readonly sure: Song | null;
}

function compare(ground: Ground, wish: Behind): Compared {
  const songs = [...new Map(newSongs(ground, wish).map((song) => [song.id, song])).values()];
  return { wish, songs: mayBe(wish, songs), sure: surely(ground, wish, songs) };
}

function surely(ground: Ground, wish: Behind, songs: readonly Song[]): Song | null {
  const asked = asTyped(wish).map(askedAs);
  const knows = (word: string): boolean => isWord(ground, word);
  const fits = (song: Song): boolean => {
    const described = describe(song);
    return asked.some((reading) => isMistyped(reading, described, knows));
  };
  const [song, ...others] = songs.filter((song) => hasCome(wish, song) && !isNone(ground, wish, song) && fits(song));
  return others.length === 0 ? (song ?? null) : null;
}

/** The wish as it was filed, and as it would be filed had it been typed on another keyboard. */
const asTyped = ({ artist, title }: Named): readonly Named[] => [
  { artist, title },
  ...typedElsewhere(`${artist} - ${title}`).flatMap((text) => readings(text).slice(0, 1)),
];

/** It was similar and here when the wish was made, or the DJ has taken back that it is the wish. */
const isNone = (ground: Ground, wish: Behind, song: Song): boolean =>
  ground.sql('SELECT 1 FROM wish_candidate WHERE wish_id = ? AND song_id = ?').get(wish.id, song.id) !== undefined;

/** Since the wish was compared last; a song that was here when it was made, or at its first look, has not. */
const hasCome = ({ comparedUpto }: Behind, { id }: Song): boolean => comparedUpto !== null && id > comparedUpto;

/**
 * What came since the wish was compared last and might be worth a look. Not a search as for a REQUEST: that takes 70 ms among
 * 400,000 songs, and after each new file it would be done for every open wish.
 */
function newSongs(ground: Ground, { artist, title, comparedUpto, upto }: Behind): readonly Song[] {
  const after = comparedUpto ?? 0;
  const titled = marksTitled(ground, titleKey(title), COUNT_LIMIT)
    .map(songAt)
    .filter((id) => id > after);
  const byArtist = ground.sql<Song>(
    `SELECT id, artist, title, duration_s AS durationS, popularity FROM song
     WHERE artist_key = ? AND id > ? AND gone = 0 AND hidden = 0 LIMIT ?`,
  );
  const artists = new Set([artistKey(artist), ...performers(artist)]);
  const newest = ground.sql<Song>(
    `SELECT id, artist, title, duration_s AS durationS, popularity FROM song WHERE id > ? AND gone = 0 AND hidden = 0 ORDER BY id`,
  );
  return [
    ...songsByIds(ground, titled.slice(0, MOST)),
    ...[...artists].flatMap((key) => byArtist.all(key, after, MOST)),
    ...(upto - after <= FEW ? newest.all(after) : []),
  ];
}

interface Noted {
  /** New ones. */
  readonly proposed: number;
  /** Wishes that came home. */
  readonly found: number;
}

function note(ground: Ground, compared: readonly Compared[]): Noted {
  let [proposed, found] = [0, 0];
  for (const { wish, songs, sure } of compared) {
    const came = songs.filter((song) => hasCome(wish, song));
    const was = songs.filter((song) => !came.includes(song));
    noteNear(ground, wish.id, was, 'was-here');
    const now = sure && wishById(ground, wish.id);
    if (sure && now && comeHome(ground, now, sure.id)) found += 1;
    else proposed += noteNear(ground, wish.id, came, 'came');
    ground
      .sql('UPDATE download_list SET compared_upto = max(coalesce(compared_upto, 0), ?) WHERE id = ?')
      .run(wish.upto, wish.id);
  }
  if (proposed > 0) beat(ground, 'wishes');
  return { proposed, found };
}

/** Returns how many of `songs` were not noted before. */
export function noteNear(ground: Ground, wishId: number, songs: readonly Song[], why: Proposal['why']): number {
  const note = ground.sql(
    `INSERT INTO wish_near (wish_id, song_id, why, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT (wish_id, song_id) DO NOTHING`,
  );
  // Of what was here the first few are the best; each that came since was worth a file to somebody.
  const noted = why === 'was-here' ? songs.slice(0, PROPOSALS) : songs;
  return noted.reduce((sum, song) => sum + note.run(wishId, song.id, why, ground.now()).changes, 0);
}

/** Everything up to the song `newest` has been compared with the wish: only what comes later is news about it. */
export function noteCompared(ground: Ground, wishId: number, newest: number): void {
  ground.sql('UPDATE download_list SET compared_upto = ? WHERE id = ?').run(newest, wishId);
}

/** What may be the wish: what came since it was made, the newest first, then what was here, the best first. */
export function nearOf(ground: Ground, wishId: number): readonly NearSong[] {
  return ground
    .sql<NearSong>(
      `SELECT song_id AS songId, song.artist, song.title, why FROM wish_near JOIN song ON song.id = song_id
       WHERE wish_id = ? AND song.gone = 0 AND song.hidden = 0 ORDER BY why = 'came' DESC, iif(why = 'came', -wish_near.id, wish_near.id) LIMIT ?`,
    )
    .all(wishId, PROPOSALS);
}

function proposalsAfter(ground: Ground, id: number): readonly Proposal[] {
  return ground
    .sql<Proposal>(
      `SELECT near.id, near.wish_id AS wishId, wish.artist AS wishArtist, wish.title AS wishTitle, near.song_id AS songId,
         song.artist, song.title, why
       FROM wish_near AS near JOIN download_list AS wish ON wish.id = near.wish_id
       JOIN song ON song.id = near.song_id
       WHERE near.id > ? AND why = 'came' AND song.gone = 0 AND song.hidden = 0 AND state IN ('wanted', 'fetching') ORDER BY near.id`,
    )
    .all(id);
}
