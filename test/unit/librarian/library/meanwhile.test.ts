/** What happens to the library while it is scanned: a scan takes minutes, and the watch and the DJ do not wait for it. */
import { expect, test } from '@jest/globals';
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Errands } from '../../../../src/librarian/jobs.ts';
import { bringFile } from '../../../../src/librarian/library/bring.ts';
import { scan } from '../../../../src/librarian/library/scan.ts';
import type { ScanHands } from '../../../../src/librarian/library/scan.ts';
import type { LibraryBatch } from '../../../../src/store/library.ts';
import type { Store } from '../../../../src/store/store.ts';
import { makeMp4 } from '../../../media/mp4.ts';
import { evening, expectIs, tempFolder } from '../../../store/evening.ts';
import type { Evening } from '../../../store/evening.ts';

/** A song that nobody has written to for a while. Each has a time of its own, so that none looks like another. */
function drop(root: string, path: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, makeMp4({ seconds: 3 }));
  const at = new Date(Date.now() - 3_600_000 - (dropped += 1) * 1_000);
  utimesSync(file, at, at);
}
let dropped = 0;

const scanned = (store: ScanHands['store'], errands: Errands = () => Promise.resolve()) =>
  scan(
    {
      store,
      hint: () => undefined,
      now: Date.now,
      monotonic: () => performance.now(),
      pause: () => Promise.reject(new Error('nothing is being written to')),
      entering: () => undefined,
      unfinished: () => undefined,
    },
    { id: 1, kind: 'scan', folderId: null, vanished: 'forget' },
    errands,
  );

/** The store, in which `meanwhile` happens once, after the first batch that is `due`. */
function storeWith(store: Store, due: (batch: LibraryBatch) => boolean, meanwhile: () => Promise<unknown>): Store {
  let happened = false;
  return {
    ...store,
    recordFiles: async (batch) => {
      const recorded = await store.recordFiles(batch);
      if (!happened && due(batch)) {
        happened = true;
        await meanwhile();
      }
      return recorded;
    },
  };
}
const tells =
  (dir: string) =>
  ({ directories }: LibraryBatch): boolean =>
    directories.some((each) => each.dir === dir);

const titles = async ({ store }: Evening) =>
  (await store.songs(null, { page: 1, size: 100 })).rows.map(({ title }) => title).toSorted();

test('a file that came back while the scan ran is not forgotten', async () => {
  using night = await evening();
  using disk = tempFolder();
  using away = tempFolder();
  drop(disk.path, 'a/Toto - Africa.mp4');
  drop(disk.path, 'a/Toto - Rosanna.mp4');
  await night.store.addFolder(disk.path, 'auto', 'dj');
  await scanned(night.store);
  renameSync(join(disk.path, 'a/Toto - Africa.mp4'), join(away.path, 'x'));
  const store = storeWith(night.store, tells('a'), () => {
    renameSync(join(away.path, 'x'), join(disk.path, 'a/Toto - Africa.mp4'));
    return scanned(night.store);
  });
  expect(await scanned(store)).toMatchObject({ ok: true, result: { vanished: 0 } });
  expect(await titles(night)).toEqual(['Africa', 'Rosanna']);
});

test('a file that came back elsewhere while the scan ran is not forgotten', async () => {
  using night = await evening();
  using disk = tempFolder();
  using away = tempFolder();
  drop(disk.path, 'a/Toto - Africa.mp4');
  drop(disk.path, 'a/Toto - Rosanna.mp4');
  mkdirSync(join(disk.path, 'b'));
  await night.store.addFolder(disk.path, 'auto', 'dj');
  await scanned(night.store);
  renameSync(join(disk.path, 'a/Toto - Africa.mp4'), join(away.path, 'x'));
  const store = storeWith(night.store, tells('a'), () => {
    renameSync(join(away.path, 'x'), join(disk.path, 'b/Toto - Africa.mp4'));
    return scanned(night.store);
  });
  expect(await scanned(store)).toMatchObject({ ok: true, result: { vanished: 0 } });
  expect(await titles(night)).toEqual(['Africa', 'Rosanna']);
});

test('a directory that came back while the scan ran is not forgotten', async () => {
  using night = await evening();
  using disk = tempFolder();
  using away = tempFolder();
  drop(disk.path, 'a/Toto - Africa.mp4');
  drop(disk.path, 'b/Toto - Rosanna.mp4');
  await night.store.addFolder(disk.path, 'auto', 'dj');
  await scanned(night.store);
  renameSync(join(disk.path, 'a'), join(away.path, 'a'));
  drop(disk.path, 'b/Toto - Hold the Line.mp4');
  const store = storeWith(night.store, tells('b'), () => {
    renameSync(join(away.path, 'a'), join(disk.path, 'a'));
    return Promise.resolve();
  });
  expect(await scanned(store)).toMatchObject({ ok: true, result: { vanished: 0, added: 1 } });
  expect(await titles(night)).toEqual(['Africa', 'Hold the Line', 'Rosanna']);
});

test('a file that is gone is forgotten, and found again when it is back, whatever was said of its directory', async () => {
  using night = await evening();
  using disk = tempFolder();
  drop(disk.path, 'a/Toto - Africa.mp4');
  const { folder } = await night.store.addFolder(disk.path, 'auto', 'dj');
  await scanned(night.store);
  const { rows } = await night.store.filesIn(folder.folderId, 'a');
  const seen = rows.map(({ fileId, name }) => ({ fileId, dir: 'a', name }));
  expect(await night.store.forgetFiles(folder.folderId, seen)).toMatchObject({ files: 1, songs: 1 });
  await scanned(night.store);
  expect(await titles(night)).toEqual(['Africa']);
});

/** What an errand of the scan does, once. */
function once(work: (before: () => Promise<void>) => Promise<void>): Errands {
  let doing: Promise<void> | null = null;
  return (before) => (doing ??= work(before));
}
const breath = { isDue: () => false, take: () => Promise.resolve() };
const wished = async (night: Evening, text: string) => {
  const ada = await night.arrives('Ada');
  const { wishId } = expectIs(await night.store.wish({ guestId: ada.id, text }), 'wished');
  return wishId;
};

test('a file that the DJ brings during a scan is not what the scan had seen of it before', async () => {
  using night = await evening();
  using disk = tempFolder();
  drop(disk.path, 'a/track7.mp4');
  await night.store.addFolder(disk.path, 'auto', 'dj');
  const wishId = await wished(night, 'Queen - Innuendo');
  let brought: unknown = null;
  // The scan has looked at the directory, and nothing of it is written.
  const bring = once(async () => {
    const job = { id: 2, kind: 'bring', file: join(disk.path, 'a/track7.mp4'), wishId } as const;
    brought = await bringFile({ store: night.store, breath }, job);
  });
  const store: Store = {
    ...night.store,
    filesIn: async (folderId, dir) => {
      const known = await night.store.filesIn(folderId, dir);
      if (dir === 'a') await bring(() => Promise.resolve());
      return known;
    },
  };
  await scanned(store);
  expect(brought).toMatchObject({ ok: true, result: { found: true } });
  expect(await night.store.wishNow(wishId)).toMatchObject({ state: 'found' });
  expect(await titles(night)).toEqual(['Innuendo']);
});

test('before an errand of a scan is done, what the scan has found is written down', async () => {
  using night = await evening();
  using disk = tempFolder();
  drop(disk.path, 'a/Toto - Africa.mp4');
  for (const dir of ['b', 'c', 'd']) drop(disk.path, `${dir}/Toto - ${dir}.mp4`);
  await night.store.addFolder(disk.path, 'auto', 'dj');
  const known: (readonly string[])[] = [];
  await scanned(night.store, async (before) => {
    await before();
    known.push(await titles(night));
  });
  expect(known.find((each) => each.length > 0 && each.length < 4)).toContain('Africa');
});

test('a scan that fails has left nothing under way', async () => {
  using night = await evening();
  using disk = tempFolder();
  drop(disk.path, 'a/Toto - Africa.mp4');
  drop(disk.path, 'b/Toto - Rosanna.mp4');
  await night.store.addFolder(disk.path, 'auto', 'dj');
  const gate = Promise.withResolvers<null>();
  const begun = Promise.withResolvers<null>();
  const said: string[] = [];
  const store: Store = {
    ...night.store,
    filesIn: async (folderId, dir) => {
      begun.resolve(null);
      await gate.promise;
      said.push(`${dir} is looked at`);
      return night.store.filesIn(folderId, dir);
    },
  };
  let asked = 0;
  const scanning = scanned(store, async () => {
    // Of the first directory, which holds nothing but others.
    if ((asked += 1) === 1) return;
    await begun.promise;
    setImmediate(gate.resolve, null);
    throw new Error('The disk is full');
  });
  await expect(scanning.finally(() => said.push('over'))).rejects.toThrow('The disk is full');
  expect(said).toEqual(['a is looked at', 'over']);
});
