/**
 * Who is served when many ask for pages at once. A visit is served in one go, because the database answers at once: so
 * between two of them the loop turns, and whoever talks over a WebSocket waits for one page and not for thirty. Addresses
 * take turns, so that one visitor's flood is a queue for that visitor alone.
 */
import { Refused } from './refused.ts';

export interface TurnLimits {
  /** Begun and not finished: more than one only when the database makes somebody wait. */
  readonly atOnce: number;
  readonly waiting: number;
  /** Of those who wait, from one address: a whole bar may be one, behind a router. */
  readonly waitingOfOne: number;
}

/** Resolves or rejects as `serve` does when its turn has come; rejects with Refused('busy') when too many wait. */
export type TakeTurn = <T>(remote: string, serve: () => Promise<T>) => Promise<T>;

/** `later`: in the next turn of the loop. */
export function createTurns(limits: TurnLimits, later: (run: () => void) => void = nextTurn): TakeTurn {
  /** By address; the first address is next, and goes to the end when it has more. */
  const lines = new Map<string, (() => void)[]>();
  let waiting = 0;
  let served = 0;
  let isDue = false;

  const arrange = (): void => {
    if (isDue || waiting === 0 || served >= limits.atOnce) return;
    isDue = true;
    later(begin);
  };
  const begin = (): void => {
    isDue = false;
    const [first] = lines;
    if (!first) return;
    const [remote, line] = first;
    lines.delete(remote);
    const start = line.shift();
    if (line.length > 0) lines.set(remote, line);
    waiting -= 1;
    served += 1;
    start?.();
    arrange();
  };

  return async (remote, serve) => {
    const line = lines.get(remote) ?? [];
    if (waiting >= limits.waiting || line.length >= limits.waitingOfOne) throw new Refused('busy');
    const { promise, resolve } = Promise.withResolvers<null>();
    line.push(() => {
      resolve(null);
    });
    lines.set(remote, line);
    waiting += 1;
    arrange();
    await promise;
    try {
      return await serve();
    } finally {
      served -= 1;
      arrange();
    }
  };
}

function nextTurn(run: () => void): void {
  setImmediate(run);
}
