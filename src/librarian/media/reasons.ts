/** Why a file cannot be examined at all, as a sentence for the DJ. What is wrong inside is told where it is found. */
import { lstatSync, readlinkSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename } from 'node:path';

/** The file cannot be played or read; the message is a sentence for the DJ: which file, what is wrong, what to do. */
export class Unplayable extends Error {
  override readonly name = 'Unplayable';
}

/** The remedy for whatever was damaged on its way. */
export const COPY_AGAIN = 'Copy it again from where it came.';

const UNREADABLE =
  'may not be read by the user that runs karaoked. Make it readable (chmod +r), also its folders (chmod +x).';
const CODES: Readonly<Record<string, string>> = {
  EACCES: UNREADABLE,
  EPERM: UNREADABLE,
  EIO: 'cannot be read: the disk failed. Copy it from a backup, and look after the disk.',
  ENXIO: 'is not a file but a socket or a device. Take it away.',
  ELOOP: 'is a symbolic link that leads in a circle. Remove the link.',
  ENAMETOOLONG: 'has a path that is too long to open. Give it or its folders a shorter name.',
};

/** Thrown by open and stat on `path`; null when the error is not about the file (too many open files, no memory). */
export function whyUnreadable(error: unknown, path: string): string | null {
  const { code = '' } = error as NodeJS.ErrnoException;
  const why = code === 'ENOENT' || code === 'ENOTDIR' ? whyGone(path) : CODES[code];
  return why === undefined ? null : `"${basename(path)}" ${why}`;
}

function whyGone(path: string): string {
  if (basename(path).includes('\uFFFD')) {
    return 'has a name that is not UTF-8 and cannot be opened. Rename it; convmv renames whole folders.';
  }
  const target = linkTarget(path);
  if (target === null) return 'is gone since the folder was listed. Scan again when it is back.';
  return `is a link to "${target}", which is not there. Bring that file back or remove the link.`;
}

function linkTarget(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    // Whatever else is wrong with it, it can be told no better than as gone.
    return null;
  }
}

/** Why what `stats` describes is not to be opened, or null for a file. A pipe is never to be waited for. */
export function whyNoFile(stats: Stats, path: string): string | null {
  if (stats.isFile()) return null;
  const name = basename(path);
  if (stats.isDirectory()) return `"${name}" is a folder, not a file. Rename it so that it does not end like a song.`;
  if (stats.isFIFO()) return `"${name}" is not a file but a pipe. Take it away.`;
  return `"${name}" is not a file but a socket or a device. Take it away.`;
}
