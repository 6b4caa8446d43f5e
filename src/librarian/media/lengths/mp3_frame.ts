/** The header of one frame of MPEG audio (ISO/IEC 11172-3, 13818-3, and the 2.5 that Fraunhofer added). */

/** kbit/s by the four bits of the header: MPEG 1 has its own table for each layer, MPEG 2 and 2.5 share theirs. */
const RATES: Readonly<Record<string, readonly number[]>> = {
  '1.1': [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  '1.2': [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  '1.3': [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  '2.1': [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  '2.2': [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  '2.3': [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const HERTZ = [44_100, 48_000, 32_000];

export interface Frame {
  /** Bytes, the header included. */
  readonly length: number;
  readonly samples: number;
  readonly hertz: number;
  /** kbit/s. */
  readonly rate: number;
  /** Where a count of frames would stand, from the beginning of the frame. */
  readonly countAt: number;
}

/** null when no header stands there. */
export function frameAt(bytes: Buffer, at: number): Frame | null {
  if (bytes[at] !== 0xff || at + 4 > bytes.length) return null;
  const [second, third, fourth] = [bytes.readUInt8(at + 1), bytes.readUInt8(at + 2), bytes.readUInt8(at + 3)];
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  const family = version === 3 ? 1 : 2;
  const rate = RATES[`${family}.${layer}`]?.[third >> 4] ?? 0;
  const base = HERTZ[(third >> 2) & 3];
  if ((second & 0xe0) !== 0xe0 || version === 1 || rate === 0 || base === undefined) return null;
  const hertz = base / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = layer === 1 ? 384 : layer === 3 && family === 2 ? 576 : 1_152;
  const padding = ((third >> 1) & 1) * (layer === 1 ? 4 : 1);
  const isMono = fourth >> 6 === 3;
  const sideInfo = family === 1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return { length: Math.floor((samples * rate * 125) / hertz) + padding, samples, hertz, rate, countAt: 4 + sideInfo };
}
