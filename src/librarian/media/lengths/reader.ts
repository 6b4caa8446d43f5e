/** What every container is asked: is it you, and how long do you last. */
import type { Peek } from '../peek.ts';

export interface LengthReader {
  /** Whether a file that begins with these bytes (up to 4 KiB) is of this container. */
  begins(head: Buffer): boolean;
  /** Seconds by what the file says of itself; null when it does not say. Reads a few kilobytes, and decodes nothing. */
  seconds(file: Peek): number | null | 'cut off';
}
