import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readBuilt } from '../../../../src/web/http/built.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'karaoke-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const manifest = (chunks: object): void => {
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(chunks));
};

test('a page is made of its script, all that this imports, and the styles of both', () => {
  manifest({
    'guest/main.tsx': { file: 'assets/guest-1.js', css: ['assets/guest-1.css'], imports: ['_a.js', '_b.js'] },
    '_a.js': { file: 'assets/a-1.js', imports: ['_b.js'] },
    '_b.js': { file: 'assets/b-1.js', css: ['assets/b-1.css'], imports: ['_a.js'] },
    'stage/main.tsx': { file: 'assets/stage-1.js' },
  });
  expect(readBuilt(folder)).toEqual({
    guest: {
      script: '/assets/guest-1.js',
      imports: ['/assets/a-1.js', '/assets/b-1.js'],
      styles: ['/assets/b-1.css', '/assets/guest-1.css'],
    },
    stage: { script: '/assets/stage-1.js', imports: [], styles: [] },
  });
});

test('without a build it cannot run, and says what makes one', () => {
  const tried = expect.objectContaining({ name: 'CannotRun', message: expect.stringContaining('npm run build') });
  expect(() => readBuilt(folder)).toThrow(tried);
  manifest({ 'guest/main.tsx': { file: 'assets/guest-1.js' } });
  expect(() => readBuilt(folder)).toThrow(tried);
  writeFileSync(join(folder, 'manifest.json'), '{');
  expect(() => readBuilt(folder)).toThrow(tried);
});
