/** Whether a path is a folder that can be read. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { FolderLook } from '../dj/desk.ts';

/** `absent` also for what the system cannot reach (a network disk that went away): it is not there for now. */
export async function lookAtFolder(path: string): Promise<FolderLook> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return 'not-a-folder';
    await access(path, constants.R_OK | constants.X_OK);
    return 'folder';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'absent';
  }
}
