/** A file of which a few small pieces are read: never the whole, and never for longer than the disk takes. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { Unplayable, whyNoFile } from './reasons.ts';

/** Bytes at the beginning that are read at once; one page, and enough for what most formats say about themselves. */
export const HEAD = 4_096;

export interface Peek extends Disposable {
  readonly path: string;
  /** As sentences for the DJ call it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Up to `length` bytes from `at`; fewer where the file ends. */
  read(at: number, length: number): Buffer;
}

/**
 * Opens a file to look into it. Synchronous, because a promise costs more than such a read. Throws what open and read throw,
 * and Unplayable for what is no file or is empty: a pipe is opened without waiting for anybody to write into it.
 */
export function peekInto(path: string): Peek {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    const why = whyNoFile(stats, path) ?? whyEmpty(stats.size, path);
    if (why !== null) throw new Unplayable(why);
    return peekOf(descriptor, stats.size, path);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** What is wrong with a file of `size` bytes. */
export const whyEmpty = (size: number, path: string): string | null =>
  size > 0 ? null : `"${basename(path)}" is empty. Copy it again from where it came.`;

function peekOf(descriptor: number, size: number, path: string): Peek {
  let head: Buffer | null = null;
  const readAt = (at: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, at));
  };
  return {
    path,
    name: basename(path),
    size,
    read(at, length) {
      if (at + length > HEAD) return readAt(at, length);
      head ??= readAt(0, HEAD);
      return head.subarray(at, at + length);
    },
    [Symbol.dispose]: () => {
      closeSync(descriptor);
    },
  };
}
