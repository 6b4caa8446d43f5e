/** Matroska and WebM (RFC 9559): elements of a variable length; Info, near the beginning, says how long the segment is. */
import type { LengthReader } from './reader.ts';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;

/** Bytes; Info stands in front of the first picture, behind an index and some padding at most. */
const SEARCHED = 65_536;
const NANOSECONDS = 1e9;
/** Nanoseconds in a tick where the file does not say. */
const MILLISECOND = 1e6;

interface Element {
  readonly id: number;
  readonly from: number;
  /** Infinity when the writer did not know yet. */
  readonly end: number;
}

export const matroska: LengthReader = {
  begins: (head) => head.length >= 4 && head.readUInt32BE(0) === EBML,
  seconds(file) {
    const bytes = file.read(0, Math.min(SEARCHED, file.size));
    const header = elementAt(bytes, 0);
    const segment = header === null ? null : elementAt(bytes, header.end);
    if (segment?.id !== SEGMENT) return 'cut off';
    if (segment.end !== Infinity && segment.end > file.size) return 'cut off';
    const info = find(bytes, segment.from, segment.end, INFO);
    return info === null ? null : infoSeconds(bytes, info);
  },
};

function infoSeconds(bytes: Buffer, info: Element): number | null {
  const duration = find(bytes, info.from, info.end, DURATION);
  if (duration === null || duration.end > bytes.length) return null;
  const length = duration.end - duration.from;
  const ticks = length === 8 ? bytes.readDoubleBE(duration.from) : length === 4 ? bytes.readFloatBE(duration.from) : 0;
  const scale = find(bytes, info.from, info.end, TIMESTAMP_SCALE);
  const nanoseconds = scale === null ? MILLISECOND : unsigned(bytes, scale);
  return ticks > 0 ? (ticks * nanoseconds) / NANOSECONDS : null;
}

function find(bytes: Buffer, from: number, end: number, id: number): Element | null {
  for (let at = from; at < Math.min(end, bytes.length);) {
    const element = elementAt(bytes, at);
    if (element === null || element.id === CLUSTER) return null;
    if (element.id === id) return element;
    at = element.end;
  }
  return null;
}

const unsigned = (bytes: Buffer, { from, end }: Element): number =>
  end - from <= 6 && end > from && end <= bytes.length ? bytes.readUIntBE(from, end - from) : MILLISECOND;

function elementAt(bytes: Buffer, at: number): Element | null {
  const idWidth = widthOf(bytes[at]);
  const lengthWidth = widthOf(bytes[at + idWidth]);
  const from = at + idWidth + lengthWidth;
  if (idWidth === 0 || idWidth > 4 || lengthWidth === 0 || from > bytes.length) return null;
  const id = bytes.readUIntBE(at, idWidth);
  const written = bytes.subarray(at + idWidth, from);
  // All ones: the length was not known when it was written.
  const known = written.some((byte, index) => byte !== (index === 0 ? 0xff >> (lengthWidth - 1) : 0xff));
  const length = written.reduce(
    (sum, byte, index) => sum * 256 + (index === 0 ? byte & (0xff >> lengthWidth) : byte),
    0,
  );
  return { id, from, end: known ? from + length : Infinity };
}

/** Bytes of a number of variable length: one more than the first byte has leading noughts. */
const widthOf = (first = 0): number => (first === 0 ? 0 : Math.clz32(first) - 23);
