/** FLAC (RFC 9639), and Ogg (RFC 3533) with Vorbis or Opus in it. */
import type { LengthReader } from './reader.ts';

const STREAM_INFO = 8;

export const flac: LengthReader = {
  begins: (head) => head.toString('latin1', 0, 4) === 'fLaC',
  seconds(file) {
    const info = file.read(STREAM_INFO, 18);
    if (info.length < 18) return 'cut off';
    // 20 bits of rate, 8 of channels and depth, 36 of samples.
    const packed = info.readBigUInt64BE(10);
    const hertz = Number(packed >> 44n);
    const samples = Number(packed & 0xf_ffff_ffffn);
    return hertz > 0 && samples > 0 ? samples / hertz : null;
  },
};

const PAGE_HEAD = 27;
/** Bytes; a page is hardly ever longer than 64 KiB, so the last one begins within these. */
const LAST_PAGES = 65_536;
const OPUS_HERTZ = 48_000;
const UNFINISHED = 0xffff_ffff_ffff_ffffn;

export const ogg: LengthReader = {
  begins: (head) => head.toString('latin1', 0, 4) === 'OggS',
  seconds(file) {
    const first = file.read(0, 128);
    const packet = PAGE_HEAD + (first[PAGE_HEAD - 1] ?? 0);
    const vorbis = first.toString('latin1', packet + 1, packet + 7) === 'vorbis';
    const opus = first.toString('latin1', packet, packet + 8) === 'OpusHead';
    if ((!vorbis && !opus) || first.length < packet + 16) return null;
    const hertz = vorbis ? first.readUInt32LE(packet + 12) : OPUS_HERTZ;
    const skipped = vorbis ? 0 : first.readUInt16LE(packet + 10);
    const samples = lastSample(file.read(Math.max(0, file.size - LAST_PAGES), LAST_PAGES));
    if (samples === null) return 'cut off';
    return hertz > 0 && samples > skipped ? (samples - skipped) / hertz : null;
  },
};

/** The position that the last page ends at; null when there is none. */
function lastSample(bytes: Buffer): number | null {
  for (let at = bytes.lastIndexOf('OggS'); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf('OggS', at - 1)) {
    if (at + 14 > bytes.length) continue;
    const position = bytes.readBigUInt64LE(at + 6);
    if (position !== UNFINISHED) return Number(position);
  }
  return null;
}
