/** What the librarian was asked to do. A job survives restarts; doing it twice changes nothing. */
import type { JobView } from '../dj.ts';
import type { Job, JobKind, JobProgress, JobResults, VanishedRule } from '../librarian.ts';
import type { Store } from '../store.ts';
import { logFoundInFile } from './found_in_file.ts';
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';

type JobMethods = Pick<
  Store,
  'askImport' | 'askScan' | 'askRemove' | 'askBring' | 'nextJob' | 'jobProgress' | 'finishJob' | 'job'
>;

export function jobMethods(ground: Ground, { read, write }: Transactions): JobMethods {
  return {
    askImport: (file) => write(() => ask(ground, { ...NOTHING, kind: 'import', file })),
    askScan: (folderId, vanished) => write(() => ask(ground, { ...NOTHING, kind: 'scan', folderId, vanished })),
    askRemove: (folderId) => write(() => ask(ground, { ...NOTHING, kind: 'remove', folderId })),
    askBring: (file, wishId, who) =>
      write(() => {
        logFoundInFile(ground, wishId, file, who);
        return ask(ground, { ...NOTHING, kind: 'bring', file, wishId });
      }),
    nextJob: async (which) => {
      // Looked at often, and mostly in vain: only what is found costs the write lock.
      const id = await read(() => nextOf(ground, which));
      return id === null ? null : write(() => begin(ground, id));
    },
    jobProgress: (jobId, { done, total, folder }) =>
      write(() => {
        ground
          .sql('UPDATE job SET rows_done = ?, rows_total = ?, at_folder = ? WHERE id = ?')
          .run(done, total, folder, jobId);
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

/** What each kind of job says; null for what it has no word for. */
interface Wanted {
  readonly kind: JobKind;
  readonly file: string | null;
  readonly folderId: number | null;
  readonly vanished: VanishedRule | null;
  readonly wishId: number | null;
}

const NOTHING = { file: null, folderId: null, vanished: null, wishId: null } as const;

/** Returns the job that waits already, if somebody has asked for the same. */
function ask(ground: Ground, { kind, file, folderId, vanished, wishId }: Wanted): number {
  const waiting = ground
    .sql<{ id: number }>(
      `SELECT id FROM job WHERE state = 'waiting' AND kind = ? AND file IS ? AND folder_id IS ? AND vanished IS ? AND wish_id IS ?`,
    )
    .get(kind, file, folderId, vanished, wishId);
  if (waiting) return waiting.id;
  beat(ground, 'orders');
  const { lastInsertRowid } = ground
    .sql(
      `INSERT INTO job (kind, file, folder_id, vanished, wish_id, state, asked_at_ms) VALUES (?, ?, ?, ?, ?, 'waiting', ?)`,
    )
    .run(kind, file, folderId, vanished, wishId, ground.now());
  return Number(lastInsertRowid);
}

/** A running one is what a librarian that fell has left, or a scan that was interrupted for an errand. */
function nextOf(ground: Ground, which: 'any' | 'errands'): number | null {
  const job = ground
    .sql<{ id: number; kind: JobKind }>(
      `SELECT id, kind FROM job WHERE state IN ('waiting', 'running') ORDER BY kind = 'scan', id LIMIT 1`,
    )
    .get();
  if (!job || (which === 'errands' && job.kind === 'scan')) return null;
  return job.id;
}

interface JobRow {
  readonly id: number;
  readonly kind: JobKind;
  readonly file: string;
  readonly folderId: number | null;
  readonly vanished: VanishedRule;
  readonly wishId: number;
}

function begin(ground: Ground, id: number): Job | null {
  ground.sql(`UPDATE job SET state = 'running' WHERE id = ?`).run(id);
  const row = ground
    .sql<JobRow>('SELECT id, kind, file, folder_id AS folderId, vanished, wish_id AS wishId FROM job WHERE id = ?')
    .get(id);
  if (!row) return null;
  switch (row.kind) {
    case 'import':
      return { id, kind: row.kind, file: row.file };
    case 'scan':
      return { id, kind: row.kind, folderId: row.folderId, vanished: row.vanished };
    case 'remove':
      return { id, kind: row.kind, folderId: row.folderId ?? 0 };
    case 'bring':
      return { id, kind: row.kind, file: row.file, wishId: row.wishId };
  }
}

interface Stands extends JobProgress {
  readonly kind: JobKind;
  readonly state: JobView['state'];
  readonly result: string | null;
  readonly why: string | null;
}

function viewOf(ground: Ground, jobId: number): JobView | null {
  const row = ground
    .sql<Stands>(
      // A scan stands still while an errand is run; to whoever follows it, it waits.
      `SELECT kind, iif(state = 'running' AND kind = 'scan'
           AND EXISTS (SELECT 1 FROM job WHERE state = 'running' AND kind <> 'scan'), 'waiting', state) AS state,
         rows_done AS done, rows_total AS total, at_folder AS folder, result, why FROM job WHERE id = ?`,
    )
    .get(jobId);
  return row ? standing(row, row.kind) : null;
}

function standing({ state, result, why, ...progress }: Stands, kind: JobKind): JobView {
  if (state === 'failed') return { kind, state, why: why ?? '' };
  // finishJob wrote it for a job of this kind.
  if (state === 'done') return { kind, state, result: JSON.parse(result ?? '') as JobResults[JobKind] } as JobView;
  const { done, total, folder } = progress;
  return { kind, state, rowsDone: done, done, total, folder };
}
