import { expect, test } from '@jest/globals';
import { removeFolder } from '../../../../src/librarian/library/remove.ts';
import type { Store } from '../../../../src/store/store.ts';
import { evening } from '../../../store/evening.ts';

test('what is found in a folder while it is taken out goes with it', async () => {
  using night = await evening();
  const { folderId } = (await night.store.addFolder('/music', 'auto', 'dj')).folder;
  const told = { artist: 'Toto', title: 'Africa', durationS: 1, discId: null, format: 'zip' as const };
  const find = (dir: string) =>
    night.store.recordFiles({
      folderId,
      files: [{ dir, name: 'a.zip', others: [], size: 1, mtimeMs: 1, fileId: null, is: { song: told } }],
      directories: [],
    });
  await find('a');
  let found = false;
  const store: Store = {
    ...night.store,
    directories: async (...asked) => {
      const page = await night.store.directories(...asked);
      if (page.length === 0 && !found) {
        found = true;
        await find('b');
      }
      return page;
    },
  };
  const breath = { isDue: () => false, take: () => Promise.resolve() };
  const hands = { store, breath, stopWatching: () => undefined };
  const outcome = await removeFolder(hands, { id: 1, kind: 'remove', folderId });
  expect(outcome).toMatchObject({ ok: true, result: { files: 2, songs: 2 } });
  expect(await night.store.folders()).toEqual([]);
  expect(await night.store.songs(null, { page: 1, size: 5 })).toMatchObject({ total: 0 });
});
