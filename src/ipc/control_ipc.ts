/**
 * What both ends of the DJ's socket have in common. Only they and this file know node-ipc, so that it can be swapped for
 * plain `net`: one IPCModule for each end, never the package's shared one, and its configuration before anything else (the
 * parser is chosen then).
 */
import { basename, dirname } from 'node:path';
import type { IPCModule } from 'node-ipc';

/** Settings of an end at `path`; `own` are those of this end alone. */
export function configure(ipc: IPCModule, path: string, own: Partial<IPCModule['config']>): void {
  Object.assign(ipc.config, {
    socketRoot: `${dirname(path)}/`,
    appspace: '',
    id: basename(path),
    parser: 'guarded',
    secureSocketRoot: true,
    unlink: false,
    silent: true,
    maxRetries: 0,
    stopRetrying: true,
    ...own,
  });
}
