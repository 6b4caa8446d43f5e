/**
 * The directory at the end of a zip, as nearly all zips have it (PKWARE's APPNOTE 4.3.12 and 4.3.16). yauzl knows every kind
 * and takes 40 µs for one; among 400,000 zips that is felt, so only what is unusual is left to it.
 */
import { HEAD as PAGE } from './peek.ts';
import type { Peek } from './peek.ts';

export interface ZipEntry {
  /** With the folders in the zip, between slashes. */
  readonly path: string;
  readonly encrypted: boolean;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  /** Bytes. */
  readonly packedSize: number;
  /** Bytes, as the zip says. */
  readonly size: number;
  /** Where in the zip it begins. */
  readonly at: number;
}

const END = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
/** Bytes; a directory of hundreds of files, and those are no song. */
const LONGEST_DIRECTORY = 65_536;
/** Numbers that are written so stand elsewhere, in the way of zip64. */
const ELSEWHERE = 0xffffffff;

const ENCRYPTED = 0x0001;
const STRONGLY_ENCRYPTED = 0x0040;
const NAMED_IN_UTF8 = 0x0800;

/** null when it is not as plain as that, or damaged: a comment of pages, zip64, names in old code pages or that lead outside. */
export function plainDirectory(file: Peek): readonly ZipEntry[] | null {
  const from = Math.max(0, file.size - PAGE);
  const tail = file.read(from, PAGE);
  const end = tail.lastIndexOf(END);
  if (end < 0 || end + END_LENGTH > tail.length) return null;
  const [disk, count] = [tail.readUInt16LE(end + 4), tail.readUInt16LE(end + 10)];
  const [length, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  const isPlain = disk === 0 && at + length <= from + end && length <= LONGEST_DIRECTORY;
  if (!isPlain || end + END_LENGTH + tail.readUInt16LE(end + 20) !== tail.length) return null;
  return entriesIn(at >= from ? tail.subarray(at - from, at - from + length) : file.read(at, length), count);
}

function entriesIn(directory: Buffer, count: number): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const named = at + ENTRY_LENGTH + directory.readUInt16LE(at + 28);
    if (named > directory.length) return null;
    const entry = entryAt(directory, at, named);
    if (entry === null) return null;
    entries.push(entry);
    at = named + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(directory: Buffer, at: number, named: number): ZipEntry | null {
  const flags = directory.readUInt16LE(at + 8);
  const name = directory.subarray(at + ENTRY_LENGTH, named);
  const path = name.toString((flags & NAMED_IN_UTF8) === 0 ? 'latin1' : 'utf8');
  const entry = {
    path,
    encrypted: (flags & ENCRYPTED) !== 0,
    method: directory.readUInt16LE(at + 10),
    packedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    at: directory.readUInt32LE(at + 42),
  };
  const isPlainPath = (flags & NAMED_IN_UTF8) === 0 ? PLAIN_PATH.test(path) : !LEADING_OUTSIDE.test(path);
  const isElsewhere = entry.packedSize === ELSEWHERE || entry.size === ELSEWHERE || entry.at === ELSEWHERE;
  return !isPlainPath || isElsewhere || (flags & STRONGLY_ENCRYPTED) !== 0 ? null : entry;
}

/** Backslashes, drives, a root or a way up: yauzl says what is wrong with them. */
const LEADING_OUTSIDE = /[\\:\0]|^\/|(?:^|\/)\.\.(?:\/|$)/;
const PLAIN_PATH = /^(?!\/|(?:.*\/)?\.\.(?:\/|$))[ !-9;-[\]-~]*$/;
