/** MP4, M4A, MOV: boxes, each with its length and four letters (ISO/IEC 14496-12). The index ("moov") says how long it is. */
import type { Peek } from '../peek.ts';
import type { LengthReader } from './reader.ts';

/** Files have half a dozen boxes at the top, those that were cut into fragments some hundreds; nobody needs more. */
const MOST_BOXES = 1_000;

export const mp4: LengthReader = {
  begins: (head) => ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(head.toString('latin1', 4, 8)),
  seconds(file) {
    let seconds: number | null = null;
    let indexed = false;
    let at = 0;
    for (let box = 0; at + 8 <= file.size && box < MOST_BOXES; box += 1) {
      const { type, length } = boxAt(file, at);
      if (length < 8) break;
      // Behind the index some programs leave a few bytes of their own; what counts is that the sound is all there.
      if (at + length > file.size) return indexed && type !== 'mdat' ? seconds : 'cut off';
      if (type === 'moov') {
        indexed = true;
        seconds = movieSeconds(file, at + 8, at + length);
      }
      at += length;
    }
    return indexed ? seconds : 'cut off';
  },
};

function boxAt(file: Peek, at: number): { readonly type: string; readonly length: number } {
  const bytes = file.read(at, Math.min(16, file.size - at));
  const short = bytes.readUInt32BE(0);
  const type = bytes.toString('latin1', 4, 8);
  if (short === 0) return { type, length: file.size - at };
  if (short === 1 && bytes.length === 16) return { type, length: Number(bytes.readBigUInt64BE(8)) };
  return { type, length: short };
}

/** The header is nearly always the first box of the index. */
function movieSeconds(file: Peek, from: number, end: number): number | null {
  for (let at = from, box = 0; at + 40 <= end && box < 16; box += 1) {
    const { type, length } = boxAt(file, at);
    if (type === 'mvhd') return headerSeconds(file.read(at + 8, 32));
    if (length < 8) return null;
    at += length;
  }
  return null;
}

function headerSeconds(mvhd: Buffer): number | null {
  const isLong = mvhd[0] === 1;
  const timescale = mvhd.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(mvhd.readBigUInt64BE(24)) : mvhd.readUInt32BE(16);
  // Fragments and live recordings say nought, or all ones.
  const isSaid = timescale > 0 && duration > 0 && duration < 0xffffffff;
  return isSaid ? duration / timescale : null;
}
