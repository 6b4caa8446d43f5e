/** Matroska and WebM: EBML elements, whose ids and lengths are both of a variable length. */
import type { Tags } from './id3.ts';

export interface Matroska extends Tags {
  readonly seconds: number;
  readonly kind?: 'matroska' | 'webm';
}

export function makeMatroska({ seconds, kind = 'matroska', artist, title }: Matroska): Buffer {
  const header = element(
    0x1a45dfa3,
    unsigned(0x4286, 1),
    unsigned(0x42f7, 1),
    unsigned(0x42f2, 4),
    unsigned(0x42f3, 8),
    text(0x4282, kind),
    unsigned(0x4287, 4),
    unsigned(0x4285, 2),
  );
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(seconds * 1_000);
  const info = element(
    0x1549a966,
    unsigned(0x2ad7b1, 1_000_000),
    element(0x4489, duration),
    ...(title === undefined ? [] : [text(0x7ba9, title)]),
    text(0x4d80, 'karaoked'),
    text(0x5741, 'karaoked'),
  );
  const video = element(0xe0, unsigned(0xb0, 320), unsigned(0xba, 240));
  const track = element(0xae, unsigned(0xd7, 1), unsigned(0x73c5, 1), unsigned(0x83, 1), text(0x86, 'V_VP8'), video);
  const tags = artist === undefined ? [] : [element(0x1254c367, element(0x7373, element(0x63c0), simpleTag(artist)))];
  const cluster = element(0x1f43b675, unsigned(0xe7, 0));
  return Buffer.concat([header, element(0x18538067, info, element(0x1654ae6b, track), ...tags, cluster)]);
}

const simpleTag = (artist: string): Buffer => element(0x67c8, text(0x45a3, 'ARTIST'), text(0x4487, artist));

const bytesOf = (value: number): Buffer => {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
};

/** The length in four bytes, whatever it is. */
function element(id: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeUInt32BE((0x10000000 | body.length) >>> 0);
  return Buffer.concat([bytesOf(id), length, body]);
}

const unsigned = (id: number, value: number): Buffer => element(id, bytesOf(value));
const text = (id: number, value: string): Buffer => element(id, Buffer.from(value));
