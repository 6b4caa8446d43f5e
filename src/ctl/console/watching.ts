/** Keeps one watcher at karaoked: whenever it is gone it is looked for again, at growing distances. */
import { setTimeout as pause } from 'node:timers/promises';
import type { WatchEvent } from '../../dj/watch_events.ts';
import type { Refusal } from '../../dj/refusal.ts';
import type { Hands } from './hands.ts';

/** Soon after a restart somebody waits for the picture; a daemon that is off for the night costs a look every two seconds. */
const FIRST_MS = 100;
const LONGEST_MS = 2_000;

export interface Watcher {
  /** The first word of a connection is here. */
  linked(): void;
  heard(event: WatchEvent): void;
  unlinked(because: Refusal): void;
}

/** Watches until `over` is aborted. */
export async function keepWatching(hands: Hands, watcher: Watcher, over: AbortSignal): Promise<void> {
  let restMs = FIRST_MS;
  while (!over.aborted) {
    const first = { heard: false };
    const hear = (body: unknown): void => {
      if (!first.heard) watcher.linked();
      first.heard = true;
      watcher.heard(body as WatchEvent);
    };
    const reply = await hands.call({ verb: 'watch', given: {} }, hands.clock(), hear, () => undefined);
    if (!reply.ok) watcher.unlinked(reply);
    restMs = first.heard ? FIRST_MS : Math.min(LONGEST_MS, restMs * 2);
    await pause(restMs, undefined, { signal: over }).catch(() => undefined);
  }
}
