/** What lies in library folders and is no song: what systems leave behind, and what is still being written. */

const UNFINISHED = /(?:~|\.(?:part|partial|crdownload|download|tmp|temp|ytdl|!ut|filepart))$/i;
const LEFT_BY_SYSTEMS: ReadonlySet<string> = new Set([
  '__macosx',
  'thumbs.db',
  'desktop.ini',
  '$recycle.bin',
  'system volume information',
  'lost+found',
  '@eadir',
]);

/** A dot hides a file (and begins the "._song.mp3" that macOS puts beside every song); a tilde marks an editor's copy. */
export const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~');

/** Whether a scan passes over this name, of a file or of a folder, without a word. */
export function isLitter(name: string): boolean {
  return isHidden(name) || UNFINISHED.test(name) || LEFT_BY_SYSTEMS.has(name.toLowerCase());
}
