import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { examine } from '../../../../src/librarian/media/examine.ts';
import { unitsIn } from '../../../../src/librarian/media/units.ts';
import { BROKEN } from '../../../media/broken.ts';
import { makeCdg } from '../../../media/cdg.ts';
import { mediaFolder } from '../../../media/folder.ts';

/** A scan in small: what is said about everything in `folder`. */
async function reasonsIn(folder: string): Promise<string[]> {
  const { units, lost } = unitsIn(readdirSync(folder));
  const size = (part: string): number => statSync(join(folder, part), { throwIfNoEntry: false })?.size ?? 0;
  const results = await Promise.all(units.map((unit) => examine(folder, unit, unit.parts.map(size), 'auto')));
  return [...lost.map(({ reason }) => reason), ...results.map((result) => (result.ok ? 'plays' : result.reason))];
}

const isRoot = process.getuid?.() === 0;

describe('a scan says what is wrong with', () => {
  for (const broken of BROKEN) {
    test(broken.what, async () => {
      using folder = mediaFolder();
      broken.make(folder.path);
      const expected = broken.unless === 'root' && isRoot ? 'plays' : broken.reason;
      expect(await reasonsIn(folder.path)).toEqual([expected]);
    });
  }

  test('a file that went while it scanned', async () => {
    using folder = mediaFolder();
    const result = await examine(
      folder.path,
      { format: 'audio', main: 'A - B.mp3', parts: ['A - B.mp3'] },
      [10],
      'auto',
    );
    expect(result).toEqual({
      ok: false,
      reason: '"A - B.mp3" is gone since the folder was listed. Scan again when it is back.',
    });
  });

  test('a .cdg that would last for hours', async () => {
    using folder = mediaFolder();
    folder.put('A - B.mp3', 'sound');
    truncateSync(folder.put('A - B.cdg', makeCdg(1)), 3 * 3_600 * 7_200);
    expect(await reasonsIn(folder.path)).toEqual(['"A - B.cdg" would last 3 hours, so it is no song. Take it away.']);
  });
});
