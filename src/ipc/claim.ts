/**
 * Makes the place of a Unix socket free, or finds out who has it. A socket file outlives a killed process, so the file
 * says nothing; only connecting does. node-ipc's own `unlink` option would take the place of a living server.
 */
import { lstat, unlink } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotRun } from './link.ts';

/** `free`: nothing is there (anymore). `live`: somebody answers. `foreign`: something that is no socket; it stays. */
type Claim = 'free' | 'live' | 'foreign';

/**
 * Removes the file at `path` if it is a socket that nobody listens on. Two processes doing this at once could remove each
 * other's fresh socket; the host lock sees to it that only one karaoked starts a control process here.
 */
async function claimSocketPath(path: string): Promise<Claim> {
  const there = await statIfThere(path);
  if (there === null) return 'free';
  if (!there.isSocket()) return 'foreign';
  if (await answers(path)) return 'live';
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  return 'free';
}

const RETRY_MS = 50;

/** Waits up to `patienceMs` for somebody who serves `path` to leave. Rejects with CannotRun when they do not. */
export async function claimOrGiveUp(path: string, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const found = await claimSocketPath(path);
    if (found === 'free') return;
    if (found === 'foreign') throw new CannotRun(`"${path}" is in the way and is no socket: move it away`);
    if (performance.now() > until) {
      throw new CannotRun(`another process serves "${path}": end it, or choose another --var`);
    }
    await pause(RETRY_MS);
  }
}

async function statIfThere(path: string): Promise<{ isSocket(): boolean } | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether somebody listens. A full backlog (EAGAIN) is a listener too; only a refusal proves that there is none. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error) => {
      const code = codeOf(error);
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT');
    });
  });
}

/** The system's name of an error, or null. Not by `instanceof`: errors of Node's core come from another realm under jest. */
export function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
