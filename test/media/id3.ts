/** ID3v2.3, the tag in front of nearly every MP3. */

export interface Tags {
  readonly artist?: string;
  readonly title?: string;
}

const UTF_16 = 1;

/** The tag's bytes; none at all when nothing is given. */
export function id3({ artist, title }: Tags): Buffer {
  const frames = [
    ...(artist === undefined ? [] : [textFrame('TPE1', artist)]),
    ...(title === undefined ? [] : [textFrame('TIT2', title)]),
  ];
  if (frames.length === 0) return Buffer.alloc(0);
  const body = Buffer.concat(frames);
  const head = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, ...syncSafe(body.length)]);
  return Buffer.concat([head, body]);
}

function textFrame(id: string, text: string): Buffer {
  const body = Buffer.concat([Buffer.from([UTF_16, 0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const head = Buffer.alloc(10);
  head.write(id, 'latin1');
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** Seven bits a byte, so that a tag never looks like the beginning of a frame. */
function syncSafe(size: number): number[] {
  return [21, 14, 7, 0].map((shift) => (size >> shift) & 0x7f);
}
