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

/** Takes the lock and writes the pid file, which is information only. Throws Cannot 6 with who holds it. */
export function takeHostLock(house: House): HostLock {
  const db = new Database(house.lock, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (systemCode(error) !== 'SQLITE_BUSY') throw error;
    throw new Cannot(
      6,
      `another karaoked${holder(house)} holds this var: stop it with karaokectl stop, or give this one its own --var`,
    );
  }
  writeFileSync(house.pidFile, `${process.pid}\n`);
  return {
    release: () => {
      rmSync(house.pidFile, { force: true });
      db.close();
    },
  };
}

function holder(house: House): string {
  try {
    return ` (pid ${readFileSync(house.pidFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
