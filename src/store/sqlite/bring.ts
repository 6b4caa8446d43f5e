/** A song comes into the catalogue, whoever brings it: a CSV file, a scan, the fetch command. It is new, or here already. */
import { indexed } from '../../party/indexed.ts';
import type { Indexed } from '../../party/indexed.ts';
import type { Song } from '../../party/model.ts';
import type { CatalogueRow } from '../librarian.ts';
import { fulfilWith, hasOpenWishes } from './fulfil.ts';
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';
import { learnWords } from './vocabulary.ts';
import { shelfMark, shelve, unshelve } from './words.ts';
import type { Shelved } from './words.ts';

export interface NamedRow {
  readonly row: CatalogueRow;
  readonly index: Indexed;
}

/** What became of one row. */
export interface Brought {
  readonly songId: number;
  readonly is: 'added' | 'known';
  /** Wishes that came home with it. */
  readonly found: number;
}

/** Half of the work is in the words; it needs no lock, so do this before the transaction. */
export const withKeys = (row: CatalogueRow): NamedRow => ({ row, index: row.index ?? indexed(row) });

/** Brings `rows` within the transaction that is on. The outcomes are in the order of the rows. */
export function bring(ground: Ground, rows: readonly NamedRow[]): readonly Brought[] {
  // By song: the same one may come twice, the second time with another popularity and so another mark.
  const shelving = new Map<number, Shelved>();
  const isAnythingWished = hasOpenWishes(ground);
  let changed = 0;
  const brought = rows.map((named): Brought => {
    // Inserting and seeing whether that conflicts would be quicker, but uses up an id, which is a change.
    const here = stored(ground, named.index);
    if (here) {
      changed += learn(ground, here, named, shelving);
      return { songId: here.id, is: 'known', found: 0 };
    }
    const song = insert(ground, named);
    shelving.set(song.id, { mark: shelfMark(song), ...named.index });
    const found = isAnythingWished ? fulfilWith(ground, song, { title: named.index.titleKey }) : 0;
    return { songId: song.id, is: 'added', found };
  });
  const shelved = [...shelving.values()];
  shelve(ground, shelved);
  learnWords(ground, wordsIn(shelved));
  // An import repeated changes nothing, so nobody should look again.
  if (shelved.length + changed > 0) beat(ground, 'catalogue');
  return brought;
}

export function* wordsIn(shelved: readonly Pick<Shelved, 'artistWords' | 'titleWords'>[]): Iterable<string> {
  for (const { artistWords, titleWords } of shelved) {
    yield* artistWords.split(' ');
    yield* titleWords.split(' ');
  }
}

interface Stored extends Song {
  /** Gone or hidden: not in the index, whatever is learnt of it. */
  readonly unseen: 0 | 1;
  readonly discId: string | null;
  readonly file: string | null;
}

function stored(ground: Ground, { artistKey, titleKey }: Indexed): Stored | undefined {
  return ground
    .sql<Stored>(
      `SELECT id, artist, title, duration_s AS durationS, popularity, disc_id AS discId, file,
         gone OR hidden AS unseen
       FROM song WHERE artist_key = ? AND title_key = ?`,
    )
    .get(artistKey, titleKey);
}

function insert(ground: Ground, { row, index }: NamedRow): Song {
  const { artist, title, durationS, discId, file, format = null } = row;
  const popularity = inHundred(row.popularity);
  const listed = format === null ? 1 : 0;
  const { lastInsertRowid } = ground
    .sql(
      `INSERT INTO song (artist, title, duration_s, popularity, artist_key, title_key, disc_id, file, format, listed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(artist, title, durationS, popularity, index.artistKey, index.titleKey, discId, file, format, listed);
  return { id: Number(lastInsertRowid), artist, title, durationS, popularity };
}

/**
 * Takes from `row` what `here` does not know yet. What is known stays, and the higher popularity wins, so that two
 * catalogues imported in turn do not write each other over at every start. Returns how many songs changed: 0 or 1.
 */
function learn(ground: Ground, here: Stored, { row }: NamedRow, shelving: Map<number, Shelved>): 0 | 1 {
  const after = {
    durationS: here.durationS ?? row.durationS,
    popularity: Math.max(here.popularity, inHundred(row.popularity)),
    discId: here.discId ?? row.discId,
    // Which file of the library is played is chosen among all of them (library/versions.ts).
    file: row.format === undefined ? (here.file ?? row.file) : here.file,
  };
  const knows = (['durationS', 'popularity', 'discId', 'file'] as const).some((what) => after[what] !== here[what]);
  if (!knows) return 0;
  ground
    .sql('UPDATE song SET duration_s = ?, popularity = ?, disc_id = ?, file = ? WHERE id = ?')
    .run(after.durationS, after.popularity, after.discId, after.file, here.id);
  if (after.popularity !== here.popularity && here.unseen === 0) {
    if (!shelving.has(here.id)) unshelve(ground, here);
    shelving.set(here.id, { mark: shelfMark({ ...here, popularity: after.popularity }), ...indexed(here) });
  }
  return 1;
}

/** Popularity is part of the shelf mark, which has room for 0-100 only. */
const inHundred = (popularity: number): number => Math.min(100, Math.max(0, Math.round(popularity)));
