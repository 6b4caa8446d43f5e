import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unitsWithUltraStar } from '../../../../src/librarian/media/claims.ts';
import { examine } from '../../../../src/librarian/media/examine.ts';
import type { Examined, Problem } from '../../../../src/librarian/media/examined.ts';
import { unitsIn } from '../../../../src/librarian/media/units.ts';
import type { Naming } from '../../../../src/party/naming.ts';
import { makeCdg } from '../../../media/cdg.ts';
import { mediaFolder } from '../../../media/folder.ts';
import type { MediaFolder } from '../../../media/folder.ts';
import { makeMatroska } from '../../../media/matroska.ts';
import { makeMp3 } from '../../../media/mp3.ts';
import { makeMp4 } from '../../../media/mp4.ts';
import { makeAvi, makeWav } from '../../../media/riff.ts';
import { makeLrc, makeUltraStar } from '../../../media/texts.ts';
import { makeFlac, makeOgg } from '../../../media/vorbis.ts';
import { makeZip, zipOf } from '../../../media/zip.ts';

/** What is found out about the one song in `folder`. */
async function song({ path }: MediaFolder, naming: Naming = 'auto'): Promise<Examined | Problem> {
  const names = readdirSync(path);
  const [unit, further] = unitsWithUltraStar(path, names, unitsIn(names));
  if (unit === undefined || further !== undefined) throw new Error(`Not one song: ${names.join(', ')}`);
  return examine(
    path,
    unit,
    unit.parts.map((part) => statSync(join(path, part)).size),
    naming,
  );
}

async function songOf(files: Readonly<Record<string, Buffer>>, naming: Naming = 'auto'): Promise<Examined | Problem> {
  using folder = mediaFolder();
  for (const [name, bytes] of Object.entries(files)) folder.put(name, bytes);
  return await song(folder, naming);
}

const TAGS = { artist: 'Björk', title: 'Jóga' };
/** What the makers write into `seconds`, each kind into a file of its own. */
const MADE: Readonly<Record<string, (of: { seconds: number; artist?: string; title?: string }) => Buffer>> = {
  mp3: makeMp3,
  m4a: (of) => makeMp4({ ...of, track: 'audio' }),
  mp4: makeMp4,
  mkv: makeMatroska,
  webm: (of) => makeMatroska({ ...of, kind: 'webm' }),
  flac: makeFlac,
  ogg: makeOgg,
};

describe('a song whose name tells all', () => {
  test('as a pair lasts as long as its graphics', async () => {
    const files = {
      'SC8125-07 - Queen - Innuendo.mp3': makeMp3({ seconds: 1 }),
      'sc8125-07 - queen - innuendo.CDG': makeCdg(12),
    };
    expect(await songOf(files)).toEqual({
      ok: true,
      artist: 'Queen',
      title: 'Innuendo',
      discId: 'SC8125-07',
      durationS: 12,
      format: 'mp3+cdg',
    });
  });

  test.each(['stored', 'deflated'] as const)('as a zip, %s, lasts as long as the graphics in it', async (packing) => {
    expect(await songOf({ 'Queen - Innuendo.zip': makeZip({ seconds: 7, packing, ...TAGS }) })).toMatchObject({
      artist: 'Queen',
      title: 'Innuendo',
      durationS: 7,
      format: 'zip',
    });
  });

  test.each([...Object.keys(MADE), 'wav', 'avi'])('as .%s lasts as long as it says', async (kind) => {
    const make = { ...MADE, wav: makeWav, avi: makeAvi }[kind];
    const found = await songOf({ [`Queen - Innuendo.${kind}`]: make?.({ seconds: 3, ...TAGS }) ?? Buffer.alloc(0) });
    expect(found).toMatchObject({ artist: 'Queen', title: 'Innuendo', durationS: 3 });
  });

  test('lasts as its frames were counted, as its rate says without a tag, and whatever pictures are in its tag', async () => {
    expect(await songOf({ 'A - B.mp3': makeMp3({ seconds: 6, frames: 'counted', ...TAGS }) })).toMatchObject({
      durationS: 6,
    });
    expect(await songOf({ 'A - B.mp3': makeMp3({ seconds: 6 }) })).toMatchObject({ durationS: 6 });
    const tag = Buffer.alloc(200_010);
    Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 12, 26, 64]).copy(tag);
    expect(await songOf({ 'A - B.mp3': Buffer.concat([tag, makeMp3({ seconds: 6 })]) })).toMatchObject({
      durationS: 6,
    });
  });

  test('may have its index first', async () => {
    expect(await songOf({ 'A - B.mp4': makeMp4({ seconds: 200, index: 'first' }) })).toMatchObject({ durationS: 200 });
  });

  test('may be of another kind than its extension says', async () => {
    expect(await songOf({ 'A - B.mp3': makeMp4({ seconds: 200, track: 'audio' }) })).toMatchObject({ durationS: 200 });
  });
});

describe('a song whose name tells too little', () => {
  test.each(Object.keys(MADE))('is named by the tags of its .%s', async (kind) => {
    const bytes = MADE[kind]?.({ seconds: 3, ...TAGS }) ?? Buffer.alloc(0);
    expect(await songOf({ [`track03.${kind}`]: bytes })).toMatchObject({ ...TAGS, durationS: 3 });
  });

  test('is named by the audio beside its graphics', async () => {
    const files = { 'SC8125-07.mp3': makeMp3({ seconds: 1, ...TAGS }), 'SC8125-07.cdg': makeCdg(1) };
    expect(await songOf(files)).toMatchObject(TAGS);
  });

  test('is named by the files in its zip, or by the tags of the audio there', async () => {
    expect(await songOf({ 'x.zip': makeZip({ seconds: 1, name: 'Queen - Innuendo', ...TAGS }) })).toMatchObject({
      artist: 'Queen',
      title: 'Innuendo',
    });
    for (const packing of ['stored', 'deflated'] as const) {
      expect(await songOf({ 'x.zip': makeZip({ seconds: 30, packing, ...TAGS }) })).toMatchObject(TAGS);
    }
  });

  test('is named by its words before its audio', async () => {
    const files = {
      'a.mp3': makeMp3({ seconds: 1, ...TAGS }),
      'a.lrc': makeLrc({ seconds: 1, artist: 'Abba', title: 'SOS' }),
    };
    expect(await songOf(files)).toMatchObject({ artist: 'Abba', title: 'SOS', format: 'audio+lrc' });
  });

  test('keeps its file name as title when nothing tells', async () => {
    expect(await songOf({ 'track03.mp3': makeMp3({ seconds: 1 }) })).toMatchObject({
      ok: true,
      artist: '',
      title: 'track03',
    });
    const unknown = makeMp3({ seconds: 1, artist: 'Unknown Artist', title: 'Track 03' });
    expect(await songOf({ 'hello.mp3': unknown })).toMatchObject({ ok: true, artist: '', title: 'hello' });
  });

  test('is a problem when nothing of its name can be seen', async () => {
    expect(await songOf({ '\u200B.mp3': makeMp3({ seconds: 1 }) })).toEqual({
      ok: false,
      reason: '"\u200B.mp3" has a name of which nothing can be seen. Rename it to "Artist - Title".',
    });
  });
});

describe('a folder that is named by tags', () => {
  test('believes them, and the file name where there are none', async () => {
    expect(await songOf({ 'Queen - Innuendo.mp3': makeMp3({ seconds: 1, ...TAGS }) }, 'tags')).toMatchObject(TAGS);
    expect(await songOf({ 'Queen - Innuendo.mp3': makeMp3({ seconds: 1 }) }, 'tags')).toMatchObject({
      artist: 'Queen',
      title: 'Innuendo',
    });
    expect(await songOf({ 'Queen - Innuendo.zip': makeZip({ seconds: 1, ...TAGS }) }, 'tags')).toMatchObject(TAGS);
  });
});

describe('words in a file of their own', () => {
  test('of UltraStar name the song, whatever the file is called', async () => {
    const text = makeUltraStar({ artist: 'Щурците', title: 'Клетва', audio: 'sound.ogg' });
    expect(await songOf({ 'A - B.txt': text, 'sound.ogg': makeOgg({ seconds: 60 }) })).toMatchObject({
      artist: 'Щурците',
      title: 'Клетва',
      durationS: 60,
      format: 'ultrastar',
    });
  });

  test.each([
    ['windows-1252', 'Beyonc\xe9', 'D\xe9j\xe0 Vu', 'Beyoncé', 'Déjà Vu'],
    ['windows-1251', '\xd9\xf3\xf0\xf6\xe8\xf2\xe5', '\xca\xeb\xe5\xf2\xe2\xe0', 'Щурците', 'Клетва'],
    ['windows-1250', 'Wilki', 'Bos\xb9', 'Wilki', 'Bosą'],
  ])('may be written in %s', async (_page, artist, title, who, what) => {
    const text = Buffer.from(
      `#TITLE:${title}\r\n#ARTIST:${artist}\r\n#MP3:a.ogg\r\n#BPM:300\r\n: 0 4 0 La\r\n`,
      'latin1',
    );
    expect(await songOf({ 'x.txt': text, 'a.ogg': makeOgg({ seconds: 1 }) })).toMatchObject({
      artist: who,
      title: what,
    });
    const lrc = Buffer.from(`[ar:${artist}]\n[ti:${title}]\n[00:00.00]La\n`, 'latin1');
    expect(await songOf({ 'x.lrc': lrc, 'x.ogg': makeOgg({ seconds: 1 }) })).toMatchObject({
      artist: who,
      title: what,
    });
  });

  test('of UltraStar that name audio which is not there are a problem', async () => {
    const text = makeUltraStar({ artist: 'A', title: 'B', audio: 'gone.mp3' });
    expect(await songOf({ 'x.txt': text })).toEqual({
      ok: false,
      reason: '"x.txt" names the audio "gone.mp3", which is not in its folder. Put it there.',
    });
  });
});

describe('a zip', () => {
  const song1 = { 'a.mp3': makeMp3({ seconds: 1 }), 'a.cdg': makeCdg(2) };

  test.each([
    ['with one folder in it', { 'in/a.mp3': song1['a.mp3'], 'in/a.cdg': song1['a.cdg'] }],
    [
      'with what systems and shops add',
      { ...song1, '__MACOSX/._a.cdg': Buffer.from('x'), 'read me.txt': Buffer.from('hi') },
    ],
    ['with a second recording of another name', { 'vocals.mp3': song1['a.mp3'], ...song1 }],
  ])('%s is one song', async (_what, entries) => {
    expect(await songOf({ 'A - B.zip': zipOf(entries) })).toMatchObject({ ok: true, durationS: 2 });
  });

  test('with a comment of pages at its end is one song', async () => {
    const zip = zipOf(song1);
    const comment = Buffer.alloc(20_000, 'All rights reserved. ');
    zip.writeUInt16LE(comment.length, zip.length - 2);
    expect(await songOf({ 'A - B.zip': Buffer.concat([zip, comment]) })).toMatchObject({ ok: true, durationS: 2 });
  });

  test.each([
    [
      'two recordings',
      { 'x.mp3': song1['a.mp3'], 'y.mp3': song1['a.mp3'], 'a.cdg': song1['a.cdg'] },
      'holds several recordings. Leave in it the one that belongs to the .cdg.',
    ],
    [
      'two folders',
      { 'x/a.mp3': song1['a.mp3'], 'y/a.cdg': song1['a.cdg'] },
      'holds its .cdg and its audio in different folders. Unpack it and zip the two together.',
    ],
    [
      'empty audio',
      { ...song1, 'a.mp3': Buffer.alloc(0) },
      'holds an empty "a.mp3". Copy it again from where it came.',
    ],
    ['nothing', {}, 'holds no .cdg, so nobody would see the words. Zip the .cdg and the audio together.'],
  ])('with %s is a problem', async (_what, entries, reason) => {
    expect(await songOf({ 'A - B.zip': zipOf(entries) })).toEqual({ ok: false, reason: `"A - B.zip" ${reason}` });
  });

  test('packed by a method that players do not know is a problem', async () => {
    const zip = zipOf(song1);
    zip.writeUInt16LE(9, zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 10);
    expect(await songOf({ 'A - B.zip': zip })).toEqual({
      ok: false,
      reason: '"A - B.zip" is packed in an unusual way (method 9). Unpack it and zip it again.',
    });
  });
});
