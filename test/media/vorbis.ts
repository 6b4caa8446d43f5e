/** FLAC and Ogg Vorbis, which share their way of writing tags. */
import type { Tags } from './id3.ts';

export interface Vorbis extends Tags {
  readonly seconds: number;
}

const RATE = 44_100;

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const counted = (text: string): Buffer => Buffer.concat([u32(Buffer.byteLength(text)), Buffer.from(text)]);

function comments({ artist, title }: Tags): Buffer {
  const lines = [
    ...(artist === undefined ? [] : [`ARTIST=${artist}`]),
    ...(title === undefined ? [] : [`TITLE=${title}`]),
  ];
  return Buffer.concat([counted('karaoked'), u32(lines.length), ...lines.map(counted)]);
}

/** Its two metadata blocks, and no sound. */
export function makeFlac({ seconds, ...tags }: Vorbis): Buffer {
  const info = Buffer.alloc(34);
  info.writeUInt16BE(4_096, 0);
  info.writeUInt16BE(4_096, 2);
  const samples = BigInt(Math.round(seconds * RATE));
  // 20 bits of rate, 3 of channels less one, 5 of bits a sample less one, 36 of samples.
  info.writeBigUInt64BE((BigInt(RATE) << 44n) | (1n << 41n) | (15n << 36n) | samples, 10);
  const block = (type: number, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from([type, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff]), body]);
  return Buffer.concat([Buffer.from('fLaC'), block(0, info), block(0x80 | 4, comments(tags))]);
}

/** Its three header packets, and a last page that says how many samples there were. */
export function makeOgg({ seconds, ...tags }: Vorbis): Buffer {
  const identification = Buffer.concat([
    Buffer.from('\x01vorbis', 'latin1'),
    u32(0),
    Buffer.from([2]),
    u32(RATE),
    u32(0),
    u32(128_000),
    u32(0),
    Buffer.from([0xb8, 1]),
  ]);
  const comment = Buffer.concat([Buffer.from('\x03vorbis', 'latin1'), comments(tags), Buffer.from([1])]);
  return Buffer.concat([
    page(0, 'first', 0, identification),
    page(1, 'middle', 0, comment),
    page(2, 'last', Math.round(seconds * RATE), Buffer.alloc(64)),
  ]);
}

const PAGE_FLAGS = { first: 2, middle: 0, last: 4 } as const;

function page(sequence: number, place: keyof typeof PAGE_FLAGS, samples: number, packet: Buffer): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head[5] = PAGE_FLAGS[place];
  head.writeBigUInt64LE(BigInt(samples), 6);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(sequence, 18);
  const segments = [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  head[26] = segments.length;
  const bytes = Buffer.concat([head, Buffer.from(segments), packet]);
  bytes.writeUInt32LE(oggChecksum(bytes), 22);
  return bytes;
}

/** Ogg's polynomial is that of zip, its bits are written the other way round and nothing is inverted. */
function oggChecksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum = (sum ^ (byte << 24)) >>> 0;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1) >>> 0;
  }
  return sum;
}
