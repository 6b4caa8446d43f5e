import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unitsWithUltraStar } from '../../../../src/librarian/media/claims.ts';
import type { Unit } from '../../../../src/librarian/media/formats.ts';
import { isLitter } from '../../../../src/librarian/media/litter.ts';
import { unitsIn } from '../../../../src/librarian/media/units.ts';
import { mediaFolder } from '../../../media/folder.ts';
import type { MediaFolder } from '../../../media/folder.ts';
import { makeUltraStar } from '../../../media/texts.ts';

const told = ({ format, parts }: Unit): string => `${format}: ${parts.join(' + ')}`;
const units = (...names: string[]): string[] => unitsIn(names).units.map(told).sort();

describe('files of one folder', () => {
  test.each([
    ['a pair', ['Hello.mp3', 'Hello.cdg'], ['mp3+cdg: Hello.mp3 + Hello.cdg']],
    ['a pair in any case', ['HELLO.MP3', 'Hello.CDG'], ['mp3+cdg: HELLO.MP3 + Hello.CDG']],
    ['graphics in front of their audio', ['Hello.cdg', 'Hello.mp3'], ['mp3+cdg: Hello.mp3 + Hello.cdg']],
    ...['m4a', 'ogg', 'flac', 'wav', 'opus'].map(
      (end) => [`a pair with .${end}`, [`a.${end}`, 'a.cdg'], [`mp3+cdg: a.${end} + a.cdg`]] as const,
    ),
    ['two audio files beside one .cdg', ['a.ogg', 'a.mp3', 'a.cdg'], ['audio: a.ogg', 'mp3+cdg: a.mp3 + a.cdg']],
    [
      'two songs whose names differ in case',
      ['Hello.mp3', 'HELLO.mp3', 'HELLO.cdg', 'Hello.cdg'],
      ['mp3+cdg: HELLO.mp3 + HELLO.cdg', 'mp3+cdg: Hello.mp3 + Hello.cdg'],
    ],
    ['audio with its words', ['a.mp3', 'a.lrc'], ['audio+lrc: a.mp3 + a.lrc']],
    ['graphics before words', ['a.mp3', 'a.lrc', 'a.cdg'], ['mp3+cdg: a.mp3 + a.cdg']],
    ['audio alone', ['a.mp3', 'b.FLAC'], ['audio: a.mp3', 'audio: b.FLAC']],
    ['a zip and a video of one name', ['a.zip', 'a.mp4'], ['video: a.mp4', 'zip: a.zip']],
    [
      'every kind of video',
      ['mp4', 'm4v', 'mkv', 'webm', 'avi', 'mov', 'mpg', 'wmv'].map((end) => `a.${end}`),
      ['avi', 'm4v', 'mkv', 'mov', 'mp4', 'mpg', 'webm', 'wmv'].map((end) => `video: a.${end}`),
    ],
    ['names with dots', ['1. Hello.mp3', '1. Hello.cdg'], ['mp3+cdg: 1. Hello.mp3 + 1. Hello.cdg']],
    [
      'no song',
      [
        '.hidden.mp3',
        '._a.mp3',
        '~a.mp3',
        'a.mp3~',
        'a.mp4.part',
        'a.zip.crdownload',
        'a.tmp',
        'Thumbs.db',
        'a.jpg',
        'a.lrc',
      ],
      [],
    ],
    ['no extension', ['mp3', '.mp3', 'README', ''], []],
  ])('%s', (_what, names, expected) => {
    expect(units(...names)).toEqual(expected);
  });

  test('a .cdg whose audio is missing is told, and one of two is', () => {
    expect(unitsIn(['a.cdg']).lost.map(({ file }) => file)).toEqual(['a.cdg']);
    expect(unitsIn(['b.cdg', 'B.cdg', 'b.mp3']).lost.map(({ file }) => file)).toEqual(['B.cdg']);
  });

  test('every name of 100,000 is in one unit', () => {
    const names = Array.from({ length: 50_000 }, (_, at) => [`Artist - ${at}.mp3`, `Artist - ${at}.cdg`]).flat();
    const { units: found, lost } = unitsIn(names);
    expect(lost).toEqual([]);
    expect(new Set(found.flatMap(({ parts }) => parts))).toEqual(new Set(names));
  });
});

test('what systems leave behind is litter, folders of theirs too', () => {
  for (const name of [
    '__MACOSX',
    '.git',
    '._x.mp3',
    'Thumbs.db',
    'desktop.ini',
    '$RECYCLE.BIN',
    'a.part',
    'b~',
    '@eaDir',
  ]) {
    expect([name, isLitter(name)]).toEqual([name, true]);
  }
  for (const name of ['a.mp3', 'Party', 'tmp', '...Baby One More Time.mp3'.slice(3)]) {
    expect([name, isLitter(name)]).toEqual([name, false]);
  }
});

describe('a text in a folder', () => {
  const withTexts = (folder: MediaFolder, names: readonly string[]): string[] =>
    unitsWithUltraStar(folder.path, names, unitsIn(names)).map(told).sort();

  test('that is an UltraStar song has the audio and the video that it names, in any case', () => {
    using folder = mediaFolder();
    const song = makeUltraStar({ artist: 'A', title: 'T', audio: 'Sound.MP3', headers: { VIDEO: 'v.mp4' } });
    folder.put('A - T.txt', song);
    expect(withTexts(folder, ['A - T.txt', 'sound.mp3', 'v.mp4', 'cover.jpg', 'other.mp4'])).toEqual([
      'ultrastar: sound.mp3 + A - T.txt + v.mp4',
      'video: other.mp4',
    ]);
  });

  test('that is an UltraStar song without its audio is a unit all the same', () => {
    using folder = mediaFolder();
    folder.put('a.txt', makeUltraStar({ artist: 'A', title: 'T', audio: 'gone.mp3' }));
    expect(withTexts(folder, ['a.txt', 'b.mp3'])).toEqual(['audio: b.mp3', 'ultrastar: a.txt']);
  });

  test('that is anything else is nothing, and so is one that cannot be read', () => {
    using folder = mediaFolder();
    folder.put('notes.txt', '#1: buy batteries\n#TITLE: of nothing');
    folder.put('empty.txt', '');
    mkdirSync(join(folder.path, 'folder.txt'));
    expect(withTexts(folder, ['notes.txt', 'empty.txt', 'folder.txt', 'gone.txt', 'b.mp3'])).toEqual(['audio: b.mp3']);
  });

  test('leaves the graphics beside it a song of their own', () => {
    using folder = mediaFolder();
    folder.put('a.txt', makeUltraStar({ artist: 'A', title: 'T', audio: 'a.mp3' }));
    expect(withTexts(folder, ['a.txt', 'a.mp3', 'a.cdg'])).toEqual([
      'mp3+cdg: a.mp3 + a.cdg',
      'ultrastar: a.mp3 + a.txt',
    ]);
  });
});
