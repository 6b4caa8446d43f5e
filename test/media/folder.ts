/** A folder of a test's own, gone when the test is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface MediaFolder extends Disposable {
  readonly path: string;
  /** Writes a file and returns its path. */
  put(name: string, bytes: Buffer | string): string;
}

export function mediaFolder(): MediaFolder {
  const path = mkdtempSync(join(tmpdir(), 'karaoked-media-'));
  return {
    path,
    put(name, bytes) {
      writeFileSync(join(path, name), bytes);
      return join(path, name);
    },
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
