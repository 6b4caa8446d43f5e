/** The var directory: made, checked, and its places named. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  linkSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Cannot, systemCode } from './cannot.ts';
import { makeFolder } from './folder.ts';

/** Where everything lies; all paths absolute. */
export interface House {
  readonly database: string;
  readonly nowPlaying: string;
  readonly logFile: string;
  readonly run: string;
  readonly pidFile: string;
  readonly lock: string;
  /** The key of the personal codes' HMAC. */
  readonly secret: Buffer;
}

/** Makes what is missing. `group` may enter run/ (and so be DJ). Throws Cannot 78 when the place does not serve. */
export function openHouse(varDir: string, group: string): House {
  const run = join(varDir, 'run');
  try {
    for (const dir of [varDir, join(varDir, 'log'), run]) {
      makeFolder(dir);
      accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    }
    chmodSync(run, group === '' ? 0o700 : 0o750);
    if (group !== '') chownSync(run, statSync(run).uid, groupId(group));
    return {
      database: join(varDir, 'karaoke.db'),
      nowPlaying: join(varDir, 'now_playing'),
      logFile: join(varDir, 'log', 'karaoked.log'),
      run,
      pidFile: join(run, 'karaoked.pid'),
      lock: join(run, 'karaoked.lock.db'),
      secret: readSecret(join(run, 'secret')),
    };
  } catch (error) {
    if (error instanceof Cannot) throw error;
    const why = systemCode(error) || String(error);
    throw new Cannot(
      78,
      `cannot use ${varDir} for files (${why}): choose another --var or give this user the right to write there`,
    );
  }
}

/** The secret outlives restarts: without it no guest's code would be right any more. */
function readSecret(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    // Two starts at once both come here, before either holds the lock: linked into place, it is whole and the same for both.
    const fresh = `${file}.${process.pid}.new`;
    writeFileSync(fresh, randomBytes(32), { mode: 0o600, flush: true });
    try {
      linkSync(fresh, file);
    } catch (taken) {
      if (systemCode(taken) !== 'EEXIST') throw taken;
    } finally {
      rmSync(fresh, { force: true });
    }
    return readFileSync(file);
  }
}

function groupId(name: string): number {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const id = Number(line?.split(':')[2]);
  if (!line || !Number.isInteger(id))
    throw new Cannot(78, `there is no group "${name}" on this system: create it or change control.group`);
  return id;
}
