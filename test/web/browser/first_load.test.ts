/** What a phone has to fetch before its guest can sing. */
import { expect, test } from '@jest/globals';
import { openBar } from './bar.ts';
import { urlOf } from './browser.ts';
import { weigh } from './weight.ts';

const KIB = 1_024;

const bar = openBar();

test.each(['/', '/stage'])('%s is in a phone with at most 60 KB, its words alone with 14', async (path) => {
  await using visit = await bar.visit();
  const weights = await weigh(visit.page, urlOf(bar.party, path));
  const html = weights[0]?.bytes ?? Number.NaN;
  expect(html).toBeLessThanOrEqual(14 * KIB);
  expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(60 * KIB);
});
