/**
 * The operating system's word when something changes in a directory. One watch for each directory and none for files: a
 * recursive `fs.watch` on Linux, and chokidar, put one on every file, and 400,000 files would take more watches than a
 * system gives to all of a user's programs together.
 */
import { statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';

export interface Eyes {
  /** Watches `path` from now on, if it is not watched yet or another directory has taken its place. */
  keepOn(path: string): void;
  /** Also when nothing can be watched: it is then as well watched as it will be. */
  isOn(path: string): boolean;
  /** Stops watching `path` and everything below it; returns which directories those were. */
  takeOff(path: string): readonly string[];
}

export interface EyesHands {
  /** `name` is what changed in the directory, where the system says so. */
  readonly changed: (path: string, name: string | null) => void;
  /** There are no watches left, or none at all here; said once. `code` is the system's. */
  readonly blind: (code: string) => void;
}

export function openEyes({ changed, blind }: EyesHands): Eyes {
  const watched = new Map<string, { readonly watcher: FSWatcher; readonly inode: string }>();
  let isBlind = false;
  const close = (path: string): void => {
    watched.get(path)?.watcher.close();
    watched.delete(path);
  };
  const open = (path: string, inode: string): void => {
    try {
      const watcher = watch(path, { persistent: false }, (_event, name) => {
        changed(path, name);
      });
      // The directory is gone, or its disk is: looking at it will tell.
      watcher.on('error', () => {
        close(path);
        changed(path, null);
      });
      watched.set(path, { watcher, inode });
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // What cannot be entered is a problem that the scan tells; only a lack of watches is ours to tell.
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'ELOOP') return;
      isBlind = true;
      blind(code);
    }
  };
  return {
    keepOn: (path) => {
      if (isBlind) return;
      const inode = inodeOf(path);
      if (inode === null || watched.get(path)?.inode === inode) return;
      close(path);
      open(path, inode);
    },
    isOn: (path) => isBlind || watched.has(path),
    takeOff: (path) => {
      const off = [...watched.keys()].filter((each) => each === path || each.startsWith(`${path}/`));
      for (const each of off) close(each);
      return off;
    },
  };
}

/** A directory that was made anew, or a disk that was plugged in, is another one under the same path. */
function inodeOf(path: string): string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats ? `${stats.dev}/${stats.ino}` : null;
  } catch {
    return null;
  }
}
