/** A build under a running party: what publishes it, and the pages that serve it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { serveAssets } from '../../src/web/http/assets.ts';
import { readBuilt } from '../../src/web/http/built.ts';
import { publishPages } from '../../tools/publish.ts';

let folder: string;
let served: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'karaoke-'));
  served = join(folder, 'served');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a build makes, its assets named by `hash`. */
function build(hash: string): string {
  const fresh = join(folder, `fresh ${hash}`);
  mkdirSync(join(fresh, 'assets'), { recursive: true });
  const chunk = (page: string): object => ({ file: `assets/${page}-${hash}.js`, css: [`assets/${page}-${hash}.css`] });
  for (const page of ['guest', 'stage'])
    for (const file of [`${page}-${hash}.js`, `${page}-${hash}.js.br`, `${page}-${hash}.css`])
      writeFileSync(join(fresh, 'assets', file), `${file} as built`);
  writeFileSync(join(fresh, 'icon.svg'), hash);
  const manifest = { 'guest/main.tsx': chunk('guest'), 'stage/main.tsx': chunk('stage') };
  writeFileSync(join(fresh, 'manifest.json'), JSON.stringify(manifest));
  return fresh;
}
const has = (file: string): boolean => existsSync(join(served, file));
const script = (): string => readBuilt(served).guest.script;

test('a party that was started on a build serves its pages and those of the next', async () => {
  publishPages(build('one'), served);
  const app = fastify();
  await serveAssets(app, served);
  publishPages(build('two'), served);
  for (const address of ['/assets/guest-one.js', '/assets/stage-one.css', '/assets/guest-two.js'])
    expect({ address, status: (await app.inject(address)).statusCode }).toEqual({ address, status: 200 });
  expect((await app.inject('/icon.svg')).body).toBe('two');
  expect(script()).toBe('/assets/guest-two.js');
  await app.close();
});

test('of the builds before the last one stays, with the copies of its assets', () => {
  for (const hash of ['one', 'two', 'three', 'three']) publishPages(build(hash), served);
  expect(['one', 'two', 'three'].map((hash) => has(`assets/guest-${hash}.js`))).toEqual([false, true, true]);
  expect(['one', 'two', 'three'].map((hash) => has(`assets/guest-${hash}.js.br`))).toEqual([false, true, true]);
});

test('a build that cannot be published leaves the one before, whole', () => {
  publishPages(build('one'), served);
  mkdirSync(join(served, 'assets/stage-two.js/in the way'), { recursive: true });
  expect(() => {
    publishPages(build('two'), served);
  }).toThrow();
  expect(script()).toBe('/assets/guest-one.js');
  expect(has('assets/guest-one.js')).toBe(true);
});
