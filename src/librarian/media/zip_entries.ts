/** Zips by yauzl: the directories that are not plain, and what has to be unpacked. */
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { Peek } from './peek.ts';
import { COPY_AGAIN, Unplayable } from './reasons.ts';
import type { ZipEntry } from './zip_directory.ts';

/** A song has two files; an archive of thousands is a collection that somebody forgot to unpack. */
const MOST_ENTRIES = 1_000;

/** Bytes; what is read at once of an entry that is unpacked. */
const PIECE = 16_384;

/** Every entry of the zip. Throws Unplayable when its directory cannot be read, and what reading throws. */
export async function entriesOf(file: Peek): Promise<readonly ZipEntry[]> {
  try {
    const entries = await readEntries(await readEnd(file), file);
    return entries.map((entry) => ({
      path: entry.fileName,
      encrypted: entry.isEncrypted(),
      method: entry.compressionMethod,
      packedSize: entry.compressedSize,
      size: entry.uncompressedSize,
      at: entry.relativeOffsetOfLocalHeader,
    }));
  } catch (error) {
    if (error instanceof Unplayable || isOfTheDisk(error)) throw error;
    throw new Unplayable(whyNoZip(file, error as Error));
  }
}

/** What reading throws, and neither yauzl nor zlib. */
const isOfTheDisk = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined;

/** The first `most` bytes of what begins at `at`, or all of it if it is shorter. Throws Unplayable, and what reading throws. */
export async function unpackBeginning(file: Peek, at: number, most: number): Promise<Buffer> {
  try {
    return await unpack(file, at, most);
  } catch (error) {
    if (error instanceof Unplayable || isOfTheDisk(error)) throw error;
    throw new Unplayable(`"${file.name}" is damaged: the audio in it cannot be unpacked. ${COPY_AGAIN}`);
  }
}

async function unpack(file: Peek, at: number, most: number): Promise<Buffer> {
  const zip = await readEnd(file);
  const entry = (await readEntries(zip, file)).find((candidate) => candidate.relativeOffsetOfLocalHeader === at);
  if (entry === undefined) throw new Unplayable(`"${file.name}" was changed while it was read. Scan again.`);
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

class PeekReader extends RandomAccessReader {
  readonly #file: Peek;

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
      const copied = this.#file.read(position, length).copy(buffer, offset);
      callback(copied === length ? null : new Error('unexpected end of the file'));
    } catch (error) {
      callback(error as Error);
    }
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
