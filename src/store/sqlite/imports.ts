/** What the librarian brings: rows of a catalogue, each a new song or one that is here already. */
import type { Song } from '../../party/model.ts';
import { artistKey, titleKey } from '../../party/normalise.ts';
import type { CatalogueRow } from '../librarian.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { fulfilWith } from './fulfil.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';
import { shelve, unshelve, wordsOf } from './words.ts';
import type { Words } from './words.ts';

type ImportMethods = Pick<Store, 'importRows' | 'wasImported' | 'rememberImport'>;

export function importMethods(ground: Ground, { read, write }: Transactions): ImportMethods {
  return {
    importRows: (rows) => {
      // Half of the work is in the words; it needs no lock.
      const named = rows.map(withKeys);
      return write(() => importRows(ground, named));
    },
    wasImported: ({ path, size, mtimeMs }) =>
      read(() => {
        const same = ground.sql('SELECT 1 FROM imported_file WHERE path = ? AND size = ? AND mtime_ms = ?');
        return same.get(path, size, mtimeMs) !== undefined;
      }),
    rememberImport: ({ path, size, mtimeMs }) =>
      write(() => {
        ground
          .sql('INSERT OR REPLACE INTO imported_file (path, size, mtime_ms, at_ms) VALUES (?, ?, ?, ?)')
          .run(path, size, mtimeMs, ground.now());
      }),
  };
}

interface Keys {
  readonly artist: string;
  readonly title: string;
}

interface NamedRow {
  readonly row: CatalogueRow;
  readonly keys: Keys;
  readonly words: Words;
}

const withKeys = (row: CatalogueRow): NamedRow => ({
  row,
  keys: { artist: artistKey(row.artist), title: titleKey(row.title) },
  words: wordsOf(row),
});

function importRows(
  ground: Ground,
  rows: readonly NamedRow[],
): { readonly added: number; readonly known: number; readonly found: number } {
  let added = 0;
  let changed = 0;
  let found = 0;
  for (const { row, keys, words } of rows) {
    const here = stored(ground, keys);
    if (here) {
      changed += learn(ground, here, row);
    } else {
      added += 1;
      found += fulfilWith(ground, add(ground, row, keys, words), keys);
    }
  }
  // An import repeated changes nothing, so nobody should look again.
  if (added + changed > 0) beat(ground, 'catalogue');
  return { added, known: rows.length - added, found };
}

interface Stored extends Song {
  readonly discId: string | null;
  readonly file: string | null;
}

function stored(ground: Ground, keys: Keys): Stored | undefined {
  return ground
    .sql<Stored>(
      `SELECT id, artist, title, duration_s AS durationS, popularity, disc_id AS discId, file
       FROM song WHERE artist_key = ? AND title_key = ?`,
    )
    .get(keys.artist, keys.title);
}

function add(ground: Ground, row: CatalogueRow, keys: Keys, words: Words): Song {
  const popularity = inHundred(row.popularity);
  const { lastInsertRowid } = ground
    .sql(
      `INSERT INTO song (artist, title, duration_s, popularity, artist_key, title_key, disc_id, file)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(row.artist, row.title, row.durationS, popularity, keys.artist, keys.title, row.discId, row.file);
  const { artist, title, durationS } = row;
  const song = { id: Number(lastInsertRowid), artist, title, durationS, popularity };
  shelve(ground, song, words);
  return song;
}

/**
 * Takes from `row` what `here` does not know yet. What is known stays, and the higher popularity wins, so that two
 * catalogues imported in turn do not write each other over at every start. Returns how many songs changed: 0 or 1.
 */
function learn(ground: Ground, here: Stored, row: CatalogueRow): 0 | 1 {
  const after = {
    durationS: here.durationS ?? row.durationS,
    popularity: Math.max(here.popularity, inHundred(row.popularity)),
    discId: here.discId ?? row.discId,
    file: here.file ?? row.file,
  };
  const knows = (['durationS', 'popularity', 'discId', 'file'] as const).some((what) => after[what] !== here[what]);
  if (!knows) return 0;
  ground
    .sql('UPDATE song SET duration_s = ?, popularity = ?, disc_id = ?, file = ? WHERE id = ?')
    .run(after.durationS, after.popularity, after.discId, after.file, here.id);
  if (after.popularity !== here.popularity) {
    unshelve(ground, here);
    shelve(ground, { ...here, popularity: after.popularity }, wordsOf(here));
  }
  return 1;
}

/** Popularity is part of the shelf mark, which has room for 0-100 only. */
const inHundred = (popularity: number): number => Math.min(100, Math.max(0, Math.round(popularity)));
