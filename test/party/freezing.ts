/**
 * Stops processes of a party for a while (SIGSTOP), never with the store's write lock in hand: that would freeze whoever
 * writes as well, and a test would see a database that is busy for too long instead of what it looks for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import type { Party } from './party.ts';

/** How long who was caught writing goes on before the next attempt: a transaction of a few milliseconds. */
const LIFE_MS = 5;

export interface Frozen extends Disposable {
  /** Lets them go on. Whoever was killed in the meantime needs nothing. */
  goOn(): void;
}

/** Resolves when all of `pids` stand still and none of them holds the write lock; at the end of its scope they go on. */
export async function freeze(party: Party, ...pids: readonly number[]): Promise<Frozen> {
  const store = new SQLite(join(party.varDir, 'karaoke.db'), { timeout: 0 });
  try {
    for (const pid of pids) await freezeOne(pid, store);
  } finally {
    store.close();
  }
  const goOn = (): void => {
    for (const pid of pids) if (threadStates(pid).length > 0) process.kill(pid, 'SIGCONT');
  };
  return { goOn, [Symbol.dispose]: goOn };
}

async function freezeOne(pid: number, store: SQLite.Database): Promise<void> {
  for (;;) {
    process.kill(pid, 'SIGSTOP');
    // The signal is only sent by then: a thread may still be running, and take the lock.
    while (!threadStates(pid).every((state) => state === 'T')) await breath();
    if (isFree(store)) return;
    process.kill(pid, 'SIGCONT');
    await sleep(LIFE_MS);
  }
}

/** Whether nobody holds the write lock. */
function isFree(store: SQLite.Database): boolean {
  try {
    store.exec('BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch (error) {
    // Not `instanceof`: the binding keeps the class of the first test file that loaded it.
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

/** The state of each thread (proc_pid_stat(5)); none when there is no such process. */
function threadStates(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((task) => {
      const stat = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8');
      return stat.charAt(stat.lastIndexOf(')') + 2);
    });
  } catch {
    return [];
  }
}
