/** songs, import. */
import type { PageWanted } from '../../party/model.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { follow } from '../follow.ts';
import { PAGE_ROWS } from '../verbs.ts';
import { pageOf, songRow } from '../views.ts';

export function wanted(page: number | null): PageWanted {
  return { page: page ?? 1, size: PAGE_ROWS };
}

export function songAnswers(desk: Desk): Pick<Answerers, 'songs' | 'import'> {
  const { store } = desk;
  return {
    songs: async ({ words, page, hidden }) => {
      if (hidden !== null) return done(pageOf(await store.hiddenSongs(words, wanted(page)), songRow));
      const found = words === null ? store.songs(null, wanted(page)) : store.search(words, wanted(page));
      return done(pageOf(await found, songRow));
    },
    import: async ({ 'file.csv': file }, asker) => {
      const jobId = await store.askImport(file);
      desk.hint('catalogue');
      const ended = await follow(desk, asker, { jobId, kind: 'import', what: `The import of "${file}"` });
      if (!ended.ok) return ended;
      const { result } = ended;
      return { ok: true, verdict: result.badCount > 0 ? 'failed' : 'done', value: { file, ...result } };
    },
  };
}
