/** Who examines files: this thread while they are few, and a second one for a whole library. */
import { Worker } from 'node:worker_threads';
import { extname } from 'node:path';
import type { Breath } from './breath.ts';
import { examineOne } from './examine_one.ts';
import type { Asked, Said } from './examine_thread.ts';
import type { Found, ToExamine } from './examining.ts';

export interface Examiner extends AsyncDisposable {
  /** In the order of `units`. Rejects only with what is no fault of the files. */
  readonly examine: (all: ToExamine) => Promise<readonly Found[]>;
}

const THREAD = new URL(`./examine_thread${extname(import.meta.filename)}`, import.meta.url);

/** To start a thread takes as long as to examine so many. */
const WORTH_A_THREAD = 500;

export function openExaminer(breath: Breath): Examiner {
  let examined = 0;
  let aside: Examiner | null = null;
  return {
    examine: async (all) => {
      examined += all.units.length;
      if (examined > WORTH_A_THREAD) return (aside ??= examineAside()).examine(all);
      const found: Found[] = [];
      for (const { unit, sizes } of all.units) {
        found.push(await examineOne(all.path, unit, sizes, all.naming));
        if (breath.isDue()) await breath.take();
      }
      return found;
    },
    [Symbol.asyncDispose]: async () => aside?.[Symbol.asyncDispose](),
  };
}

/** `program` is what the thread runs. */
export function examineAside(program = THREAD): Examiner {
  const thread = new Worker(program);
  const asked = new Map<number, PromiseWithResolvers<readonly Found[]>>();
  let last = 0;
  let ended: { readonly error: unknown } | null = null;
  const fail = (error: unknown): void => {
    ended ??= { error };
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  thread.on('message', (json: string) => {
    const said = JSON.parse(json) as Said;
    const answer = asked.get(said.id);
    asked.delete(said.id);
    if ('found' in said) answer?.resolve(said.found);
    else answer?.reject(new Error(said.failed));
  });
  thread.on('error', fail);
  thread.on('exit', () => {
    fail(new Error('The thread that examines files ended without a word'));
  });
  return {
    examine: (all) => {
      const answer = Promise.withResolvers<readonly Found[]>();
      if (ended === null) {
        asked.set((last += 1), answer);
        thread.postMessage(JSON.stringify({ id: last, ...all } satisfies Asked));
      } else answer.reject(ended.error);
      return answer.promise;
    },
    [Symbol.asyncDispose]: async () => {
      await thread.terminate();
    },
  };
}
