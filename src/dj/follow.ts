/** Waits for the librarian to do what a verb asked of it. */
import type { JobKind, JobResults } from '../store/librarian.ts';
import { isDegraded } from './degraded.ts';
import type { Asker, Desk } from './desk.ts';
import { refusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** Often enough for the shortest --timeout that anybody means: told of, the work is not taken for silent. */
const TELL_EVERY_MS = 250;
const POLL_MS = 200;

/**
 * Follows a job to its end. Progress is told while there is any, so that the asker's patience measures silence, not size:
 * a million rows take minutes, a librarian that hangs says nothing. `what` is how the DJ calls it: "The import".
 */
export async function follow<K extends JobKind>(
  desk: Desk,
  asker: Asker,
  { jobId, kind, what }: { readonly jobId: number; readonly kind: K; readonly what: string },
): Promise<{ readonly ok: true; readonly result: JobResults[K] } | Refusal> {
  let told: { readonly atMs: number; readonly step: string } = { atMs: desk.clock(), step: '' };
  for (;;) {
    const job = await desk.store.job(jobId);
    if (job?.kind !== kind) throw new Error(`Cannot follow ${kind} ${jobId}: the store does not know it`);
    // The kind was just compared; the compiler does not carry that into a union behind a type parameter.
    if (job.state === 'done') return { ok: true, result: job.result as JobResults[K] };
    if (job.state === 'failed') return refusal('failed', job.why);
    if (asker.gone.aborted) return refusal('timed-out', `${what} goes on without its asker.`);
    if (desk.clock() - told.atMs >= TELL_EVERY_MS) {
      if (job.state === 'waiting' && (await librarianIsDown(desk))) {
        return refusal(
          'degraded',
          `${what} is on the librarian's list, but the librarian is degraded; it is done as soon as the librarian works. See: karaokectl status`,
        );
      }
      const step = JSON.stringify(job);
      if (job.state === 'waiting' || step !== told.step) asker.progress(job);
      told = { atMs: desk.clock(), step };
    }
    await desk.bell.wait(POLL_MS);
  }
}

async function librarianIsDown(desk: Desk): Promise<boolean> {
  const tree = await desk.tree();
  return tree?.processes.some((process) => process.name === 'librarian' && isDegraded(process)) ?? false;
}
