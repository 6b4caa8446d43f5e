/** Requests that outlive connections: said with a key until they are answered, so that none is lost and none doubled. */
import type { Kept, Shelf } from './kept.ts';
import { newKey } from './key.ts';
import { requestLine } from './lines.ts';
import { Lost, lostIsTold } from './lost.ts';
import type { Answer, Asking } from './said.ts';

/** Who asks of which party. */
type Scene = Pick<Kept, 'guestId' | 'partySinceMs'>;

export interface Requests {
  /** What waits for its answer and was asked by the page before a reload. */
  readonly before: readonly Asking[];
  make(asked: Omit<Asking, 'key'>, scene: Scene): Promise<Answer>;
  /** Somebody was welcomed on a connection: what they asked is said there, and what others asked is given up. */
  resume(ask: (line: string) => Promise<Answer>, scene: Scene): void;
  /** The connection is gone. */
  pause(): void;
}

interface Awaited {
  readonly answered: (answer: Answer) => void;
  readonly lost: (why: Lost) => void;
}

/** `found`: what came of a request of the page before the reload; null: it will not be said any more. */
export function openRequests(shelf: Shelf, found: (asked: Asking, answer: Answer | null) => void): Requests {
  const awaited = new Map<string, Awaited>();
  const underWay = new Set<string>();
  let ask: ((line: string) => Promise<Answer>) | null = null;

  const done = (kept: Kept, answer: Answer): void => {
    shelf.drop(kept.key);
    const page = awaited.get(kept.key);
    awaited.delete(kept.key);
    if (page) page.answered(answer);
    else found(kept, answer);
  };
  const giveUp = (kept: Kept, why: string): void => {
    shelf.drop(kept.key);
    const page = awaited.get(kept.key);
    awaited.delete(kept.key);
    if (page) page.lost(new Lost(why));
    else found(kept, null);
  };
  const say = (kept: Kept): void => {
    if (!ask || underWay.has(kept.key)) return;
    underWay.add(kept.key);
    // Lost: it stays on the shelf for the next connection.
    ask(requestLine(kept))
      .finally(() => underWay.delete(kept.key))
      .then((answer) => {
        done(kept, answer);
      })
      .catch(lostIsTold);
  };
  return {
    get before() {
      return shelf.all().filter(({ key }) => !awaited.has(key));
    },
    make(asked, scene) {
      const kept = { key: newKey(), ...asked, ...scene };
      shelf.keep(kept);
      return new Promise((answered, lost) => {
        awaited.set(kept.key, { answered, lost });
        say(kept);
      });
    },
    resume(open, scene) {
      ask = open;
      for (const kept of shelf.all()) {
        if (isOther(kept.guestId, scene.guestId)) giveUp(kept, 'somebody else speaks now');
        else if (isOther(kept.partySinceMs, scene.partySinceMs)) giveUp(kept, 'another party is on');
        else say(kept);
      }
    },
    pause() {
      ask = null;
    },
  };
}

/** What is not known is not held against it. */
const isOther = (then: number | null, now: number | null): boolean => then !== null && now !== null && then !== now;
