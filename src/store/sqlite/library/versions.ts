/** Which file a song is played from; and songs that go with their last file, and come back with a new one. */
import { indexed } from '../../../party/indexed.ts';
import { preferred } from '../../../party/versions.ts';
import type { Version } from '../../../party/versions.ts';
import { wordsIn } from '../bring.ts';
import { fulfilWith } from '../fulfil.ts';
import type { Ground } from '../ground.ts';
import { beat } from '../pulse.ts';
import { learnWords } from '../vocabulary.ts';
import { shelfMark, shelve, unshelve } from '../words.ts';
import { loseWishes } from './lose.ts';
import { pathOf } from './rows.ts';
import type { Placed } from './rows.ts';

/** What became of a song whose files changed. `found`: wishes that came home with it. */
export type Settled =
  { readonly is: 'here' | 'went' | 'was-gone' } | { readonly is: 'came-back'; readonly found: number };

interface Stored {
  readonly id: number;
  readonly artist: string;
  readonly title: string;
  readonly durationS: number | null;
  readonly popularity: number;
  readonly gone: 0 | 1;
  readonly listed: 0 | 1;
  readonly hidden: 0 | 1;
}

interface Candidate extends Version, Placed {
  readonly discId: string | null;
  readonly durationS: number | null;
}

/** Writes the preferred version of `songId` into its song. Call it whenever its files have changed. */
export function settle(ground: Ground, songId: number): Settled {
  const song = ground
    .sql<Stored>(
      `SELECT id, artist, title, duration_s AS durationS, popularity, gone, listed, hidden FROM song WHERE id = ?`,
    )
    .get(songId);
  if (!song) throw new Error(`Song ${songId} is gone from its table, and songs never are`);
  const best = preferred(versionsOf(ground, songId));
  if (best === null) return withoutFiles(ground, song);
  // The first file of the library takes the place of what the catalogue says, which is kept.
  ground
    .sql(
      `UPDATE song SET listed_file = iif(format IS NULL, file, listed_file), file = ?, format = ?,
         disc_id = coalesce(?, disc_id), duration_s = coalesce(?, duration_s) WHERE id = ?`,
    )
    .run(pathOf(best), best.format, best.discId, best.durationS, songId);
  return song.gone === 1 ? { is: 'came-back', found: comeBack(ground, song) } : { is: 'here' };
}

function versionsOf(ground: Ground, songId: number): readonly Candidate[] {
  return ground
    .sql<Candidate>(
      `SELECT file.id AS fileId, file.format, size, disc_id AS discId, duration_s AS durationS, folder.path AS folder, dir, name
       FROM file JOIN directory ON directory.id = directory_id LEFT JOIN folder ON folder.id = folder_id WHERE song_id = ?`,
    )
    .all(songId);
}

function withoutFiles(ground: Ground, song: Stored): Settled {
  ground
    .sql('UPDATE song SET file = listed_file, listed_file = NULL, format = NULL WHERE id = ? AND format IS NOT NULL')
    .run(song.id);
  if (song.gone === 1) return { is: 'was-gone' };
  if (song.listed === 1) return { is: 'here' };
  ground.sql('UPDATE song SET gone = 1 WHERE id = ?').run(song.id);
  unshelve(ground, song);
  loseWishes(ground, song.id);
  return { is: 'went' };
}

/** Puts a song that was gone back into the catalogue. Returns how many wishes came home with it; with a hidden one, which stays so, none. */
function comeBack(ground: Ground, song: Stored): number {
  ground.sql('UPDATE song SET gone = 0 WHERE id = ?').run(song.id);
  if (song.hidden === 1) return 0;
  const index = indexed(song);
  unshelve(ground, song);
  shelve(ground, [{ mark: shelfMark(song), ...index }]);
  learnWords(ground, wordsIn([index]));
  return fulfilWith(ground, song, { title: index.titleKey });
}

/**
 * A catalogue file names this song: it stays, with or without files. `file` is what the catalogue says it is played from: kept
 * for when the files of the library are gone. Returns how many wishes came home with it.
 */
export function enlist(ground: Ground, songId: number, file: string | null): number {
  ground
    .sql(
      'UPDATE song SET listed_file = ? WHERE id = ? AND format IS NOT NULL AND listed_file IS NULL AND ? IS NOT NULL',
    )
    .run(file, songId, file);
  const song = ground
    .sql<Stored>(
      `SELECT id, artist, title, duration_s AS durationS, popularity, gone, listed, hidden FROM song WHERE id = ? AND listed = 0`,
    )
    .get(songId);
  if (!song) return 0;
  ground.sql('UPDATE song SET listed = 1 WHERE id = ?').run(songId);
  if (song.gone === 0) return 0;
  beat(ground, 'catalogue');
  return comeBack(ground, song);
}
