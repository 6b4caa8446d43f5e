/** songs, import. */
import type { PageWanted } from '../../party/model.ts';
import type { ImportResult } from '../../store/librarian.ts';
import type { Answer, Answerers, Asker, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import { PAGE_ROWS } from '../verbs.ts';
import { pageOf, songRow } from '../views.ts';

export function wanted(page: number | null): PageWanted {
  return { page: page ?? 1, size: PAGE_ROWS };
}

export function songAnswers(desk: Desk): Pick<Answerers, 'songs' | 'import'> {
  const { store } = desk;
  return {
    songs: async ({ words, page }) => {
      const found = words === null ? store.songs(null, wanted(page)) : store.search(words, wanted(page));
      return done(pageOf(await found, songRow));
    },
    import: async ({ 'file.csv': file }, asker) => {
      const jobId = await store.askImport(file);
      desk.hint('catalogue');
      return follow(desk, asker, jobId, file);
    },
  };
}

/** Often enough for the shortest --timeout that anybody means: told of, the import is not taken for silent. */
const TELL_EVERY_MS = 250;
const POLL_MS = 200;

/**
 * Waits for the librarian. Progress is told while there is any, so that the asker's patience measures silence, not size:
 * a million rows take minutes, a librarian that hangs says nothing.
 */
async function follow(desk: Desk, asker: Asker, jobId: number, file: string): Promise<Answer<'import'>> {
  let told = { atMs: desk.clock(), rowsDone: -1 };
  for (;;) {
    const job = await desk.store.job(jobId);
    if (job === null) throw new Error(`Cannot follow import ${jobId}: the store does not know it`);
    if (job.state === 'done') return imported(file, job.result);
    if (job.state === 'failed') return refusal('failed', job.why);
    if (asker.gone.aborted) return refusal('timed-out', 'The import goes on without its asker.');
    if (desk.clock() - told.atMs >= TELL_EVERY_MS) {
      if (job.state === 'waiting' && (await librarianIsDown(desk))) {
        return refusal(
          'degraded',
          `"${file}" is on the librarian's list, but the librarian is degraded; it is imported as soon as the librarian works. See: karaokectl status`,
        );
      }
      if (job.state === 'waiting' || job.rowsDone !== told.rowsDone) {
        asker.progress({ kind: 'import', state: job.state, rowsDone: job.rowsDone });
      }
      told = { atMs: desk.clock(), rowsDone: job.rowsDone };
    }
    await desk.bell.wait(POLL_MS);
  }
}

function imported(file: string, result: ImportResult): Answer<'import'> {
  return { ok: true, verdict: result.badCount > 0 ? 'failed' : 'done', value: { file, ...result } };
}

async function librarianIsDown(desk: Desk): Promise<boolean> {
  const tree = await desk.tree();
  return tree?.processes.some(({ name, state }) => name === 'librarian' && state === 'degraded') ?? false;
}
