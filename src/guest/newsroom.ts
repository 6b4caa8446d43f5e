/**
 * One newsroom in every process that seats guests. It looks at the store when a hint came or when the database has
 * changed, and tells its conversations what is new to them. Hints carry no facts, so a lost or doubled one does no harm.
 */
import type { Subject } from '../ipc/messages.ts';
import type { Event, Topic } from '../protocol/events.ts';
import { EVENTS } from '../protocol/events.ts';
import type { GuestOrder, NewsStore, Pulse } from '../store/news.ts';
import { apology } from './apology.ts';
import { createCalls } from './calls.ts';
import { createLastCall } from './last_call.ts';
import { outlived } from './party_news.ts';
import type { Listener } from './listener.ts';
import { isOtherMusic } from './music_news.ts';
import { atMostEvery } from './pace.ts';
import type { Later } from './pace.ts';
import { createWishDesk } from './wish_desk.ts';

export interface NewsroomOptions {
  readonly store: NewsStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs something once, later; the timer does not keep the process alive. */
  readonly later: Later;
  /** A bug was caught; the newsroom goes on and looks again at the next poll. */
  readonly defect: (error: unknown) => void;
}

export interface Newsroom {
  /** Call it once a conversation has begun. */
  join(listener: Listener): void;
  leave(listener: Listener): void;
  /** Call it at every hint, this process' own included. Never rejects, never overlaps; resolves when all is told. */
  look(): Promise<void>;
  /** Call it once a second: looks if any process has committed since, or if something could not be read or marked. */
  poll(): Promise<void>;
}

const QUEUE_EVERY_MS = 1_000;

/** Opens a newsroom that takes the present state as known: nobody is told what happened before. Rejects if it cannot read. */
export async function openNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const { store, now } = options;
  const audience = new Set<Listener>();
  let seen: Pulse = await store.pulse();
  let stage = await store.stage();
  let party = await store.party();
  let orderId = await store.lastOrderId();
  let owing = false;

  const report = (error: unknown): void => {
    owing = true;
    if (apology(error).isDefect) options.defect(error);
  };
  const wishes = await createWishDesk(store, report);
  const lastCall = createLastCall(now);
  const calls = createCalls(store);
  const listening = (topic: Topic): readonly Listener[] => [...audience].filter((listener) => watches(listener, topic));
  const sayLastCall = (): void => {
    lastCall.tell(listening('LASTCALL'), party.on);
  };
  const tell = (event: Event): void => {
    for (const listener of listening(event.topic)) listener.tell(event);
  };
  const lineMoved = atMostEvery(QUEUE_EVERY_MS, now, options.later, () => {
    if (listening('QUEUE').length === 0) return;
    store.waitingCount().then((waiting) => {
      tell({ topic: 'QUEUE', waiting });
    }, report);
  });

  // What to read again when the pulse of a subject has moved; a subject without a reader does not compile.
  const readers: Readonly<Record<Subject, (() => Promise<void> | void) | null>> = {
    party: async () => {
      party = await store.party();
      for (const listener of audience) if (outlived(listener.greeted, party.lastEnded)) listener.bye('party-over');
    },
    orders: async () => {
      for (const order of await store.guestOrdersAfter(orderId)) {
        orderId = order.id;
        if (order.verb === 'say') tell({ topic: 'SAY', text: order.text });
        else kick(audience, order);
      }
    },
    song: async () => {
      const before = stage;
      const after = await store.stage();
      await calls.tell(listening('NEXT'), after);
      // From here on nothing can fail, so nothing is said twice.
      stage = after;
      if (isOtherMusic(before.now, after.now)) tell({ topic: 'NOW', now: after.now });
    },
    wishes: () => wishes.tell(audience),
    queue: () => {
      lineMoved.again();
    },
    catalogue: null,
  };

  /** Whether somebody who came since was not told of it; who they are changes whom a duet is about. */
  const owes = (subject: Subject): boolean =>
    (subject === 'song' && calls.owesTo(listening('NEXT'))) || (subject === 'wishes' && wishes.owesTo(audience));

  const round = async (): Promise<void> => {
    owing = false;
    const pulse = await store.pulse();
    for (const subject of Object.keys(readers) as Subject[]) {
      if (pulse[subject] === seen[subject] && !owes(subject)) continue;
      await readers[subject]?.();
      // Remembered only now: what could not be read is read at the next look.
      seen = { ...seen, [subject]: pulse[subject] };
    }
    sayLastCall();
  };

  let again = false;
  let looking: Promise<void> | null = null;
  const look = (): Promise<void> => {
    again = true;
    looking ??= (async () => {
      while (again) {
        again = false;
        await round().catch(report);
      }
      looking = null;
    })();
    return looking;
  };
  return {
    join(listener) {
      audience.add(listener);
      // The party may have ended between its greeting and now.
      if (outlived(listener.greeted, party.lastEnded)) listener.bye('party-over');
    },
    leave(listener) {
      audience.delete(listener);
    },
    look,
    async poll() {
      if (owing || store.changed() || owes('song')) await look();
      else sayLastCall();
    },
  };
}

function watches(listener: Listener, topic: Topic): boolean {
  return listener.watch === 'all' || (listener.watch === 'mine' && EVENTS[topic].watch === 'mine');
}

/** Only who was there when the DJ said it: the same guest may have come back since. */
function kick(audience: ReadonlySet<Listener>, { guestId, atMs, by, text }: GuestOrder): void {
  if (guestId === null) return;
  for (const listener of audience) {
    if (listener.guest?.id === guestId && (listener.greeted?.atMs ?? Infinity) <= atMs)
      listener.bye('kicked', { by: by ?? 'kick', words: text });
  }
}
