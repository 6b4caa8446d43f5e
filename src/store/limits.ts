/** Which settings the store decides by; the same for every process that opens it. */
import type { Config } from '../config/schema.ts';
import type { Limits } from './store.ts';

/** The limits as this configuration sets them; ask again after a reload. */
export function limitsOf(config: Config): Limits {
  return {
    queuePerGuest: config['queue.perGuest'],
    wishPerGuest: config['wish.perGuest'],
    graceSeconds: config['queue.graceSeconds'],
    gapSeconds: config['player.gapSeconds'],
    songSeconds: config['player.songSeconds'],
    everyMinutes: config['player.everyMinutes'],
  };
}
