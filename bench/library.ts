/** A folder of small karaoke files as a KJ has them: pairs and zips, a hundred to a folder; and what `find` needs to look at it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCdg } from '../test/media/cdg.ts';
import { makeMp3 } from '../test/media/mp3.ts';
import { makeZip } from '../test/media/zip.ts';
import type { Bench } from './bench.ts';
import { artistOf, titleOf } from './catalogue.ts';

const SECONDS = 1;
const IN_A_FOLDER = 100;

/** Of ten songs three are zipped. Returns how many songs the files are. */
export function writeLibrary(folder: string, files: number): number {
  const [mp3, cdg, zip] = [makeMp3({ seconds: SECONDS }), makeCdg(SECONDS), makeZip({ seconds: SECONDS })];
  let songs = 0;
  for (let written = 0; written < files; songs += 1) {
    const place = join(folder, `Disc ${Math.floor(written / IN_A_FOLDER)}`);
    if (written % IN_A_FOLDER < 2) mkdirSync(place, { recursive: true });
    const name = join(place, `${artistOf(songs)} - ${titleOf(songs)}`);
    if (songs % 10 < 3 || written === files - 1) {
      writeFileSync(`${name}.zip`, zip);
      written += 1;
    } else {
      writeFileSync(`${name}.mp3`, mp3);
      writeFileSync(`${name}.cdg`, cdg);
      written += 2;
    }
  }
  return songs;
}

/** What the limits are: every file stat'ed, and every file stat'ed and its first 4 KiB read. */
export const FINDS = {
  stat: ['-type', 'f', '-printf', '%s %T@\\n'],
  read: ['-type', 'f', '-printf', '%s %T@ ', '-exec', 'head', '-qc', '4096', '{}', '+'],
} as const;

/** Milliseconds; null where there is no find that knows -printf. */
export async function findOver(bench: Bench, folder: string, how: keyof typeof FINDS): Promise<number | null> {
  const startedAt = performance.now();
  const find = spawn('find', [folder, ...FINDS[how]], { stdio: 'ignore', signal: bench.signal });
  const [code] = (await once(find, 'close').catch(() => [1])) as [number];
  return code === 0 ? performance.now() - startedAt : null;
}
