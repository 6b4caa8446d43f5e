/** What real libraries hold besides songs: each kind of broken file, made on a disk, with what a scan has to say about it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCdg } from './cdg.ts';
import { makeMp3 } from './mp3.ts';
import { makeMp4 } from './mp4.ts';
import { makeZip, zipOf } from './zip.ts';

export interface Broken {
  readonly what: string;
  /** As readdir gives it: the file that the reason is about, or that is played. */
  readonly name: string;
  /** Puts it, and what belongs to it, into `folder` (absolute). */
  make(folder: string): void;
  /** What the DJ is told. */
  readonly reason: string;
  /** 'root' may read whatever it likes, so this is not broken for it; a folder is walked into before anybody examines it. */
  readonly unless?: 'root' | 'walked';
}

const AGAIN = 'Copy it again from where it came.';
const put = (folder: string, name: string, bytes: Buffer | string): void => {
  writeFileSync(join(folder, name), bytes);
};
const file = (what: string, name: string, bytes: () => Buffer, reason: string): Broken => ({
  what,
  name,
  make: (folder) => {
    put(folder, name, bytes());
  },
  reason: `"${name}" ${reason}`,
});

/** Flag 1 of both headers of the first entry: encrypted. */
function locked(zip: Buffer): Buffer {
  const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip.writeUInt16LE(zip.readUInt16LE(6) | 1, 6);
  zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8);
  return zip;
}

/** Says that its first entry unpacks to 4 GB less one byte. */
function swollen(zip: Buffer): Buffer {
  zip.writeUInt32LE(0xfffffffe, zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
  return zip;
}

const SONG = { 'song.mp3': makeMp3({ seconds: 1 }), 'song.cdg': makeCdg(1) };

export const BROKEN: readonly Broken[] = [
  file(
    'a zip without its end',
    'Cut - Off.zip',
    () => makeZip({ seconds: 10 }).subarray(0, 500),
    `is cut off: the end of the zip is missing. ${AGAIN}`,
  ),
  file('a zip that is none', 'No - Zip.zip', () => Buffer.alloc(5_000, 'x'), `is no zip. ${AGAIN}`),
  file(
    'a zip without .cdg',
    'No - Words.zip',
    () => zipOf({ 'song.mp3': SONG['song.mp3'] }),
    'holds no .cdg, so nobody would see the words. Zip the .cdg and the audio together.',
  ),
  file(
    'a zip without audio',
    'No - Sound.zip',
    () => zipOf({ 'song.cdg': SONG['song.cdg'] }),
    'holds no audio. Zip the .cdg and the audio together.',
  ),
  file(
    'a zip with a password',
    'Locked - Up.zip',
    () => locked(zipOf(SONG)),
    'is locked with a password. Unpack it with the password and zip it again without one.',
  ),
  file(
    'a zip of several songs',
    'Two - Songs.zip',
    () => zipOf({ ...SONG, 'other.mp3': SONG['song.mp3'], 'other.cdg': SONG['song.cdg'] }),
    'holds several songs. Unpack it and zip each song by itself.',
  ),
  file(
    'a zip that would fill the disk',
    'Zip - Bomb.zip',
    () => swollen(zipOf(SONG)),
    'would unpack to more than 1 GB, so it is no song. Take it away.',
  ),
  file(
    'a zip that writes outside its folder',
    'Out - Side.zip',
    () => zipOf({ ...SONG, '../../evil.mp3': SONG['song.mp3'] }),
    'holds a file whose path leads out of it (invalid relative path: ../../evil.mp3). Take the zip away.',
  ),
  {
    what: 'a pair with empty graphics',
    name: 'Empty - Graphics.mp3',
    make: (folder) => {
      put(folder, 'Empty - Graphics.mp3', SONG['song.mp3']);
      put(folder, 'Empty - Graphics.cdg', '');
    },
    reason: `"Empty - Graphics.cdg" is empty. ${AGAIN}`,
  },
  {
    what: 'a pair whose graphics are something else',
    name: 'Wrong - Graphics.mp3',
    make: (folder) => {
      put(folder, 'Wrong - Graphics.mp3', SONG['song.mp3']);
      put(folder, 'Wrong - Graphics.cdg', Buffer.alloc(20_000, 'text'));
    },
    reason: `"Wrong - Graphics.cdg" holds no karaoke graphics. ${AGAIN}`,
  },
  {
    what: 'graphics without audio',
    name: 'Lone - Graphics.cdg',
    make: (folder) => {
      put(folder, 'Lone - Graphics.cdg', SONG['song.cdg']);
    },
    reason:
      '"Lone - Graphics.cdg" has no audio beside it. Put its .mp3 (or .m4a, .flac, .ogg, .opus, .wav) into the same ' +
      'folder, under the same name.',
  },
  file('an empty mp3', 'Nothing - There.mp3', () => Buffer.alloc(0), `is empty. ${AGAIN}`),
  file(
    'a video of nonsense',
    'Garbage - Video.mp4',
    () => Buffer.alloc(5_000, 'nonsense'),
    `is no video or recording that can be played. ${AGAIN}`,
  ),
  file(
    'a video whose download broke off',
    'Half - Video.mp4',
    () => makeMp4({ seconds: 60, mediaBytes: 50_000 }).subarray(0, 30_000),
    `is cut off: a part of it is missing. ${AGAIN}`,
  ),
  {
    what: 'a file that may not be read',
    name: 'Not - Allowed.mp3',
    make: (folder) => {
      put(folder, 'Not - Allowed.mp3', SONG['song.mp3']);
      chmodSync(join(folder, 'Not - Allowed.mp3'), 0o000);
    },
    reason:
      '"Not - Allowed.mp3" may not be read by the user that runs karaoked. Make it readable (chmod +r), also its ' +
      'folders (chmod +x).',
    unless: 'root',
  },
  {
    what: 'a link to nowhere',
    name: 'Dangling - Link.mp4',
    make: (folder) => {
      symlinkSync('../gone.mp4', join(folder, 'Dangling - Link.mp4'));
    },
    reason:
      '"Dangling - Link.mp4" is a link to "../gone.mp4", which is not there. Bring that file back or remove the link.',
  },
  {
    what: 'a folder named like a video',
    name: 'A - Folder.mp4',
    make: (folder) => {
      mkdirSync(join(folder, 'A - Folder.mp4'));
    },
    reason: '"A - Folder.mp4" is a folder, not a file. Rename it so that it does not end like a song.',
    unless: 'walked',
  },
  {
    what: 'a pipe named like a song',
    name: 'A - Pipe.mp3',
    make: (folder) => {
      execFileSync('mkfifo', [join(folder, 'A - Pipe.mp3')]);
    },
    reason: '"A - Pipe.mp3" is not a file but a pipe. Take it away.',
  },
  {
    what: 'a name that is not UTF-8',
    name: 'Caf\uFFFD - Latin.mp3',
    make: (folder) => {
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/Caf`), Buffer.from([0xe9]), Buffer.from(' - Latin.mp3')]),
        SONG['song.mp3'],
      );
    },
    reason:
      '"Caf\uFFFD - Latin.mp3" has a name that is not UTF-8 and cannot be opened. Rename it; convmv renames whole folders.',
  },
];
