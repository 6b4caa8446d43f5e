/**
 * The librarian: scans and watches the library folders (library/, watch/), imports catalogue files and brings wishes home.
 * What it is asked to do stands in the store, so a job outlives its fall: it is done again from the start, which changes
 * nothing that is there already. It also runs the fetch command (fetch/) beside those jobs, one wish at a time.
 *
 * Hears: hints about the catalogue (a job may wait) and wishes (one may be fetched); leave, config-changed, reopen-logs.
 * Tells: hints about the catalogue (songs came, a job is done) and wishes (some were found).
 * Ends: at `leave` or as an orphan, between two transactions.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { joinHost } from '../ipc/link.ts';
import type { Subject } from '../ipc/messages.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import { createComparing } from './compare.ts';
import { createFetching } from './fetch/fetching.ts';
import { fetchSettings } from './fetch/settings.ts';
import { importCatalogue } from './import.ts';
import { createJobs } from './jobs.ts';
import { createLibraryWork } from './library/work.ts';
import { readBatches } from './read_aside.ts';
import { report } from './report.ts';

/** Hints may be lost; the store is asked so often whether anything was committed. */
const POLL_MS = 1_000;
/** Whether it is time to scan again is asked more often than it is. */
const RESCAN_LOOK_MS = 10_000;
/** For the end of a fetch's program, within what the supervisor waits for us (children.ts). */
const LEAVING_MS = 800;

joinHost('librarian', (facts, host) => {
  const workplace = enterWorkplace('librarian', facts, openStore);
  const { log, store } = workplace;
  const comparing = createComparing({
    store,
    hint: (about) => {
      host.hint(about);
    },
    monotonic: () => performance.now(),
    pause: (ms) => after(ms),
    warn: (error, text) => {
      log.warn({ err: error }, text);
    },
  });
  const hint = (about: Subject): void => {
    host.hint(about);
    if (about === 'catalogue') void comparing.look();
  };
  const library = createLibraryWork({
    store,
    hint,
    now: Date.now,
    monotonic: () => performance.now(),
    pause: (ms) => after(ms),
    wake: () => void jobs.look(),
    rescanMinutes: () => workplace.config()['library.rescanMinutes'],
    warn: (facts, text) => {
      log.warn(facts, text);
    },
  });
  const jobs = createJobs({
    store,
    workers: {
      import: (job) => importCatalogue({ store, hint, monotonic: () => performance.now(), read: readBatches }, job),
      ...library.workers,
    },
    lookWhereDropped: library.lookWhereDropped,
    hint,
    pause: (ms) => after(ms),
    done: (job, outcome) => {
      report(log, job, outcome);
    },
    warn: (error, text) => {
      log.warn({ err: error }, text);
    },
  });
  const fetching = createFetching({
    store,
    settings: () => fetchSettings(workplace.config()),
    log,
    now: Date.now,
    hint,
    environment: process.env,
  });
  const lookIfChanged = (): void => {
    if (!store.changed()) return;
    void jobs.look();
    fetching.look();
  };
  // What the host has said by now is heard first: who orders a fetch after a reload means the new settings.
  setInterval(() => setImmediate(lookIfChanged), POLL_MS);
  setInterval(() => void library.rescan(), RESCAN_LOOK_MS);
  // Wishes are compared with the index, which may have to be made anew first.
  void jobs.look().then(() => comparing.look());
  void library.rescan();

  return Promise.resolve({
    handlers: {
      ...workplace.handlers,
      hint: ({ about }) => {
        if (about === 'catalogue') void jobs.look();
        if (about === 'wishes') fetching.look();
      },
      'config-changed': (message) => {
        workplace.handlers['config-changed'](message, undefined);
        fetching.look();
      },
      // Every batch is a transaction and the jobs are repeatable: only a program of ours must not be left behind.
      leave: () => {
        void fetching.stop(LEAVING_MS).then(() => {
          store.close();
          process.exit(0);
        });
      },
    },
    orphaned: () => fetching.stop(LEAVING_MS),
  });
});
