/**
 * Where the DJ's socket lies. Apart from control_serve.ts so that the supervisor can refuse a hopeless path before it starts
 * anything, without paying the 11 MB of node-ipc.
 */
import { join, resolve } from 'node:path';

/** Bytes of a socket path that the system accepts, without the closing NUL: `sun_path` is 108 on Linux, 104 on BSD and macOS. */
const MOST_BYTES = process.platform === 'linux' ? 107 : 103;

/** The DJ's socket of the karaoked that lives in `varDir`; always absolute. */
export function controlPath(varDir: string): string {
  return join(resolve(varDir), 'run', 'control.sock');
}

/** Why the system would refuse a socket there, as one sentence with the remedy; null when it would not. */
export function controlPathProblem(varDir: string): string | null {
  const path = controlPath(varDir);
  const bytes = Buffer.byteLength(path);
  if (bytes <= MOST_BYTES) return null;
  return `the control socket's path "${path}" has ${bytes} bytes, the system allows ${MOST_BYTES}: choose a shorter --var`;
}
