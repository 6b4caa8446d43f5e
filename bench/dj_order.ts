/** An order of the DJ, given as a DJ gives it, and when it was written down. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Stage } from './stage.ts';

const CTL = join(import.meta.dirname, '../bin/karaokectl');

/** Resolves to milliseconds since 1970: just before its commit, by the store's clock. */
export async function djOrder({ varDir }: Stage, signal: AbortSignal, ...words: readonly string[]): Promise<number> {
  const ctl = spawn(CTL, ['--var', varDir, ...words], { stdio: ['ignore', 'ignore', 'inherit'], signal });
  const [code] = (await once(ctl, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`karaokectl ${words.join(' ')} ended with code ${String(code)}`);
  const store = new SQLite(join(varDir, 'karaoke.db'), { readonly: true });
  try {
    const last = store
      .prepare<[], { atMs: number }>('SELECT at_ms AS atMs FROM dj_order ORDER BY id DESC LIMIT 1')
      .get();
    return last?.atMs ?? Number.NaN;
  } finally {
    store.close();
  }
}
