/** MPEG audio: frames, each with a header of four bytes; the first may be a count of all the others (Xing, Info, VBRI). */
import type { Peek } from '../peek.ts';
import { frameAt } from './mp3_frame.ts';
import type { Frame } from './mp3_frame.ts';
import type { LengthReader } from './reader.ts';

/** Bytes behind the tag in which sound must begin: encoders and broken tags leave a gap. */
const SEARCHED = 65_536;
const PIECE = 4_096;
const ID3V1 = 128;

export const mp3: LengthReader = {
  begins: (head) => head.toString('latin1', 0, 3) === 'ID3' || soundIn(head) !== null,
  seconds(file) {
    const from = tagLength(file.read(0, 10));
    const found = soundIn(file.read(from, PIECE)) ?? soundIn(file.read(from, SEARCHED));
    if (found === null) return 'cut off';
    const at = from + found.at;
    const { samples, hertz, countAt } = found.frame;
    const frames = countedFrames(file.read(at, 64), countAt);
    if (frames !== null) return (frames * samples) / hertz;
    return ((file.size - at - trailerLength(file)) * 8) / (averageRate(file.read(at, PIECE)) * 1_000);
  },
};

/** Bytes of the ID3v2 tag in front, which is as long as its pictures. */
export function tagLength(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const footer = ((head[5] ?? 0) & 0x10) === 0 ? 0 : 10;
  return 10 + footer + head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}

const trailerLength = (file: Peek): number =>
  file.size > ID3V1 && file.read(file.size - ID3V1, 3).toString('latin1') === 'TAG' ? ID3V1 : 0;

/** Where two frames follow one another: a header alone is found in any noise. */
function soundIn(bytes: Buffer): { readonly at: number; readonly frame: Frame } | null {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const frame = frameAt(bytes, at);
    if (frame === null) continue;
    const next = at + frame.length;
    if (next + 4 > bytes.length ? at === 0 : frameAt(bytes, next)?.hertz === frame.hertz) return { at, frame };
  }
  return null;
}

/** Bytes from the beginning of the frame, whatever its kind. */
const VBRI_AT = 36;

/** Frames behind the first, as it counts them; null when it is a frame like any other. */
function countedFrames(bytes: Buffer, countAt: number): number | null {
  if (bytes.length < 64) return null;
  const name = bytes.toString('latin1', countAt, countAt + 4);
  const hasCount = (bytes.readUInt32BE(countAt + 4) & 1) === 1;
  if ((name === 'Xing' || name === 'Info') && hasCount) return bytes.readUInt32BE(countAt + 8) || null;
  if (bytes.toString('latin1', VBRI_AT, VBRI_AT + 4) === 'VBRI') return bytes.readUInt32BE(VBRI_AT + 14) || null;
  return null;
}

/** kbit/s of the frames in `bytes`; one that changes its rate without having counted its frames is only guessed. */
function averageRate(bytes: Buffer): number {
  const rates: number[] = [];
  for (let at = 0, frame = frameAt(bytes, 0); frame !== null; at += frame.length, frame = frameAt(bytes, at)) {
    rates.push(frame.rate);
  }
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
