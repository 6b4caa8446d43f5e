/** WAV and AVI: chunks of RIFF, each with four letters and its length. */
import type { Peek } from '../peek.ts';
import type { LengthReader } from './reader.ts';

const isRiff = (head: Buffer, kind: string): boolean =>
  ['RIFF', 'RF64'].includes(head.toString('latin1', 0, 4)) && head.toString('latin1', 8, 12) === kind;

const FIRST_CHUNK = 12;
const MOST_CHUNKS = 64;

export const wav: LengthReader = {
  begins: (head) => isRiff(head, 'WAVE'),
  seconds(file) {
    let bytesPerSecond = 0;
    for (let at = FIRST_CHUNK, chunk = 0; at + 8 <= file.size && chunk < MOST_CHUNKS; chunk += 1) {
      const head = file.read(at, 20);
      const id = head.toString('latin1', 0, 4);
      const length = head.readUInt32LE(4);
      if (id === 'fmt ' && head.length === 20) bytesPerSecond = head.readUInt32LE(16);
      if (id === 'data') return soundSeconds(file, at + 8, length, bytesPerSecond);
      at += 8 + length + (length % 2);
    }
    return 'cut off';
  },
};

/** Recorders that were switched off leave the length at nought or at its most: then the sound lasts to the file's end. */
function soundSeconds(file: Peek, from: number, length: number, bytesPerSecond: number): number | null {
  const present = file.size - from;
  const bytes = length === 0 || length > present ? present : length;
  return bytesPerSecond > 0 ? bytes / bytesPerSecond : null;
}

/** The main header is the first chunk of the first list; it begins with the microseconds that a picture is shown. */
const AVI_HEADER = 24;
const MICROSECONDS = 1e6;

export const avi: LengthReader = {
  begins: (head) => isRiff(head, 'AVI '),
  seconds(file) {
    const head = file.read(AVI_HEADER, 28);
    if (head.length < 28) return 'cut off';
    if (head.toString('latin1', 0, 4) !== 'avih') return null;
    const pictures = head.readUInt32LE(24);
    return pictures > 0 ? (head.readUInt32LE(8) * pictures) / MICROSECONDS : null;
  },
};
