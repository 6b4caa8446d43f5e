/** Work on the whole database, started in a thread (thread.ts) and heard here. */
import { on, once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AsideProgress, AsideStore, BackupOutcome, CheckOutcome } from '../../care.ts';
import { discard, unfinished } from './new_file.ts';

/** What the thread is to do. */
export type Errand =
  | { readonly do: 'backup'; readonly file: string; readonly to: string; readonly part: string }
  | { readonly do: 'check'; readonly file: string };

/** What the thread says: progress, and one outcome. */
export type Said =
  | { readonly is: 'progress'; readonly progress: AsideProgress }
  | { readonly is: 'outcome'; readonly outcome: BackupOutcome | CheckOutcome };

const THREAD = new URL(`./thread${extname(import.meta.filename)}`, import.meta.url);

/** `file`: the database. */
export function asideOn(file: string): AsideStore {
  return {
    backup: async (to, told, gone) => {
      const part = unfinished(to);
      try {
        return (await run({ do: 'backup', file, to, part }, told, gone)) as BackupOutcome;
      } finally {
        // The thread has done so, unless it was stopped on the way.
        discard(part);
      }
    },
    check: async (told, gone) => (await run({ do: 'check', file }, told, gone)) as CheckOutcome,
  };
}

async function run(
  errand: Errand,
  told: (progress: AsideProgress) => void,
  gone: AbortSignal,
): Promise<BackupOutcome | CheckOutcome> {
  const thread = new Worker(THREAD, { workerData: errand });
  const left = once(thread, 'exit');
  try {
    for await (const [said] of on(thread, 'message', { close: ['exit'], signal: gone }) as AsyncIterable<[Said]>) {
      if (said.is === 'outcome') return said.outcome;
      told(said.progress);
    }
    throw new Error(`The ${errand.do} of ${errand.file} ended without a word`);
  } finally {
    await thread.terminate();
    await left;
  }
}
