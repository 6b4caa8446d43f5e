/**
 * The file `now_playing`: seven lines for shells, status bars, overlays and other programs. It is a view of the database;
 * a reader sees the old file or the new one, never a mix, and needs no lock (write-new, fsync, rename).
 *
 * Writers take the proper-lockfile lock, so that two of them (a player on its way out, the supervisor) do not take turns.
 * The lock only ever costs patience, never the file: who cannot get it in about two seconds writes all the same, because
 * a file that is wrong all evening is worse than one that two writers were quick to replace.
 */
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { visible } from './party/visible.ts';

/** What the file says; null is unknown and leaves the line empty after the colon and a blank. */
export interface NowPlayingView {
  readonly state: 'playing' | 'paused' | 'between' | 'idle' | 'stopped';
  readonly title: string | null;
  readonly artist: string | null;
  readonly singer: string | null;
  /** When the music began, milliseconds since 1970. */
  readonly startedAtMs: number | null;
  readonly durationMs: number | null;
  /** `Artist - Title (Singer)` */
  readonly next: string | null;
}

const NOTHING = { title: null, artist: null, singer: null, startedAtMs: null, durationMs: null, next: null };

/** No party, or no karaoked. */
export const STOPPED: NowPlayingView = { state: 'stopped', ...NOTHING };
/** A party, and nothing to play. */
export const IDLE: NowPlayingView = { state: 'idle', ...NOTHING };

/** The text of the file. Every value stays on its line, whatever somebody called a song. */
export function render(view: NowPlayingView): string {
  const lines = {
    State: view.state,
    Title: view.title,
    Artist: view.artist,
    Singer: view.singer,
    Started: view.startedAtMs === null ? null : new Date(view.startedAtMs).toISOString(),
    Duration: view.durationMs === null ? null : String(Math.round(view.durationMs / 1000)),
    Next: view.next,
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${visible(value ?? '')}\n`)
    .join('');
}

/** The one who shows the file. */
export interface NowPlayingFile {
  /**
   * Resolves when the file shows this view or a newer one; does nothing when it shows it already. Of views that come while
   * a write is under way only the newest is written, so an old one never replaces a newer one. Never rejects: a view that
   * could not be written is told to `complain` once, and written when it is shown again.
   */
  show(view: NowPlayingView): Promise<void>;
}

/** `complain` hears each kind of trouble (the lock, the disk) once until it is over. */
export function nowPlayingFile(file: string, complain: (error: unknown, text: string) => void): NowPlayingFile {
  surviveFileSizeLimit();
  const trouble = new Set<Trouble>();
  const say = (kind: Trouble, error: unknown): void => {
    if (!trouble.has(kind)) complain(error, SENTENCES[kind]);
    trouble.add(kind);
  };
  const swept = sweep(file);
  let shown: string | null = null;
  let wanted: string | null = null;
  let writing: Promise<void> | null = null;

  const writeOne = async (text: string): Promise<void> => {
    // Once the lock was found broken, it gets one try per write until it is free again: the file should not lag all night.
    const claim = await claimLock(file, trouble.has('lock') ? 'one try' : 'patient');
    if (claim.is === 'not-mine') say('lock', claim.error);
    else trouble.delete('lock');
    try {
      await replace(file, text, claim);
      shown = text;
      trouble.delete('disk');
    } catch (error) {
      shown = null;
      say('disk', error);
    } finally {
      await claim.release().catch((error: unknown) => {
        say('lock', error);
      });
    }
  };
  const writeAll = async (): Promise<void> => {
    try {
      await swept;
      while (wanted !== null && wanted !== shown) {
        const text = wanted;
        await writeOne(text);
        // A newer view came meanwhile, or this one is done with, written or not.
        if (wanted === text) wanted = null;
      }
    } finally {
      writing = null;
    }
  };
  return {
    show: (view) => {
      wanted = render(view);
      if (writing === null && wanted === shown) return Promise.resolve();
      return (writing ??= writeAll());
    },
  };
}

/** Says that nothing plays because no karaoked is there; the supervisor writes it when no player lives. Never rejects. */
export function writeStopped(
  file: string,
  complain: (error: unknown, text: string) => void = () => undefined,
): Promise<void> {
  return nowPlayingFile(file, complain).show(STOPPED);
}

type Trouble = 'lock' | 'disk';

const SENTENCES: Readonly<Record<Trouble, string>> = {
  lock: 'the lock of now_playing is not to be had; the file is written without it. Remove now_playing.lock if nothing holds it',
  disk: 'now_playing could not be written; it is tried again',
};

interface Claim {
  readonly is: 'mine' | 'not-mine';
  readonly error: unknown;
  /** Why the lock was lost while held, or null. Somebody else has written something newer since. */
  lost(): Error | null;
  release(): Promise<void>;
}

/** proper-lockfile's default of no retries fails at once; five default ones wait a second for a lock held 50 ms. */
const PATIENT = { retries: 40, minTimeout: 10, maxTimeout: 50, factor: 1.2 };
/** Milliseconds; the shortest that proper-lockfile allows. We hold the lock for one small write. */
const STALE_MS = 2_000;

async function claimLock(file: string, patience: 'patient' | 'one try'): Promise<Claim> {
  let lost: Error | null = null;
  try {
    const release = await lock(file, {
      realpath: false, // the file need not be there yet
      stale: STALE_MS,
      retries: patience === 'patient' ? PATIENT : 0,
      // The default throws from a timer and would end the process in mid-song.
      onCompromised: (error) => (lost = error),
    });
    return {
      is: 'mine',
      error: null,
      lost: () => lost,
      release: async () => {
        if (lost === null) await release();
      },
    };
  } catch (error) {
    return { is: 'not-mine', error, lost: () => null, release: () => Promise.resolve() };
  }
}

/** The new file's name carries the pid: two writers never write into one file, locked or not. */
async function replace(file: string, text: string, claim: Claim): Promise<void> {
  const fresh = `${file}.${process.pid}.new`;
  try {
    await using handle = await open(fresh, 'w', 0o644);
    await handle.writeFile(text);
    await handle.sync();
    const lost = claim.lost();
    if (lost !== null) throw lost;
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

const stay = (): void => undefined;

/**
 * Node ignores SIGXFSZ, so that a file-size limit is an error of the write. proper-lockfile's signal-exit listens to it and
 * would then end the process, unless somebody else listens too.
 */
function surviveFileSizeLimit(): void {
  if (!process.listeners('SIGXFSZ').includes(stay)) process.on('SIGXFSZ', stay);
}

/** Removes what writers that were killed in mid-write left behind. Housekeeping: what is in its way, the write will say. */
async function sweep(file: string): Promise<void> {
  const folder = dirname(file);
  const begin = `${basename(file)}.`;
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(begin) && name.endsWith('.new'));
  await Promise.allSettled(left.map((name) => rm(join(folder, name), { force: true })));
}
