/**
 * The librarian: imports catalogue files and brings wishes home. What it is asked to do stands in the store, so a job
 * outlives its fall: it is done again from the start, which changes nothing that is there already.
 *
 * Hears: hints about the catalogue (a job may wait); leave, config-changed, reopen-logs.
 * Tells: hints about the catalogue (songs came, a job is done) and wishes (some were found).
 * Ends: at `leave` or as an orphan, between two transactions.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { joinHost } from '../ipc/link.ts';
import type { Subject } from '../ipc/messages.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import { importCatalogue } from './import.ts';
import { createJobs } from './jobs.ts';
import { report } from './report.ts';

/** Hints may be lost; the store is asked so often whether anything was committed. */
const POLL_MS = 1_000;

joinHost('librarian', (facts, host) => {
  const workplace = enterWorkplace('librarian', facts, openStore);
  const { log, store } = workplace;
  const hint = (about: Subject): void => {
    host.hint(about);
  };
  const unready = (): Promise<{ readonly ok: false; readonly why: string }> =>
    Promise.resolve({ ok: false, why: 'This karaoked cannot do that yet.' });
  const jobs = createJobs({
    store,
    workers: {
      import: (job) => importCatalogue({ store, hint, monotonic: () => performance.now() }, job),
      scan: unready,
      remove: unready,
      bring: unready,
    },
    lookWhereDropped: () => Promise.resolve(),
    hint,
    pause: (ms) => after(ms),
    done: (job, outcome) => {
      report(log, job, outcome);
    },
    warn: (error, text) => {
      log.warn({ err: error }, text);
    },
  });
  setInterval(() => {
    if (store.changed()) void jobs.look();
  }, POLL_MS);
  void jobs.look();

  return Promise.resolve({
    handlers: {
      ...workplace.handlers,
      hint: ({ about }) => {
        if (about === 'catalogue') void jobs.look();
      },
      // Every batch is a transaction and the job is repeatable: there is nothing to wait for.
      leave: () => {
        store.close();
        process.exit(0);
      },
    },
    orphaned: () => undefined,
  });
});
