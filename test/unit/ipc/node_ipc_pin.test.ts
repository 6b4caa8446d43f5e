/**
 * node-ipc is pinned to the byte: 9.1.6, 9.2.3 and 12.0.1 carried an infostealer, 10.1.1 and 10.1.2 overwrote files. A new
 * version is a decision of a person who has read it, and who then changes this test.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const VERSION = '14.0.0';
const INTEGRITY = 'sha512-d5+aogND4Gk6aQkW5KCibliM4Mn12+isHXt8wFghO4Bn0gBSnev3TXJWQ4eEnzrlh5gCG+nwQEZwyayeDtQxQA==';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}

test('package.json asks for exactly the version that was read', () => {
  const { dependencies } = json('package.json') as { readonly dependencies: Readonly<Record<string, string>> };
  expect(dependencies['node-ipc']).toBe(VERSION);
});

test('the lock file has one node-ipc, of that version and with that hash, wherever it stands', () => {
  const { packages } = json('package-lock.json') as Lock;
  const found = Object.entries(packages).filter(([place]) => /(^|\/)node_modules\/node-ipc$/.test(place));
  expect(found).toEqual([
    ['node_modules/node-ipc', expect.objectContaining({ version: VERSION, integrity: INTEGRITY })],
  ]);
});

test('what is installed is that version', () => {
  expect(json('node_modules/node-ipc/package.json')).toMatchObject({ version: VERSION });
});
