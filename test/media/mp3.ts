/** MPEG-1 layer III: silence at 48 kHz, mono, 32 kbit/s, so that a frame is 24 ms and 96 bytes, and a second 4,000. */
import { id3 } from './id3.ts';
import type { Tags } from './id3.ts';

const FRAME_MS = 24;
const FRAME = 96;
const SIDE_INFO = 17;
const HEADER = Buffer.from([0xff, 0xfb, 0x14, 0xc4]);

export interface Mp3 extends Tags {
  readonly seconds: number;
  /** 'counted' begins with a Xing frame that says how many frames follow, as every VBR encoder writes it. */
  readonly frames?: 'plain' | 'counted';
}

/** Valid frames behind an ID3v2 tag (none when there is nothing to say). */
export function makeMp3({ seconds, frames = 'plain', ...tags }: Mp3): Buffer {
  const count = Math.round((seconds * 1_000) / FRAME_MS);
  const audio = Buffer.alloc(count * FRAME);
  for (let at = 0; at < audio.length; at += FRAME) HEADER.copy(audio, at);
  return Buffer.concat([id3(tags), ...(frames === 'counted' ? [xing(count, audio.length)] : []), audio]);
}

function xing(count: number, bytes: number): Buffer {
  const frame = Buffer.alloc(FRAME);
  HEADER.copy(frame);
  const at = HEADER.length + SIDE_INFO;
  frame.write('Xing', at, 'latin1');
  frame.writeUInt32BE(0b0011, at + 4);
  frame.writeUInt32BE(count, at + 8);
  frame.writeUInt32BE(bytes, at + 12);
  return frame;
}
