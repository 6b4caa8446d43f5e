/** What a scan found, written down: songs, problems and directories, in one transaction. */
import type { CatalogueRow } from '../../librarian.ts';
import type { FileNews, LibraryBatch, Recorded, Told } from '../../library.ts';
import { bring } from '../bring.ts';
import type { Brought, NamedRow } from '../bring.ts';
import type { Ground } from '../ground.ts';
import { beat } from '../pulse.ts';
import { countsOn, directoryId, fileById, fileNamed, joined, pathOf } from './rows.ts';
import type { Counts, Kept } from './rows.ts';
import { isStale } from './stale.ts';
import { settle } from './versions.ts';

/** Whom a song is by when neither its name nor its tags say. */
const NOBODY_KNOWS = 'Unknown';

/** The song as the catalogue takes it; its file follows when it is written. */
export const catalogued = ({ artist, title, durationS, discId, index }: Told): CatalogueRow => ({
  artist: artist === '' ? NOBODY_KNOWS : artist,
  title,
  durationS,
  discId,
  popularity: 0,
  file: null,
  ...(index === undefined ? {} : { index }),
});

export const songIn = ({ is }: FileNews): Told | null => (is !== 'same-song' && 'song' in is ? is.song : null);

/** `named`: what `catalogued` and `withKeys` made of the songs of the batch, in their order. */
export function recordFiles(
  ground: Ground,
  { folderId, files, directories }: LibraryBatch,
  named: readonly NamedRow[],
): Omit<Recorded, 'heldMs'> | null {
  const folder = folderAt(ground, folderId);
  if (folderId !== null && folder === null) return null;
  const place: Place = { folderId, path: folder?.path ?? null, directories: new Map(), fresh: new Set() };
  const desk: Desk = { ground, place, counts: countsOn(ground), unsettled: new Set(), stale: new Set() };
  const current = new Set(files.filter((news) => isCurrent(desk, news)));
  const lying = lyingAt(place, files, named);
  const isWritten = files.filter((news) => songIn(news) !== null).map((news) => current.has(news));
  const brought = bring(
    ground,
    lying.filter((_, at) => isWritten[at]),
  );
  let songs = 0;
  const songIds = files.map((news) => {
    if (!current.has(news)) return null;
    return write(desk, news, songIn(news) === null ? null : (brought[songs++] ?? null));
  });
  let back = 0;
  let found = brought.reduce((sum, each) => sum + each.found, 0);
  for (const songId of desk.unsettled) {
    const settled = settle(ground, songId);
    if (settled.is !== 'came-back') continue;
    found += settled.found;
    back += 1;
  }
  for (const { dir, signature } of directories)
    ground
      .sql('UPDATE directory SET signature = ?, naming = ? WHERE id = ?')
      .run(signature, folder?.naming ?? null, directoryAt(desk, dir));
  for (const dir of desk.stale) unsign(ground, directoryAt(desk, dir));
  desk.counts.write();
  if (files.length > 0) beat(ground, 'catalogue');
  // One that left the catalogue and is here again was not in it either.
  return { added: brought.filter(({ is }) => is === 'added').length + back, found, songIds, stale: [...desk.stale] };
}

/** The same rows with the path of their file, which only this transaction knows for sure. */
function lyingAt(place: Place, files: readonly FileNews[], named: readonly NamedRow[]): readonly NamedRow[] {
  const songs = files.flatMap((news) => {
    const song = songIn(news);
    return song === null ? [] : [{ dir: news.dir, name: news.name, format: song.format }];
  });
  return named.map(({ row, index }, at) => {
    const lies = songs[at];
    if (!lies) throw new Error(`Cannot record ${row.title}: it has no file in its batch`);
    return { row: { ...row, file: pathOf({ folder: place.path, ...lies }), format: lies.format }, index };
  });
}

interface Place {
  readonly folderId: number | null;
  readonly path: string | null;
  /** Ids by `dir`, as far as they were asked for. */
  readonly directories: Map<string, number>;
  /** Of those, the ones that were not known before: no file of theirs was either. */
  readonly fresh: Set<number>;
}

interface Desk {
  readonly ground: Ground;
  readonly place: Place;
  readonly counts: Counts;
  /** Songs whose files changed. */
  readonly unsettled: Set<number>;
  /** Directories of news that was left out. */
  readonly stale: Set<string>;
}

function folderAt(ground: Ground, folderId: number | null): { path: string; naming: string } | null {
  return (
    ground.sql<{ path: string; naming: string }>('SELECT path, naming FROM folder WHERE id = ?').get(folderId) ?? null
  );
}

function directoryAt({ ground, place }: Desk, dir: string): number {
  const known = place.directories.get(dir);
  if (known !== undefined) return known;
  const { id, is } = directoryId(ground, place.folderId, dir);
  place.directories.set(dir, id);
  if (is === 'added') place.fresh.add(id);
  return id;
}

function isCurrent(desk: Desk, news: FileNews): boolean {
  const at = directoryAt(desk, news.dir);
  // Of a directory that was not known before nothing was.
  if (desk.place.fresh.has(at) && news.fileId === null) return true;
  if (!isStale(desk.ground, at, news)) return true;
  desk.stale.add(news.dir);
  const row = news.fileId === null ? undefined : fileById(desk.ground, news.fileId);
  if (row) unsign(desk.ground, row.directoryId);
  return false;
}

/** The next scan looks at every file of it again. */
function unsign(ground: Ground, directoryAt: number): void {
  ground.sql('UPDATE directory SET signature = NULL WHERE id = ?').run(directoryAt);
}

/** Returns the song that the version is of now; null for a problem. */
function write(desk: Desk, news: FileNews, brought: Brought | null): number | null {
  const { ground, place, counts, unsettled } = desk;
  const at = directoryAt(desk, news.dir);
  const there = place.fresh.has(at) ? undefined : fileNamed(ground, at, news.name);
  const before = news.fileId === null ? there : (fileById(ground, news.fileId) ?? there);
  // Something else lay where it has moved to, and was written over.
  if (there && before && there.fileId !== before.fileId) strike(desk, there);
  const after = {
    directoryId: at,
    name: news.name,
    others: joined(news.others),
    songId: brought?.songId ?? (news.is === 'same-song' ? (before?.songId ?? null) : null),
    reason: news.is !== 'same-song' && 'reason' in news.is ? news.is.reason : null,
  };
  // It was to be where it moved from, and news of the same batch has written over it: the next scan examines it.
  if (after.songId === null && after.reason === null) {
    desk.stale.add(news.dir);
    return null;
  }
  if (before) {
    counts.take(before);
    if (before.songId !== null) unsettled.add(before.songId);
    update(ground, before.fileId, after, news);
  } else {
    insert(ground, after, news);
  }
  counts.add(after);
  // A song that came with its file knows it; of several files one is chosen.
  if (after.songId !== null && brought?.is !== 'added') unsettled.add(after.songId);
  return after.songId;
}

export function strike({ ground, counts, unsettled }: Pick<Desk, 'ground' | 'counts' | 'unsettled'>, row: Kept): void {
  ground.sql('DELETE FROM file WHERE id = ?').run(row.fileId);
  // Whoever has seen it there says nothing by that any more: if it is back, the next scan has to find out.
  unsign(ground, row.directoryId);
  counts.take(row);
  if (row.songId !== null) unsettled.add(row.songId);
}

type After = Omit<Kept, 'fileId'>;

const facts = ({ is }: FileNews): readonly [string | null, string | null, number | null] => {
  if (is === 'same-song' || 'reason' in is) return [null, null, null];
  return [is.song.format, is.song.discId, is.song.durationS];
};

function insert(ground: Ground, after: After, news: FileNews): void {
  ground
    .sql(
      `INSERT INTO file (directory_id, name, others, size, mtime_ms, format, disc_id, duration_s, song_id, reason, since_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      after.directoryId,
      after.name,
      after.others,
      news.size,
      news.mtimeMs,
      ...facts(news),
      after.songId,
      after.reason,
      ground.now(),
    );
}

function update(ground: Ground, fileId: number, after: After, news: FileNews): void {
  const { directoryId: at, name, others, songId, reason } = after;
  if (news.is === 'same-song') {
    ground
      .sql('UPDATE file SET directory_id = ?, name = ?, others = ?, size = ?, mtime_ms = ? WHERE id = ?')
      .run(at, name, others, news.size, news.mtimeMs, fileId);
    return;
  }
  ground
    .sql(
      `UPDATE file SET directory_id = ?, name = ?, others = ?, size = ?, mtime_ms = ?, format = ?, disc_id = ?,
         duration_s = ?, song_id = ?, reason = ?, since_ms = ? WHERE id = ?`,
    )
    .run(at, name, others, news.size, news.mtimeMs, ...facts(news), songId, reason, ground.now(), fileId);
}
