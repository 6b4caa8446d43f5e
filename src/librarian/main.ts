/**
 * The librarian: imports catalogue files and brings wishes home. What it is asked to do stands in the store, so a job
 * outlives its fall: it is done again from the start, which changes nothing that is there already.
 *
 * Hears: hints about the catalogue (a job may wait); leave, config-changed, reopen-logs.
 * Tells: hints about the catalogue (songs came, a job is done) and wishes (some were found).
 * Ends: at `leave` or as an orphan, between two transactions.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { joinHost } from '../ipc/link.ts';
import { createLog } from '../log.ts';
import { limitsOf } from '../store/limits.ts';
import { openStore } from '../store/sqlite/open.ts';
import { createJobs } from './jobs.ts';

/** Hints may be lost; the store is asked so often whether anything was committed. */
const POLL_MS = 1_000;

joinHost('librarian', (facts, host) => {
  let config = facts.config;
  const folder = config.var;
  const log = createLog('librarian', { file: facts.logFile, level: config['log.level'] });
  const store = openStore({
    file: join(folder, 'karaoke.db'),
    secret: readFileSync(join(folder, 'run', 'secret')),
    now: Date.now,
    limits: () => limitsOf(config),
  });
  const jobs = createJobs({
    store,
    hint: (about) => {
      host.hint(about);
    },
    monotonic: () => performance.now(),
    pause: (ms) => after(ms),
    done: (job, outcome) => {
      if (!outcome.ok) log.warn({ job: job.id, file: job.file }, outcome.why);
      else {
        const { added, known, found, badCount, bad } = outcome.result;
        log.info({ job: job.id, file: job.file, added, known, found, badCount }, 'imported');
        // The DJ gets the list; an import at start has no DJ to read it.
        for (const { line, reason } of bad.slice(0, 10)) log.warn({ file: job.file, line }, `not imported: ${reason}`);
      }
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
      hint: ({ about }) => {
        if (about === 'catalogue') void jobs.look();
      },
      // Every batch is a transaction and the job is repeatable: there is nothing to wait for.
      leave: () => {
        store.close();
        process.exit(0);
      },
      'config-changed': (message) => {
        config = message.config;
        log.setLevel(config['log.level']);
      },
      'reopen-logs': () => {
        log.reopen();
      },
    },
    orphaned: () => undefined,
  });
});
