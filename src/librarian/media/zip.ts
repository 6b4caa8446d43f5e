/** Zipped MP3+G: what a zip holds, by its directory at the end. Nothing is unpacked but a beginning of the audio, for its tags. */
import { basename, dirname, extname } from 'node:path/posix';
import { cdgSeconds } from './cdg.ts';
import { kindOf, splitExtension } from './formats.ts';
import { isLitter } from './litter.ts';
import type { Peek } from './peek.ts';
import { COPY_AGAIN, Unplayable } from './reasons.ts';
import { plainDirectory } from './zip_directory.ts';
import type { ZipEntry } from './zip_directory.ts';
import { entriesOf, unpackBeginning } from './zip_entries.ts';

export interface Zipped {
  /** Seconds. */
  readonly durationS: number;
  /** The name of the audio in the zip, without folders. */
  readonly audio: string;
  /** Unpacks the beginning of the audio, where its tags are. */
  audioBeginning(): Promise<Buffer>;
}

/** Bytes of the audio that are unpacked at most; tags stand in front of the pictures that make them long. */
const UNPACKED = 65_536;
/** Stored and deflated: what every program that unpacks understands. */
const METHODS: readonly number[] = [0, 8];

/** Bytes; an hour of uncompressed sound is 635 MB, and whatever unpacks to more fills the disk that it is unpacked on. */
const LARGEST = 2 ** 30;

/** The one song in a zip. Throws Unplayable, and what reading throws. */
export async function songInZip(file: Peek): Promise<Zipped> {
  const entries = (plainDirectory(file) ?? (await entriesOf(file))).filter(({ path }) => isPart(path));
  const audio = entries.filter(({ path }) => kindIn(path) === 'audio');
  const [cdg, ...furtherCdgs] = entries.filter(({ path }) => kindIn(path) === 'cdg');
  const say = (why: string): Unplayable => new Unplayable(`"${file.name}" ${why}`);
  if (cdg === undefined)
    throw say('holds no .cdg, so nobody would see the words. Zip the .cdg and the audio together.');
  if (audio.length === 0) throw say('holds no audio. Zip the .cdg and the audio together.');
  if (furtherCdgs.length > 0) throw say('holds several songs. Unpack it and zip each song by itself.');
  const sung = audio.length === 1 ? audio[0] : audio.find(({ path }) => stemOf(path) === stemOf(cdg.path));
  if (sung === undefined) throw say('holds several recordings. Leave in it the one that belongs to the .cdg.');
  if (dirname(sung.path) !== dirname(cdg.path)) {
    throw say('holds its .cdg and its audio in different folders. Unpack it and zip the two together.');
  }
  checkEntry(sung, file);
  checkEntry(cdg, file);
  return {
    durationS: cdgSeconds(cdg.size, `${file.name}/${cdg.path}`),
    audio: basename(sung.path),
    audioBeginning: async () => unpackBeginning(file, sung.at, UNPACKED),
  };
}

const isPart = (path: string): boolean => !path.endsWith('/') && !path.split('/').some(isLitter);
const kindIn = (path: string): ReturnType<typeof kindOf> => kindOf(splitExtension(basename(path)).extension);
const stemOf = (path: string): string => basename(path, extname(path)).toLowerCase();

function checkEntry(entry: ZipEntry, file: Peek): void {
  const say = (why: string): Unplayable => new Unplayable(`"${file.name}" ${why}`);
  if (entry.encrypted) {
    throw say('is locked with a password. Unpack it with the password and zip it again without one.');
  }
  if (!METHODS.includes(entry.method)) {
    throw say(`is packed in an unusual way (method ${entry.method}). Unpack it and zip it again.`);
  }
  if (entry.size === 0) throw say(`holds an empty "${basename(entry.path)}". ${COPY_AGAIN}`);
  if (entry.size > LARGEST) {
    throw say(`would unpack to more than ${LARGEST / 2 ** 30} GB, so it is no song. Take it away.`);
  }
  if (entry.at + entry.packedSize > file.size) {
    throw say(`is cut off: a part of it is missing. ${COPY_AGAIN}`);
  }
}
