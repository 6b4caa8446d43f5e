/** The folders of the fetch command's runs. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A dot folder: no scan looks into it, and half a download is nobody's song. */
const RUNS = '.fetching';

export const runFolder = (root: string, wishId: number): string => join(root, RUNS, String(wishId));

/** Beside the folder of a run: what of it is kept, until all of it is together. */
export const gatheredBeside = (folder: string): string => `${folder}.playable`;

/** Makes it, empty, for this user alone. Throws what the file system throws. */
export function makeRunFolder(folder: string): void {
  remove(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Why it could not be removed (its disk is gone, for example), or null. It is emptied before its next use at the latest. */
export function removeRunFolder(folder: string): string | null {
  try {
    remove(folder);
    return null;
  } catch (error) {
    const refused = systemError(error);
    if (refused === null) throw error;
    return refused.message;
  }
}

function remove(folder: string): void {
  for (const each of [folder, gatheredBeside(folder)]) rmSync(each, { recursive: true, force: true, maxRetries: 3 });
}

/** What the system says about a folder or a file; null for an error that is not its. */
export function systemError(error: unknown): NodeJS.ErrnoException | null {
  const refused = error as NodeJS.ErrnoException | null;
  return refused?.syscall === undefined || refused.code === undefined ? null : refused;
}
