/** Older video: WMV says how long it is, MPEG does not unless it is played through. */
import type { LengthReader } from './reader.ts';

/** ASF's objects are named by 16 bytes; these are its header and its file properties. */
const ASF = Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex');
const FILE_PROPERTIES = Buffer.from('a1dcab8c47a9cf118ee400c00c205365', 'hex');
/** Of 100 ns each. */
const TICKS_PER_SECOND = 1e7;
const MILLISECONDS = 1e3;

export const asf: LengthReader = {
  begins: (head) => head.subarray(0, 16).equals(ASF),
  seconds(file) {
    const head = file.read(0, 4_096);
    const at = head.indexOf(FILE_PROPERTIES);
    if (at < 0 || at + 88 > head.length) return null;
    const ticks = Number(head.readBigUInt64LE(at + 64));
    const preroll = Number(head.readBigUInt64LE(at + 80)) / MILLISECONDS;
    return ticks > 0 ? Math.max(0, ticks / TICKS_PER_SECOND - preroll) || null : null;
  },
};

const TRANSPORT_PACKET = 188;
const SYNC = 0x47;

export const mpeg: LengthReader = {
  begins: (head) =>
    (head.length >= 4 && [0x1ba, 0x1b3].includes(head.readUInt32BE(0))) ||
    (head[0] === SYNC && head[TRANSPORT_PACKET] === SYNC),
  seconds: () => null,
};
