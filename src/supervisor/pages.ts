/**
 * The open pages, as the web process tells: how many there are, and how many heard the goodbye. There are no spare copies
 * of their sockets: a page whose process fell connects again by itself, and the port is ours, so it is never refused.
 */
import type { EndReason, Farewell, Message, PageCounts, PagesSeen } from '../ipc/messages.ts';

export interface PagesDeps {
  /** web.connections, lowered to what the descriptor limit allows. */
  readonly limit: number;
  readonly send: (message: Message) => void;
  /** SIGKILL to the web process: who wakes late would say a goodbye that counts as not said. */
  readonly kill: () => void;
  /** How many guests there are who have come in by another door. */
  readonly elsewhere: () => number;
}

export interface Pages {
  hears(message: Message): 'understood' | 'foreign';
  /** A web process is up: tell it what it cannot know. */
  up(): void;
  /** It fell, and its pages with it. */
  fell(): void;
  /** Guests came or went by another door; told once for all that happened in one turn of the loop. */
  elsewhereChanged(): void;
  /** Nobody is let in any more. */
  close(reason: EndReason): void;
  /** Every page hears one BYE; who has not within `patienceMs` does not. Close first. */
  end(reason: EndReason, patienceMs: number): Promise<Farewell>;
  counts(): PagesSeen;
}

const NOBODY: PageCounts = { open: 0, greeted: 0, refused: 0, foreign: 0 };

export function createPages(deps: PagesDeps): Pages {
  let now = NOBODY;
  /** Of the web processes that fell. */
  let before = NOBODY;
  let lost = 0;
  let isUp = false;
  let isClosed = false;
  let untold = 0;
  let telling = false;
  let farewell: Farewell | null = null;
  let finish: ((farewell: Farewell) => void) | null = null;

  const elsewhereChanged = (): void => {
    if (telling || !isUp) return;
    telling = true;
    setImmediate(() => {
      telling = false;
      deps.send({ kind: 'elsewhere', connected: deps.elsewhere() });
    });
  };
  /** What can be said when no more is heard. */
  const sofar = (): Farewell => farewell ?? { told: 0, untold: now.open };

  return {
    hears: (message) => {
      if (message.kind !== 'pages') return 'foreign';
      now = message.counts;
      farewell = message.farewell;
      if (farewell?.untold === 0) finish?.(farewell);
      return 'understood';
    },
    up: () => {
      isUp = true;
      elsewhereChanged();
    },
    fell: () => {
      isUp = false;
      if (isClosed) untold += sofar().untold;
      finish?.(sofar());
      lost += now.open;
      before = {
        open: 0,
        greeted: before.greeted + now.greeted,
        refused: before.refused + now.refused,
        foreign: before.foreign + now.foreign,
      };
      now = NOBODY;
    },
    elsewhereChanged,
    close: (reason) => {
      isClosed = true;
      deps.send({ kind: 'close-door', reason });
    },
    end: async (reason, patienceMs) => {
      if (!isUp) return { told: 0, untold };
      const { promise, resolve } = Promise.withResolvers<Farewell>();
      finish = resolve;
      const patience = setTimeout(() => {
        deps.kill();
        resolve(sofar());
      }, patienceMs);
      deps.send({ kind: 'say-bye', reason });
      const said = await promise;
      clearTimeout(patience);
      return said;
    },
    counts: () => ({
      open: now.open,
      limit: deps.limit,
      greeted: before.greeted + now.greeted,
      refused: before.refused + now.refused,
      foreign: before.foreign + now.foreign,
      lost,
    }),
  };
}
