/** Files that the DJ brought from outside every folder. Nobody walks there; a whole scan asks whether they still lie there. */
import { join } from 'node:path';
import type { LibraryStore } from '../../store/library.ts';
import type { Breath } from './breath.ts';
import { isGone } from './there.ts';

/** Directories asked for at once; few parties have that many. */
const PAGE = 100;

/** Takes out what is gone; a song that had no other file leaves the catalogue. Throws what the store throws. */
export async function forgetStrays(
  store: Pick<LibraryStore, 'directories' | 'filesIn' | 'forgetFiles' | 'forgetDirectories'>,
  breath: Breath,
): Promise<void> {
  for (let after: string | null = null; ;) {
    const page = await store.directories(null, after, PAGE);
    for (const { dir } of page) {
      const { rows } = await store.filesIn(null, dir);
      const gone = rows.filter(({ name }) => isGone(join(dir, name)));
      if (gone.length > 0)
        await store.forgetFiles(
          null,
          gone.map(({ fileId, name }) => ({ fileId, dir, name })),
        );
      if (gone.length === rows.length) await store.forgetDirectories(null, [dir]);
      if (breath.isDue()) await breath.take();
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    after = last.dir;
  }
}
