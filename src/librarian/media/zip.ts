/** Zipped MP3+G: what a zip holds, by its directory at the end. Nothing is unpacked but a beginning of the audio, for its tags. */
import { basename, dirname, extname } from 'node:path/posix';
import type { Entry } from 'yauzl';
import { cdgSeconds } from './cdg.ts';
import { kindOf, splitExtension } from './formats.ts';
import { isLitter } from './litter.ts';
import type { Peek } from './peek.ts';
import { COPY_AGAIN, Unplayable } from './reasons.ts';
import { openZip, unpackBeginning } from './zip_entries.ts';

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
  const { zip, entries: all } = await openZip(file);
  const entries = all.filter(({ fileName }) => isPart(fileName));
  const audio = entries.filter(({ fileName }) => kindIn(fileName) === 'audio');
  const [cdg, ...furtherCdgs] = entries.filter(({ fileName }) => kindIn(fileName) === 'cdg');
  const say = (why: string): Unplayable => new Unplayable(`"${file.name}" ${why}`);
  if (cdg === undefined)
    throw say('holds no .cdg, so nobody would see the words. Zip the .cdg and the audio together.');
  if (audio.length === 0) throw say('holds no audio. Zip the .cdg and the audio together.');
  if (furtherCdgs.length > 0) throw say('holds several songs. Unpack it and zip each song by itself.');
  const sung = audio.length === 1 ? audio[0] : audio.find(({ fileName }) => stemOf(fileName) === stemOf(cdg.fileName));
  if (sung === undefined) throw say('holds several recordings. Leave in it the one that belongs to the .cdg.');
  if (dirname(sung.fileName) !== dirname(cdg.fileName)) {
    throw say('holds its .cdg and its audio in different folders. Unpack it and zip the two together.');
  }
  checkEntry(sung, file);
  checkEntry(cdg, file);
  return {
    durationS: cdgSeconds(cdg.uncompressedSize, `${file.name}/${cdg.fileName}`),
    audio: basename(sung.fileName),
    audioBeginning: async () => unpackBeginning(zip, sung, UNPACKED),
  };
}

const isPart = (path: string): boolean => !path.endsWith('/') && !path.split('/').some(isLitter);
const kindIn = (path: string): ReturnType<typeof kindOf> => kindOf(splitExtension(basename(path)).extension);
const stemOf = (path: string): string => basename(path, extname(path)).toLowerCase();

function checkEntry(entry: Entry, file: Peek): void {
  const say = (why: string): Unplayable => new Unplayable(`"${file.name}" ${why}`);
  if (entry.isEncrypted()) {
    throw say('is locked with a password. Unpack it with the password and zip it again without one.');
  }
  if (!METHODS.includes(entry.compressionMethod)) {
    throw say(`is packed in an unusual way (method ${entry.compressionMethod}). Unpack it and zip it again.`);
  }
  if (entry.uncompressedSize === 0) throw say(`holds an empty "${basename(entry.fileName)}". ${COPY_AGAIN}`);
  if (entry.uncompressedSize > LARGEST) {
    throw say(`would unpack to more than ${LARGEST / 2 ** 30} GB, so it is no song. Take it away.`);
  }
  if (entry.relativeOffsetOfLocalHeader + entry.compressedSize > file.size) {
    throw say(`is cut off: a part of it is missing. ${COPY_AGAIN}`);
  }
}
