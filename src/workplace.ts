/** What every program with a database stands on: its settings as they are now, its log, and its store. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config/schema.ts';
import type { ChildFacts, Handlers } from './ipc/messages.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { limitsOf } from './store/limits.ts';
import type { Store, StoreOptions } from './store/store.ts';

export interface Workplace {
  /** Asked anew each time: a reload changes it. */
  readonly config: () => Config;
  readonly log: Log;
  readonly store: Store;
  /** What every program does alike when the host says so. */
  readonly handlers: Handlers<'config-changed' | 'reopen-logs'>;
}

/** `open` is handed in by main.ts, the only kind of file that opens things. Throws what `open` throws. */
export function enterWorkplace(role: string, facts: ChildFacts, open: (options: StoreOptions) => Store): Workplace {
  let { config } = facts;
  const log = createLog(role, { file: facts.logFile, level: config['log.level'] });
  const store = open({
    file: join(config.var, 'karaoke.db'),
    secret: readFileSync(join(config.var, 'run', 'secret')),
    now: Date.now,
    limits: () => limitsOf(config),
  });
  return {
    config: () => config,
    log,
    store,
    handlers: {
      'config-changed': (message) => {
        ({ config } = message);
        log.setLevel(config['log.level']);
      },
      'reopen-logs': () => {
        log.reopen();
      },
    },
  };
}
