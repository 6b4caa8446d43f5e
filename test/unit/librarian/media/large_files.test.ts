import { readFileSync, statSync, truncateSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { examine } from '../../../../src/librarian/media/examine.ts';
import { unitsIn } from '../../../../src/librarian/media/units.ts';
import { mediaFolder } from '../../../media/folder.ts';
import { makeMatroska } from '../../../media/matroska.ts';
import { makeMp3 } from '../../../media/mp3.ts';
import { makeMp4 } from '../../../media/mp4.ts';
import { makeWav } from '../../../media/riff.ts';
import { makeZip } from '../../../media/zip.ts';

const LARGE = 300_000_000;
const TAGS = { artist: 'Bjork', title: 'Joga' };

/** Bytes that this process has read since it began, whether or not a disk was asked. */
const bytesRead = (): number => Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

/** `begin`, a hole, `end`: LARGE bytes in all, of which the disk holds two. */
function writeSparse(path: string, begin: Buffer, end: Buffer): void {
  writeFileSync(path, begin);
  truncateSync(path, LARGE - end.length);
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, end, 0, end.length, LARGE - end.length);
  closeSync(descriptor);
}

const NOTHING = Buffer.alloc(0);

/** Each kind with its bulk where songs have theirs: as { begin, end } around a hole. */
const LARGE_FILES: Readonly<Record<string, () => { readonly begin: Buffer; readonly end: Buffer }>> = {
  mp3: () => ({ begin: makeMp3({ seconds: 1, frames: 'counted', ...TAGS }), end: NOTHING }),
  wav: () => {
    const begin = makeWav({ seconds: 1, ...TAGS });
    begin.writeUInt32LE(LARGE - 8, 4);
    const data = begin.indexOf('data');
    begin.writeUInt32LE(LARGE - data - 8, data + 4);
    return { begin, end: NOTHING };
  },
  mp4: () => {
    const small = makeMp4({ seconds: 60, ...TAGS });
    const [mdat, moov] = [small.indexOf('mdat') - 4, small.indexOf('moov') - 4];
    const end = small.subarray(moov);
    small.writeUInt32BE(LARGE - end.length - mdat, mdat);
    return { begin: small.subarray(0, moov), end };
  },
  m4v: () => {
    const begin = makeMp4({ seconds: 60, index: 'first', ...TAGS });
    const mdat = begin.lastIndexOf('mdat') - 4;
    begin.writeUInt32BE(LARGE - mdat, mdat);
    return { begin, end: NOTHING };
  },
  mkv: () => {
    const small = makeMatroska({ seconds: 60, ...TAGS });
    // The segment's length as not known yet, and behind its small cluster a large one.
    small.writeUInt32BE(0x1fffffff, small.indexOf(Buffer.from('18538067', 'hex')) + 4);
    const cluster = Buffer.from('1f43b6750100000000000000', 'hex');
    cluster.writeUInt32BE(LARGE - small.length - cluster.length, 8);
    return { begin: Buffer.concat([small, cluster]), end: NOTHING };
  },
  zip: () => {
    const small = makeZip({ seconds: 60, ...TAGS });
    const directory = small.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const end = small.subarray(directory);
    end.writeUInt32LE(LARGE - end.length, end.length - 6);
    return { begin: small.subarray(0, directory), end };
  },
};

/** Examines what was put into a folder of its own; returns how many bytes that took. */
async function bytesToExamine(name: string, { begin, end }: { begin: Buffer; end: Buffer }): Promise<number> {
  using folder = mediaFolder();
  writeSparse(join(folder.path, name), begin, end);
  const [unit] = unitsIn([name]).units;
  if (unit === undefined) throw new Error(`${name} is no song`);
  const before = bytesRead();
  const found = await examine(folder.path, unit, [statSync(join(folder.path, name)).size], 'auto');
  const read = bytesRead() - before;
  expect(found).toMatchObject({ ok: true, ...(name.startsWith('track03') ? TAGS : { artist: 'A', title: 'B' }) });
  return read;
}

describe.each(Object.keys(LARGE_FILES))('of 300 MB of .%s', (end) => {
  const parts = (): { begin: Buffer; end: Buffer } => LARGE_FILES[end]?.() ?? { begin: NOTHING, end: NOTHING };

  test('less than 80 KB are read when its name tells all', async () => {
    expect(await bytesToExamine(`A - B.${end}`, parts())).toBeLessThan(80_000);
  });

  test('less than 300 KB are read for its tags', async () => {
    // The first time loads the library that reads tags.
    await bytesToExamine(`track03.${end}`, parts());
    expect(await bytesToExamine(`track03.${end}`, parts())).toBeLessThan(300_000);
  });
});
