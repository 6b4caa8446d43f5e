import { describe, expect, test } from '@jest/globals';
import { createReadStream } from 'node:fs';
import { readCatalogue } from '../../src/librarian/csv.ts';
import { songKey } from '../../src/party/normalise.ts';
import type { CatalogueRow } from '../../src/store/librarian.ts';
import { titleCase } from '../../tools/title_case.ts';

const file = new URL('../../data/demo.csv', import.meta.url);

async function demo(): Promise<readonly CatalogueRow[]> {
  const songs: CatalogueRow[] = [];
  for await (const { rows, bad } of readCatalogue(createReadStream(file))) {
    expect(bad).toEqual([]);
    songs.push(...rows);
  }
  return songs;
}

describe('the demo catalogue', () => {
  test('is big enough for an evening, in two alphabets, without a bad row', async () => {
    const songs = await demo();
    expect(songs.length).toBeGreaterThanOrEqual(500);
    expect(songs.filter(({ artist }) => /\p{Script=Cyrillic}/u.test(artist)).length).toBeGreaterThanOrEqual(40);
  });

  test('has every song once', async () => {
    const keys = (await demo()).map(({ artist, title }) => songKey(artist, title));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('shouts no title', async () => {
    const shouted = (await demo()).filter(({ title }) => /\p{Lu}{4,}/u.test(title)).map(({ title }) => title);
    expect(shouted).toEqual([]);
  });

  test('has what the documents ask for, and has not what they wish for', async () => {
    const keys = new Set((await demo()).map(({ artist, title }) => songKey(artist, title)));
    const here = (artist: string, title: string): boolean => keys.has(songKey(artist, title));
    expect([here('Queen', 'Bohemian Rhapsody'), here('Toto', 'Africa'), here('ABBA', 'Dancing Queen')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([here('ABBA', 'Waterloo'), here('Щурците', 'Вкусът на времето')]).toEqual([false, false]);
  });
});

test.each([
  ['GIMME! GIMME! GIMME! (A MAN AFTER MIDNIGHT)', 'Gimme! Gimme! Gimme! (A Man After Midnight)'],
  ["DON'T STOP 'TIL YOU GET ENOUGH", "Don't Stop 'Til You Get Enough"],
  ['WAKE ME UP BEFORE YOU GO-GO', 'Wake Me Up Before You Go-Go'],
  ['BORN IN THE U.S.A.', 'Born in the U.S.A.'],
  ['Y.M.C.A.', 'Y.M.C.A.'],
  ['ALONE, PT. II', 'Alone, Pt. II'],
  ['THE SUN ALWAYS SHINES ON T.V.', 'The Sun Always Shines on T.V.'],
  ["(SITTIN' ON) THE DOCK OF THE BAY", "(Sittin' On) The Dock of the Bay"],
  ['...BABY ONE MORE TIME', '...Baby One More Time'],
  ["WHAT I'VE BEEN LOOKING FOR", "What I've Been Looking For"],
  ['MÅNESKIN ÜBER ALLES (LIVE)', 'Måneskin Über Alles (Live)'],
])('%s is sung as %s', (shouted, sung) => {
  expect(titleCase(shouted)).toBe(sung);
});
