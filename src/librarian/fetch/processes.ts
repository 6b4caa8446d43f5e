/** Other people's processes: which one it is, whether it lives, and how it is ended with all that it has started. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import type { FetchProcess } from '../../store/fetch.ts';
import { FOLDER_VARIABLE } from './command.ts';

/**
 * What tells the living process `pid` from any other that ever had this number: when it was started, and in which boot. null
 * when there is none (a zombie is none: it does nothing any more).
 */
export function markOf(pid: number): string | null {
  return process.platform === 'linux' ? linuxMark(pid) : portableMark(pid);
}

/** proc_pid_stat(5): the state is field 3 and the start, in clock ticks since boot, field 22; only the name holds blanks. */
function linuxMark(pid: number): string | null {
  const stat = readProc(`${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0] ?? '', fields[19]];
  if (started === undefined || state === 'Z' || state === 'X') return null;
  return `${bootId()} ${started}`;
}

/** To the second, which is as long as a system with 30,000 numbers takes to come round to one again. */
function portableMark(pid: number): string | null {
  try {
    const said = execFileSync('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    const [state = '', ...started] = said.trim().split(/\s+/);
    return state.startsWith('Z') || started.length === 0 ? null : started.join(' ');
  } catch (error) {
    // ps ends with 1 when there is no such process.
    if ((error as { status?: unknown }).status === 1) return null;
    throw error;
  }
}

/**
 * Ends the group of a process that an earlier librarian has started, if any of it is left. Its leader may be gone before the
 * rest; then the number is nobody's while the group lives, so that a group of that number is still the same.
 */
export function killGroupOf({ pid, mark }: FetchProcess): void {
  // It had ended before anybody could tell it from others: a group of that number is perhaps another's by now.
  if (mark === null) return;
  const now = markOf(pid);
  if (now === mark || (now === null && isOfThisBoot(mark))) signalGroup(pid, 'SIGKILL');
}

const isOfThisBoot = (mark: string): boolean => process.platform !== 'linux' || mark.startsWith(bootId());
const bootId = (): string => readProc('sys/kernel/random/boot_id').trim();

/** Signals the group that `leader` was started as; returns whether anybody of it was left to hear it. */
export function signalGroup(leader: number, signal: 'SIGTERM' | 'SIGKILL'): boolean {
  return sent(-leader, signal);
}

/** SIGKILL takes effect when the kernel comes to it; a process that a dead disk holds is not waited for any longer. */
const GONE_MS = 2_000;
const LOOK_MS = 10;

/**
 * Ends whoever was started to leave files in `folder`, and left the group since or was never written down (a fall right
 * after the start). They are known by their environment, which only Linux shows. Resolves when they are gone.
 */
export async function endStrays(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (let waited = 0; waited < GONE_MS && killStrays(folder) > 0; waited += LOOK_MS) await after(LOOK_MS);
}

/** Returns how many there were. */
function killStrays(folder: string): number {
  const named = `${FOLDER_VARIABLE}=${folder}`;
  const strays = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && readProc(`${name}/environ`).split('\0').includes(named),
  );
  return strays.filter((pid) => sent(Number(pid), 'SIGKILL')).length;
}

function sent(to: number, signal: 'SIGTERM' | 'SIGKILL'): boolean {
  try {
    process.kill(to, signal);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // EPERM: the number is somebody else's by now, or it has become another user, whom we may not touch.
    if (code === 'ESRCH' || code === 'EPERM') return false;
    throw error;
  }
}

/** '' for what ended meanwhile and for what is another user's. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM') return '';
    throw error;
  }
}
