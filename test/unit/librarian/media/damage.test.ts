import { statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { examine } from '../../../../src/librarian/media/examine.ts';
import type { Format } from '../../../../src/librarian/media/formats.ts';
import { mediaFolder } from '../../../media/folder.ts';
import { makeMatroska } from '../../../media/matroska.ts';
import { makeMp3 } from '../../../media/mp3.ts';
import { makeMp4 } from '../../../media/mp4.ts';
import { makeAvi, makeWav } from '../../../media/riff.ts';
import { makeFlac, makeOgg } from '../../../media/vorbis.ts';
import { makeZip, zipOf } from '../../../media/zip.ts';
import { makeCdg } from '../../../media/cdg.ts';

const TAGS = { artist: 'Björk', title: 'Jóga' };
const WHOLE: readonly (readonly [extension: string, format: Format, bytes: Buffer])[] = [
  ['mp3', 'audio', makeMp3({ seconds: 1, frames: 'counted', ...TAGS })],
  ['mp4', 'video', makeMp4({ seconds: 200, ...TAGS })],
  ['mkv', 'video', makeMatroska({ seconds: 200, ...TAGS })],
  ['avi', 'video', makeAvi({ seconds: 200 })],
  ['flac', 'audio', makeFlac({ seconds: 200, ...TAGS })],
  ['ogg', 'audio', makeOgg({ seconds: 200, ...TAGS })],
  ['wav', 'audio', makeWav({ seconds: 1, ...TAGS })],
  ['zip', 'zip', makeZip({ seconds: 1, ...TAGS })],
];

/** Numbers below `limit` that are the same in every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % limit;
  };
}

/** `whole` with a few other bytes, mostly near its ends, and sometimes without its end. */
function damaged(whole: Buffer, roll: (limit: number) => number): Buffer {
  const bytes = Buffer.from(whole);
  for (let hits = 1 + roll(6); hits > 0; hits -= 1) {
    const near = Math.min(bytes.length, 200);
    const at = [roll(near), bytes.length - 1 - roll(near), roll(bytes.length)][roll(3)];
    bytes[at ?? 0] = roll(256);
  }
  return roll(5) === 0 ? bytes.subarray(0, roll(bytes.length)) : bytes;
}

describe('whatever was done to a file, a look at it ends with a song or with a sentence:', () => {
  test.each(WHOLE)('.%s', async (extension, format, whole) => {
    using folder = mediaFolder();
    const roll = dice(20_261_122);
    // One name tells all, so that only lengths are read; the other makes the tags be read as well.
    for (const main of Array.from({ length: 40 }, () => [`A - B.${extension}`, `track03.${extension}`]).flat()) {
      const path = folder.put(main, damaged(whole, roll));
      const found = await examine(folder.path, { format, main, parts: [main] }, [statSync(path).size], 'auto');
      if (found.ok) expect(found.durationS ?? 1).toBeGreaterThan(0);
      else expect(found.reason).toMatch(/^".+" .+\.$/);
    }
  });

  test('audio that cannot be unpacked is told when its tags are asked for', async () => {
    using folder = mediaFolder();
    const zip = zipOf({ 'a.mp3': makeMp3({ seconds: 60, ...TAGS }), 'a.cdg': makeCdg(1) });
    zip.fill(0xff, 40, 80);
    folder.put('x.zip', zip);
    expect(
      await examine(folder.path, { format: 'zip', main: 'x.zip', parts: ['x.zip'] }, [zip.length], 'auto'),
    ).toEqual({
      ok: false,
      reason: '"x.zip" is damaged: the audio in it cannot be unpacked. Copy it again from where it came.',
    });
  });
});
