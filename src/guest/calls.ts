/**
 * Who is called and who is to be ready, as guests hear it: when it becomes so, and as soon as somebody listens whom it is
 * about. Kept for each connection, so that nobody hears it twice, and who heard it hears why it holds no more.
 */
import type { Event } from '../protocol/events.ts';
import type { Called, NewsStore, NotNext, StageNow } from '../store/news.ts';
import type { Listener } from './listener.ts';

/** What a connection was told of a guest's calls. */
interface Heard {
  readonly guestId: number;
  /** The play that `* TURN` was said for; null: none. */
  readonly turn: number | null;
  readonly next: Promised | null;
}

/** What `* NEXT` was said for, and the play after which it was to come (null: nothing played). */
interface Promised {
  readonly entry: Called;
  readonly playId: number | null;
}

export interface Calls {
  /** Whether one of `listening` has said HELLO, or WATCH, since they were told. */
  owesTo(listening: Iterable<Listener>): boolean;
  /** Tells each of `listening` what it has not heard of `stage`. When the store cannot be read it rejects, and nobody was told. */
  tell(listening: readonly Listener[], stage: StageNow): Promise<void>;
}

export function createCalls(store: Pick<NewsStore, 'whyNotNext'>): Calls {
  const heard = new WeakMap<Listener, Heard>();
  /** Whoever spoke here before is somebody else. */
  const heardBy = (listener: Listener): Heard | null => {
    const before = heard.get(listener);
    return before && before.guestId === listener.guest?.id ? before : null;
  };
  return {
    owesTo(listening) {
      for (const listener of listening) if (listener.guest && !heardBy(listener)) return true;
      return false;
    },
    async tell(listening, stage) {
      const promised = new Set(listening.map((listener) => heardBy(listener)?.next?.entry.entryId));
      const broken = new Map<number, NotNext | null>();
      for (const entryId of promised)
        if (entryId !== undefined && entryId !== stage.next?.entryId)
          broken.set(entryId, await store.whyNotNext(entryId));
      for (const listener of listening) {
        if (!listener.guest) continue;
        const before = heardBy(listener) ?? { guestId: listener.guest.id, turn: null, next: null };
        const { events, after } = callsFor(before, stage, broken);
        heard.set(listener, after);
        for (const event of events) listener.tell(event);
      }
    },
  };
}

/** What a connection that has heard `before` is to be told, and what it has heard then. */
function callsFor(
  before: Heard,
  { now, singers, next }: StageNow,
  broken: ReadonlyMap<number, NotNext | null>,
): { readonly events: readonly Event[]; readonly after: Heard } {
  const { guestId } = before;
  const events: Event[] = [];
  let { turn, next: promised } = before;
  const playId = now.state === 'silence' ? null : now.playId;
  if (now.state !== 'silence' && now.entryId !== null && now.singer !== null && singers.includes(guestId)) {
    if (turn !== playId) events.push({ topic: 'TURN', ...now, entryId: now.entryId, singer: now.singer });
    turn = playId;
  }
  const isNext = next?.singers.includes(guestId) === true;
  const isSame = promised?.entry.entryId === next?.entryId;
  if (promised && !isSame) {
    const why = broken.get(promised.entry.entryId) ?? null;
    const displaced = why?.why === 'displaced';
    // Who is called, or is next with another song, has not been put off by somebody.
    const isBusy = displaced && (isNext || singers.includes(guestId));
    // While it waits and nobody else is announced the promise stands: it may be announced again, and has been heard.
    const stands = displaced && next === null;
    if (why && !stands && !isBusy && !why.by.includes(guestId)) events.push(later(promised.entry, why));
    if (!stands) promised = null;
  }
  if (isNext && !(isSame && promised?.playId === playId)) {
    events.push({ topic: 'NEXT', ...asSung(next) });
    promised = { entry: next, playId };
  }
  return { events, after: { guestId, turn, next: promised } };
}

const later = (entry: Called, { why, who }: NotNext): Event => ({ topic: 'LATER', ...asSung(entry), why, who });

const asSung = ({ songId: id, artist, title, ...called }: Called) => ({ ...called, song: { id, artist, title } });
