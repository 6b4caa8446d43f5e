/** What a phone has to fetch before its guest can sing. */
import { expect, test } from '@jest/globals';
import { openBar } from './bar.ts';
import { urlOf } from './browser.ts';
import { weigh } from './weight.ts';

const KIB = 1_024;

const bar = openBar();

test.each([
  ['/', 'gzip'],
  ['/', 'br'],
  ['/stage', 'gzip'],
] as const)('%s with %s is here with at most 60 KB, its words alone with 14', async (path, encoding) => {
  await using visit = await bar.visit();
  const encodings = new Set<string | undefined>();
  visit.page.on('response', (response) => encodings.add(response.headers()['content-encoding']));
  const weights = await weigh(visit.page, urlOf(bar.party, path), encoding);
  expect(encodings).toContain(encoding);
  expect(weights.find(({ url }) => url === urlOf(bar.party, path))?.bytes).toBeLessThanOrEqual(14 * KIB);
  expect(weights.length).toBeGreaterThan(2);
  expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(60 * KIB);
});
