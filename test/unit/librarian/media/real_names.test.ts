import { describe, expect, test } from '@jest/globals';
import { tell } from '../../../../src/librarian/media/names.ts';
import { songKey } from '../../../../src/party/normalise.ts';
import { evaluationCatalogue } from '../../../search/catalogue.ts';

/** How libraries spell "Artist - Title". */
const SPELLINGS: Readonly<Record<string, (artist: string, title: string) => string>> = {
  plainly: (artist, title) => `${artist} - ${title}`,
  'with underscores': (artist, title) => `${artist} - ${title}`.replaceAll(' ', '_'),
  'with a disc id': (artist, title) => `SC8125-07 - ${artist} - ${title}`,
  'as karaoke': (artist, title) => `${artist} - ${title} (Karaoke Version)`,
  'as a karaoke disc says it': (artist, title) => `${title} (In the Style of ${artist}) [Karaoke]`,
};

describe('of some 13,000 real songs, files named', () => {
  test.each(Object.keys(SPELLINGS))('%s are understood, but for one in a thousand', async (spelling) => {
    let songs = 0;
    const misunderstood: string[] = [];
    for await (const rows of evaluationCatalogue()) {
      for (const { artist, title } of rows) {
        const stem = SPELLINGS[spelling]?.(artist, title) ?? '';
        const told = tell(stem, 'auto');
        songs += 1;
        if (songKey(told.artist ?? '', told.title) !== songKey(artist, title)) misunderstood.push(stem);
      }
    }
    expect(songs).toBeGreaterThan(13_000);
    expect(misunderstood.slice(songs / 1_000)).toEqual([]);
  });
});
