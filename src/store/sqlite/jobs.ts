/** What the librarian was asked to do. A job survives restarts; doing it twice changes nothing. */
import type { JobView } from '../dj.ts';
import type { ImportResult, Job } from '../librarian.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';

type JobMethods = Pick<Store, 'askImport' | 'nextJob' | 'jobProgress' | 'finishJob' | 'job'>;

export function jobMethods(ground: Ground, { read, write }: Transactions): JobMethods {
  return {
    askImport: (file) => write(() => askImport(ground, file)),
    nextJob: () => write(() => nextJob(ground)),
    jobProgress: (jobId, rowsDone) =>
      write(() => {
        ground.sql('UPDATE job SET rows_done = ? WHERE id = ?').run(rowsDone, jobId);
      }),
    finishJob: (jobId, outcome) =>
      write(() => {
        ground
          .sql('UPDATE job SET state = ?, result = ?, why = ? WHERE id = ?')
          .run(
            outcome.ok ? 'done' : 'failed',
            outcome.ok ? JSON.stringify(outcome.result) : null,
            outcome.ok ? null : outcome.why,
            jobId,
          );
      }),
    job: (jobId) => read(() => viewOf(ground, jobId)),
  };
}

function askImport(ground: Ground, file: string): number {
  const waiting = ground.sql<{ id: number }>(`SELECT id FROM job WHERE file = ? AND state = 'waiting'`).get(file);
  if (waiting) return waiting.id;
  beat(ground, 'orders');
  const { lastInsertRowid } = ground
    .sql(`INSERT INTO job (kind, file, state, asked_at_ms) VALUES ('import', ?, 'waiting', ?)`)
    .run(file, ground.now());
  return Number(lastInsertRowid);
}

/** The oldest one open; a running one is what a librarian that fell has left. */
function nextJob(ground: Ground): Job | null {
  const job = ground
    .sql<Job>(`SELECT id, kind, file FROM job WHERE state IN ('waiting', 'running') ORDER BY id LIMIT 1`)
    .get();
  if (!job) return null;
  ground.sql(`UPDATE job SET state = 'running' WHERE id = ?`).run(job.id);
  return job;
}

interface JobRow {
  readonly state: JobView['state'];
  readonly rowsDone: number;
  readonly result: string | null;
  readonly why: string | null;
}

function viewOf(ground: Ground, jobId: number): JobView | null {
  const row = ground.sql<JobRow>('SELECT state, rows_done AS rowsDone, result, why FROM job WHERE id = ?').get(jobId);
  if (!row) return null;
  if (row.state === 'done') return { state: row.state, result: JSON.parse(row.result ?? '') as ImportResult };
  if (row.state === 'failed') return { state: row.state, why: row.why ?? '' };
  return { state: row.state, rowsDone: row.rowsDone };
}
