/** MP4 and M4A: boxes in boxes, each with its length and four letters. */
import type { Tags } from './id3.ts';

export interface Mp4 extends Tags {
  readonly seconds: number;
  readonly track?: 'video' | 'audio';
  /** Where encoders put the index: last unless it is made for streaming. */
  readonly index?: 'first' | 'last';
  /** Bytes of media, all zero. */
  readonly mediaBytes?: number;
}

const TIMESCALE = 1_000;

export function makeMp4({ seconds, track = 'video', index = 'last', mediaBytes = 1_024, ...tags }: Mp4): Buffer {
  const brand = track === 'video' ? 'isom' : 'M4A ';
  const ftyp = box('ftyp', Buffer.from(brand), u32(0x200), Buffer.from(`${brand}mp42`));
  const duration = Math.round(seconds * TIMESCALE);
  const moov = box('moov', movieHeader(duration), trackBox(track, duration), userData(tags));
  const mdat = box('mdat', Buffer.alloc(mediaBytes));
  return Buffer.concat(index === 'first' ? [ftyp, moov, mdat] : [ftyp, mdat, moov]);
}

const u16 = (...values: number[]): Buffer => Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));
const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32BE(value >>> 0, at * 4));
  return bytes;
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

const MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

const movieHeader = (duration: number): Buffer =>
  box('mvhd', u32(0, 0, 0, TIMESCALE, duration, 0x10000), u16(0x100), zeros(10), MATRIX, zeros(24), u32(2));

function trackBox(track: 'video' | 'audio', duration: number): Buffer {
  const size = track === 'video' ? u32(320 << 16, 240 << 16) : u32(0, 0);
  const tkhd = box('tkhd', u32(3, 0, 0, 1, 0, duration), zeros(16), MATRIX, size);
  const mdhd = box('mdhd', u32(0, 0, 0, TIMESCALE, duration), u16(0x55c4, 0));
  const handler = track === 'video' ? 'vide' : 'soun';
  const hdlr = box('hdlr', u32(0, 0), Buffer.from(handler), zeros(12), Buffer.from('karaoked\0'));
  const mediaHeader = track === 'video' ? box('vmhd', u32(1, 0, 0)) : box('smhd', u32(0, 0));
  const dinf = box('dinf', box('dref', u32(0, 1), box('url ', u32(1))));
  return box('trak', tkhd, box('mdia', mdhd, hdlr, box('minf', mediaHeader, dinf, sampleTable(track))));
}

/** No samples: the file says how long it is, which is all that a scan asks. */
function sampleTable(track: 'video' | 'audio'): Buffer {
  const entry =
    track === 'video'
      ? box(
          'avc1',
          zeros(6),
          u16(1),
          zeros(16),
          u16(320, 240),
          u32(0x480000, 0x480000, 0),
          u16(1),
          zeros(32),
          u16(24, 0xffff),
        )
      : box('mp4a', zeros(6), u16(1), zeros(8), u16(2, 16, 0, 0), u32(44_100 * 65_536));
  return box(
    'stbl',
    box('stsd', u32(0, 1), entry),
    box('stts', u32(0, 0)),
    box('stsc', u32(0, 0)),
    box('stsz', u32(0, 0, 0)),
    box('stco', u32(0, 0)),
  );
}

function userData({ artist, title }: Tags): Buffer {
  if (artist === undefined && title === undefined) return Buffer.alloc(0);
  const item = (name: string, text: string): Buffer => box(name, box('data', u32(1, 0), Buffer.from(text)));
  const items = [
    ...(title === undefined ? [] : [item('\xa9nam', title)]),
    ...(artist === undefined ? [] : [item('\xa9ART', artist)]),
  ];
  const hdlr = box('hdlr', u32(0, 0), Buffer.from('mdirappl'), zeros(9));
  return box('udta', box('meta', u32(0), hdlr, box('ilst', ...items)));
}
