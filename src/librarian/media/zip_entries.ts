/** The directory of a zip, read by yauzl: its last 4 KiB in one read, from which nearly always all else is answered. */
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { Peek } from './peek.ts';
import { COPY_AGAIN, Unplayable } from './reasons.ts';

/** A song has two files; an archive of thousands is a collection that somebody forgot to unpack. */
const MOST_ENTRIES = 1_000;

/** Bytes; what is read at once of an entry that is unpacked. */
const PIECE = 16_384;

export interface Opened {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
}

/** Every entry of the zip. Throws Unplayable when its directory cannot be read, and what reading throws. */
export async function openZip(file: Peek): Promise<Opened> {
  try {
    const zip = await readEnd(file);
    return { zip, entries: await readEntries(zip, file) };
  } catch (error) {
    if (error instanceof Unplayable || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new Unplayable(whyNoZip(file, error as Error));
  }
}

/** Bytes. */
const ZIP64_LOCATOR = 20;
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
/** Bytes; yauzl would read 64 KiB to find a record that is 22 bytes long, and the directory of two files takes 200. */
const SHORT_TAIL = 4_096;

class PeekReader extends RandomAccessReader {
  readonly #file: Peek;
  /** The end of the file as far as it was read: with the directory in it, nearly always. */
  #tail: { readonly from: number; readonly bytes: Buffer } = { from: Infinity, bytes: Buffer.alloc(0) };

  constructor(file: Peek) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    try {
      if (position + length === this.#file.size && length > SHORT_TAIL && this.#endsShortly()) {
        // yauzl looks from the end backwards, and what it looks for is in the part that was read.
        buffer.fill(0, offset, offset + length - SHORT_TAIL);
        this.#tail.bytes.copy(buffer, offset + length - SHORT_TAIL);
        callback(null);
        return;
      }
      const { from, bytes } = this.#tail;
      const found = position >= from ? bytes.subarray(position - from, position - from + length) : null;
      const copied = (found ?? this.#file.read(position, length)).copy(buffer, offset);
      callback(copied === length ? null : new Error('unexpected end of the file'));
    } catch (error) {
      callback(error as Error);
    }
  }

  /** Reads the tail; whether the record that ends every zip begins in it, as it does without a comment of pages. */
  #endsShortly(): boolean {
    const from = this.#file.size - SHORT_TAIL;
    this.#tail = { from, bytes: this.#file.read(from, SHORT_TAIL) };
    // Where it stands at the very beginning, the record that zip64 puts in front of it is not there.
    return this.#tail.bytes.lastIndexOf(END_RECORD) >= ZIP64_LOCATOR;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file;
    function* pieces(): Generator<Buffer> {
      for (let at = start; at < end; at += PIECE) yield file.read(at, Math.min(PIECE, end - at));
    }
    return Readable.from(pieces());
  }
}

async function readEnd(file: Peek): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(new PeekReader(file), file.size, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

async function readEntries(zip: ZipFile, file: Peek): Promise<readonly Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new Unplayable(`"${file.name}" holds ${zip.entryCount} files, so it is no single song. Unpack it.`);
  }
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The first `most` bytes of an entry, or all of it if it is shorter. Throws what damaged data make zlib throw. */
export async function unpackBeginning(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    // Leaving the loop ends the stream.
    if (length >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}

/** A path that leads out of the folder that a zip is unpacked into, or a name no file may have. */
const BAD_PATH = /^(?:invalid relative path|absolute path|invalid characters in fileName)/;
const LOCAL_FILE = 0x04034b50;

function whyNoZip(file: Peek, { message }: Error): string {
  if (BAD_PATH.test(message)) {
    return `"${file.name}" holds a file whose path leads out of it (${message}). Take the zip away.`;
  }
  const head = file.read(0, 4);
  if (head.length === 4 && head.readUInt32LE(0) === LOCAL_FILE) {
    return `"${file.name}" is cut off: the end of the zip is missing. ${COPY_AGAIN}`;
  }
  return `"${file.name}" is no zip. ${COPY_AGAIN}`;
}
