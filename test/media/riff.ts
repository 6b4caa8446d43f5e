/** WAV and AVI: chunks with four letters and a length. */
import type { Tags } from './id3.ts';

const RATE = 8_000;

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4));
  return bytes;
};

function chunk(id: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(id, 'latin1'), u32(body.length), body, Buffer.alloc(body.length % 2)]);
}

const list = (kind: string, ...parts: readonly Buffer[]): Buffer => chunk('LIST', Buffer.from(kind), ...parts);

export interface Riff extends Tags {
  readonly seconds: number;
}

/** Silence at 8 kHz, mono, 8 bits: 8,000 bytes a second. */
export function makeWav({ seconds, artist, title }: Riff): Buffer {
  const format = Buffer.concat([Buffer.from([1, 0, 1, 0]), u32(RATE, RATE), Buffer.from([1, 0, 8, 0])]);
  const silence = Buffer.alloc(Math.round(seconds * RATE), 0x80);
  const infos = [
    ...(artist === undefined ? [] : [chunk('IART', Buffer.from(`${artist}\0`))]),
    ...(title === undefined ? [] : [chunk('INAM', Buffer.from(`${title}\0`))]),
  ];
  const tags = infos.length === 0 ? [] : [list('INFO', ...infos)];
  return chunk('RIFF', Buffer.from('WAVE'), chunk('fmt ', format), ...tags, chunk('data', silence));
}

/** 25 frames a second, all empty. */
export function makeAvi({ seconds }: { readonly seconds: number }): Buffer {
  const avih = chunk('avih', u32(40_000, 0, 0, 0x10, Math.round(seconds * 25), 0, 1, 0, 320, 240, 0, 0, 0, 0));
  return chunk('RIFF', Buffer.from('AVI '), list('hdrl', avih), list('movi'));
}
