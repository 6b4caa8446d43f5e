/** The library's part of the librarian's work: scans, removals, files brought, and the watch between them. */
import type { Subject } from '../../ipc/messages.ts';
import { StoreBusy, StoreUnwritable } from '../../store/errors.ts';
import type { Store } from '../../store/store.ts';
import type { Workers } from '../jobs.ts';
import { createWatch } from '../watch/watch.ts';
import { breathing } from './breath.ts';
import { bringFile } from './bring.ts';
import { removeFolder } from './remove.ts';
import { scan } from './scan.ts';

export interface LibraryHands {
  readonly store: Store;
  readonly hint: (about: Subject) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Has the jobs looked after. */
  readonly wake: () => void;
  /** Minutes between two scans that nobody asked for, as they are set now. */
  readonly rescanMinutes: () => number;
  /** Says it to whoever reads the log. */
  readonly warn: (facts: Readonly<Record<string, unknown>>, text: string) => void;
}

export interface LibraryWork {
  readonly workers: Pick<Workers, 'scan' | 'remove' | 'bring'>;
  readonly lookWhereDropped: () => Promise<void>;
  /** Has everything scanned if it is time to: call it at the start, and then now and then. */
  readonly rescan: () => Promise<void>;
}

export function createLibraryWork(hands: LibraryHands): LibraryWork {
  const { store, hint, monotonic } = hands;
  const breath = breathing(monotonic);
  const watch = createWatch({
    ...hands,
    breath,
    later: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    blind: (code) => {
      hands.warn({ code }, sayBlind(code, hands.rescanMinutes()));
    },
  });
  let askedAtMs: number | null = null;
  return {
    workers: {
      scan: (job, errands) => scan({ ...hands, ...watch }, job, errands),
      remove: (job) => removeFolder({ store, breath, stopWatching: watch.stopWatching }, job),
      bring: async (job) => {
        const outcome = await bringFile({ store, breath }, job);
        if (outcome.ok && outcome.result.found) hint('wishes');
        return outcome;
      },
    },
    lookWhereDropped: watch.lookWhereDropped,
    rescan: async () => {
      const due = askedAtMs === null || monotonic() - askedAtMs >= hands.rescanMinutes() * 60_000;
      if (!due) return;
      askedAtMs = monotonic();
      try {
        const { folders, scan: running } = await store.library();
        // One that a fall has interrupted is done again, and watches as it goes.
        if (folders === 0 || running !== null) return;
        await store.askScan(null, 'ask');
        hands.wake();
      } catch (error) {
        if (!(error instanceof StoreBusy || error instanceof StoreUnwritable)) throw error;
        hands.warn({ err: error }, 'the store cannot be written; the library is scanned when it can');
        askedAtMs = null;
      }
    },
  };
}

const sayBlind = (code: string, minutes: number): string =>
  (code === 'ENOSPC'
    ? 'the system has no watches left for the library folders; give it more: sysctl fs.inotify.max_user_watches=1048576 (and in /etc/sysctl.d)'
    : code === 'EMFILE'
      ? 'this user watches with too many programs; allow more: sysctl fs.inotify.max_user_instances=1024 (and in /etc/sysctl.d)'
      : `the library folders cannot be watched here (${code})`) +
  `. Until karaoked is started again, what is dropped in is found by the scan every ${minutes} minutes (library.rescanMinutes), or at once by karaokectl library scan`;
