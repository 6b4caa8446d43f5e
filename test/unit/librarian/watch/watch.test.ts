/** The watch on a real disk; its alarm and its clock are the test's. */
import { expect, test } from '@jest/globals';
import { mkdirSync, renameSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createWatch } from '../../../../src/librarian/watch/watch.ts';
import { StoreBusy } from '../../../../src/store/errors.ts';
import type { Store } from '../../../../src/store/store.ts';
import { makeMp4 } from '../../../media/mp4.ts';
import { evening, tempFolder } from '../../../store/evening.ts';
import type { Evening } from '../../../store/evening.ts';

/** A song that nobody has written to for a while. */
function make(file: string): string {
  writeFileSync(file, makeMp4({ seconds: 3 }));
  const at = new Date(Date.now() - 3_600_000 - (made += 1) * 1_000);
  utimesSync(file, at, at);
  return file;
}
let made = 0;

/** Moves `from` to `to`, below `root`; resolves when whoever watches `root` has heard of it. */
async function move(from: string, root: string, to: string): Promise<void> {
  const heard = Promise.withResolvers<null>();
  const watcher = watch(root, (_event, name) => {
    if (name === to) heard.resolve(null);
  });
  renameSync(from, join(root, to));
  await heard.promise;
  watcher.close();
  await setImmediate();
}

async function watched(night: Evening, root: string, store: Store) {
  const it: { nowMs: number; alarmMs: number | null } = { nowMs: Date.now(), alarmMs: null };
  const { folder } = await night.store.addFolder(root, 'auto', 'dj');
  const watching = createWatch({
    store,
    breath: { isDue: () => false, take: () => Promise.resolve() },
    now: () => it.nowMs,
    monotonic: () => it.nowMs,
    hint: () => undefined,
    wake: () => undefined,
    later: (ms) => {
      it.alarmMs = ms;
      return () => {
        it.alarmMs = null;
      };
    },
    blind: (code) => {
      throw new Error(code);
    },
  });
  watching.entering(folder, '');
  return {
    [Symbol.dispose]: () => {
      watching.stopWatching(folder.folderId);
    },
    /** What the alarm has done; fails when none is set. */
    looks: async () => {
      if (it.alarmMs === null) throw new Error('No look is due');
      it.nowMs += it.alarmMs;
      await watching.lookWhereDropped();
    },
  };
}

const titles = async ({ store }: Evening) =>
  (await store.songs(null, { page: 1, size: 100 })).rows.map(({ title }) => title).toSorted();

test('what is dropped in while its directory is looked at is found by the next look', async () => {
  using night = await evening();
  using disk = tempFolder();
  using away = tempFolder();
  const [one, two] = [make(join(away.path, 'one')), make(join(away.path, 'two'))];
  let during: (() => Promise<void>) | null = () => move(two, disk.path, 'Toto - Rosanna.mp4');
  const store: Store = {
    ...night.store,
    filesIn: async (folderId, dir) => {
      const known = await night.store.filesIn(folderId, dir);
      await during?.();
      during = null;
      return known;
    },
  };
  using it = await watched(night, disk.path, store);
  await move(one, disk.path, 'Toto - Africa.mp4');
  await it.looks();
  expect(await titles(night)).toEqual(['Africa']);
  await it.looks();
  expect(await titles(night)).toEqual(['Africa', 'Rosanna']);
});

test('a new directory whose songs could not be written is looked at again', async () => {
  using night = await evening();
  using disk = tempFolder();
  using away = tempFolder();
  mkdirSync(join(away.path, 'new/below'), { recursive: true });
  make(join(away.path, 'new/Toto - Africa.mp4'));
  make(join(away.path, 'new/below/Toto - Rosanna.mp4'));
  let busy = true;
  const store: Store = {
    ...night.store,
    recordFiles: (batch) => {
      if (!busy) return night.store.recordFiles(batch);
      busy = false;
      return Promise.reject(new StoreBusy('locked'));
    },
  };
  using it = await watched(night, disk.path, store);
  await move(join(away.path, 'new'), disk.path, 'new');
  await expect(it.looks()).rejects.toThrow('locked');
  await it.looks();
  expect(await titles(night)).toEqual(['Africa', 'Rosanna']);
});
