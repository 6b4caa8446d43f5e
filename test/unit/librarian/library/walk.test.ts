import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breathing } from '../../../../src/librarian/library/breath.ts';
import { listDirectory, signatureOf } from '../../../../src/librarian/library/directory.ts';
import { walk } from '../../../../src/librarian/library/walk.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'karaoked-walk-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const breath = breathing(() => 0);
const put = (...names: readonly string[]): void => {
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), name);
  }
};
async function walked(from = ''): Promise<Record<string, readonly string[] | string>> {
  const found: Record<string, readonly string[] | string> = {};
  for await (const visit of walk({ root, from, breath, entering: () => undefined }))
    found[visit.dir] = visit.is === 'listed' ? visit.listing.names : visit.reason;
  return found;
}

test('every directory is visited, and what is no song is passed over', async () => {
  put(
    'a.mp3',
    'a.cdg',
    'cover.jpg',
    '.hidden.mp3',
    'still.zip.part',
    'rock/b.MP4',
    'rock/live/c.zip',
    '__MACOSX/d.mp3',
  );
  put('.trash/e.mp3', 'empty/readme');
  expect(await walked()).toEqual({
    '': ['a.cdg', 'a.mp3'],
    rock: ['b.MP4'],
    'rock/live': ['c.zip'],
    empty: [],
  });
  expect(Object.keys(await walked('rock'))).toEqual(['rock', 'rock/live']);
});

test('links are followed, but never in a circle and never to where a file was seen already', async () => {
  put('lib/a.mp3', 'lib/rock/b.mp3', 'elsewhere/c.mp3', 'elsewhere/deep/d.mp3');
  root = join(root, 'lib');
  symlinkSync('.', join(root, 'itself'));
  symlinkSync('..', join(root, 'up'));
  symlinkSync('../rock', join(root, 'rock/again'));
  symlinkSync('nowhere', join(root, 'dangling'));
  symlinkSync('loop', join(root, 'loop'));
  symlinkSync('../elsewhere', join(root, 'out'));
  symlinkSync('../elsewhere/deep', join(root, 'out deep'));
  symlinkSync('rock/b.mp3', join(root, 'linked.mp3'));
  expect(await walked()).toEqual({
    '': ['a.mp3', 'linked.mp3'],
    rock: ['b.mp3'],
    out: ['c.mp3'],
    'out/deep': ['d.mp3'],
  });
  root = join(root, '..');
});

test('a name that is no UTF-8 ends nothing: a file is listed, a folder says what is wrong with it', async () => {
  put('good.mp3');
  execFileSync('sh', ['-c', `printf x > "$(printf 'B\\351b\\351.mp3')"; mkdir "$(printf 'Fran\\347ais')"`], {
    cwd: root,
  });
  const found = await walked();
  expect(found['']).toEqual(['B\uFFFDb\uFFFD.mp3', 'good.mp3']);
  expect(found['Fran\uFFFDais']).toBe(
    '"Fran\uFFFDais" has a name that is not UTF-8 and cannot be opened. Rename it; convmv renames whole folders.',
  );
});

test('a folder that is gone is not visited', async () => {
  expect(await walked('gone')).toEqual({});
});

test('a directory looks the same until a name, a size, a time or the way of reading names changes', async () => {
  put('a.mp3', 'b.mp3');
  const sign = async (naming: 'auto' | 'tags' = 'auto') => signatureOf(await listDirectory(root, breath), naming);
  const before = await sign();
  expect(await sign()).toBe(before);
  put('cover.jpg');
  expect(await sign()).toBe(before);
  const seen = new Set([before, await sign('tags')]);
  writeFileSync(join(root, 'a.mp3'), 'longer than before');
  seen.add(await sign());
  utimesSync(join(root, 'a.mp3'), 1, 1);
  seen.add(await sign());
  renameSync(join(root, 'b.mp3'), join(root, 'c.mp3'));
  seen.add(await sign());
  expect(seen.size).toBe(5);
});
