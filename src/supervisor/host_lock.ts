/**
 * Exactly one karaoked per var: a lock that the kernel releases when we die, however we die. A pid file can be stale and
 * proper-lockfile lets two in after a crash (15 of 60 rounds); an open BEGIN EXCLUSIVE never did (0 of 20).
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Cannot, systemCode } from './cannot.ts';
import type { House } from './house.ts';

export interface HostLock {
  release(): void;
}

/**
 * Takes the lock and writes the pid file, which is information only. Throws Cannot: 6 with who holds it, 78 when the files
 * do not serve.
 */
export function takeHostLock(house: House): HostLock {
  let db: Database.Database | null = null;
  try {
    db = new Database(house.lock, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
    writeFileSync(house.pidFile, `${process.pid}\n`);
  } catch (error) {
    db?.close();
    throw refusalOf(error, house);
  }
  const held = db;
  return {
    release: () => {
      rmSync(house.pidFile, { force: true });
      held.close();
    },
  };
}

function refusalOf(error: unknown, house: House): Cannot {
  if (systemCode(error) === 'SQLITE_BUSY')
    return new Cannot(
      6,
      `another karaoked${holder(house)} holds this var: stop it with karaokectl stop, or give this one its own --var`,
    );
  // Never "move run/ away": the secret in it is what makes every guest's code right.
  return new Cannot(
    78,
    `cannot take ${house.lock} and write ${house.pidFile} (${(error as Error).message}): move what is in the way aside, or free some space on the disk`,
  );
}

function holder(house: House): string {
  try {
    const pid = readFileSync(house.pidFile, 'utf8').trim();
    return pid === '' ? '' : ` (pid ${pid})`;
  } catch {
    return '';
  }
}
