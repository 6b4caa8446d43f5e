/** Which settings the store decides by; the same for every process that opens it. */
import type { Config } from '../config/schema.ts';
import type { Limits } from './store.ts';

/** A fade is short enough that nobody goes for a drink and long enough that nobody is startled. */
const GIVE_WAY_MS = { finish: null, fade: 5_000, cut: 0 } as const satisfies Record<
  Config['player.onRequest'],
  number | null
>;

/** The limits as this configuration sets them; ask again after a reload. */
export function limitsOf(config: Config): Limits {
  return {
    queuePerGuest: config['queue.perGuest'],
    wishPerGuest: config['wish.perGuest'],
    graceSeconds: config['queue.graceSeconds'],
    gapSeconds: config['player.gapSeconds'],
    songSeconds: config['player.songSeconds'],
    everyMinutes: config['player.everyMinutes'],
    giveWayMs: GIVE_WAY_MS[config['player.onRequest']],
    randomFrom: config['player.randomFrom'],
  };
}
