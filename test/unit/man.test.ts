/** The manual pages, read by the program that prints them. That they are not stale is seen with the other pages of docs/. */
import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verbNames } from '../../src/dj/verbs.ts';
import { SETTINGS } from '../../src/config/schema.ts';
import { MAN_PAGES } from '../../tools/man.ts';

const root = join(import.meta.dirname, '../..');
const isInstalled = spawnSync('groff', ['--version']).status === 0;

for (const file of Object.keys(MAN_PAGES))
  (isInstalled ? test : test.skip)(`groff reads ${file} without a warning, and shows all of it`, () => {
    const { status, stdout, stderr } = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-P-cbou', join(root, file)], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const shown = stdout.replace(/\s+/g, ' ');
    const names = file.includes('karaokectl') ? verbNames : Object.keys(SETTINGS);
    for (const name of names) expect(shown).toContain(name);
  });

test('package.json names the manual pages, and they are there', () => {
  const { man } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly man: readonly string[] };
  expect(man).toEqual(Object.keys(MAN_PAGES));
  for (const file of man) expect(existsSync(join(root, file))).toBe(true);
});
