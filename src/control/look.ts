/** What lies at a path that the DJ named, before anybody is sent there. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { PathLook } from '../dj/desk.ts';

/** `absent` also for what the system cannot reach (a network disk that went away): it is not there for now. */
export async function lookAt(path: string): Promise<PathLook> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    await access(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
    return isFolder ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'absent';
  }
}
