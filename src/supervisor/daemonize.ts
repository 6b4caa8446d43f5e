/**
 * `--daemon`: a second karaoked of our own, detached, whose readiness we wait for. Node cannot fork(2) itself, so the
 * daemon is a fresh process that tells us over the fork channel how it went.
 */
import { fork } from 'node:child_process';
import { openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Cannot, systemCode } from './cannot.ts';
import { makeFolder } from './folder.ts';

/** What the daemon says to the process that started it. */
export type DaemonNews =
  | { readonly is: 'ready'; readonly line: string }
  | { readonly is: 'cannot'; readonly code: Cannot['code']; readonly text: string };

/** In the daemon's environment: you are it. */
const MARK = 'DAEMON_OF_KARAOKED';

export const isDaemon = (env: NodeJS.ProcessEnv): boolean => env[MARK] === '1' && process.connected;

/** Starts the daemon; resolves to its ready line. Throws Cannot with what the daemon says. */
export async function startDaemon(entry: string, argv: readonly string[], logFile: string): Promise<string> {
  const child = fork(entry, argv, {
    detached: true,
    execArgv: [],
    env: { ...process.env, [MARK]: '1' },
    stdio: ['ignore', 'ignore', openLog(logFile), 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once('message', (raw) => {
    const news = raw as DaemonNews;
    if (news.is === 'ready') resolve(news.line);
    else reject(new Cannot(news.code, news.text));
  });
  child.once('exit', (code) => {
    reject(new Cannot(1, `the daemon ended before it was ready (code ${code ?? 'none'}): see ${logFile}`));
  });
  try {
    return await promise;
  } finally {
    if (child.connected) child.disconnect();
    child.unref();
  }
}

/** Tells the starter how it went, and lets go of it. */
export function tellStarter(news: DaemonNews): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<null>();
  process.send?.(news, undefined, {}, () => {
    if (process.connected) process.disconnect();
    resolve(null);
  });
  return promise.then(() => undefined);
}

/** Whatever a process says outside its log (a crash of Node itself) lands in the log file too. */
function openLog(file: string): number {
  try {
    makeFolder(dirname(file));
    return openSync(file, 'a');
  } catch (error) {
    throw new Cannot(
      78,
      `cannot write the log ${file} (${systemCode(error)}): choose another --var or give this user the right to write there`,
    );
  }
}
