/** What a watcher hears of the library: the differences between how it stood and how it stands. Pure. */
import type { JobView, LibraryNow } from '../store/dj.ts';
import type { LibraryEvent } from './watch_events.ts';
import { scanned } from './views.ts';

/** The library as a watcher sees it at one moment. */
export interface LibrarySeen extends LibraryNow {
  /** The scan of `lastScan`, where that is news to the watcher. */
  readonly ended: JobView | null;
  /** The highest song id so far: the newest may be gone again. */
  readonly highest: number;
}

/** The events that lead from `before` to `after`; from null, what a watcher has to know at once. */
export function libraryEvents(before: LibrarySeen | null, after: LibrarySeen): readonly LibraryEvent[] {
  return [...added(before, after), ...scans(before, after), ...problems(before, after)];
}

/** New songs, by the newest: ids only grow, and a scan of 400,000 files brings thousands between two looks. */
function added(before: LibrarySeen | null, { newest }: LibrarySeen): readonly LibraryEvent[] {
  const count = before && newest ? newest.songId - before.highest : 0;
  if (count <= 0 || !newest) return [];
  const { songId, artist, title } = newest;
  return [{ event: 'song-added', count, songId, artist, title }];
}

function scans(before: LibrarySeen | null, { scan, lastScan, ended }: LibrarySeen): readonly LibraryEvent[] {
  const events: LibraryEvent[] = [];
  if (before && before.lastScan?.jobId !== lastScan?.jobId && ended) events.push(...ending(ended));
  const told = before?.scan?.jobId === scan?.jobId ? before?.scan : null;
  if (scan && !(told?.done === scan.done && told.folder === scan.folder)) {
    const { done, total, folder } = scan;
    events.push({ event: 'library', state: before && !told ? 'began' : 'scanning', done, total, folder });
  }
  return events;
}

function ending(job: JobView): readonly LibraryEvent[] {
  if (job.kind !== 'scan') return [];
  if (job.state === 'failed') return [{ event: 'library', state: 'failed', why: job.why }];
  if (job.state !== 'done') return [];
  return [{ event: 'library', state: 'ended', ...scanned(job.result) }];
}

function problems(before: LibrarySeen | null, after: LibrarySeen): readonly LibraryEvent[] {
  return (before?.problems ?? 0) === after.problems ? [] : [{ event: 'problems', problems: after.problems }];
}
