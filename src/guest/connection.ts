/**
 * One guest's connection, whatever carries it: lines in, whole replies out, and backpressure in place of refusal. At most 64
 * lines are worked in one turn of the loop, so that one guest's thousand lines do not keep the others waiting; and nothing
 * more is read or worked while 64 KiB of replies are unread, so that the network slows the sender.
 */
import type { ByeReason } from '../protocol/farewell.ts';
import type { Line } from '../protocol/lines.ts';
import type { ConnectionId } from '../store/guests.ts';
import type { Carrier } from './carrier.ts';
import type { Conversation } from './conversation.ts';
import type { Wire } from './wire.ts';

export interface Connection {
  readonly id: ConnectionId;
  readonly conversation: Conversation;
  bye(reason: ByeReason): void;
  /** Resolves when everything said was handed to the kernel, or never can be. */
  heard(): Promise<void>;
  /** Looks at the clock, once a second: idle or too slow connections are said goodbye to. */
  check(nowMs: number, idleMs: number): void;
}

export interface ConnectionDeps {
  readonly wire: Wire;
  readonly id: ConnectionId;
  readonly remote: string;
  /** How many connections there are, this one included. */
  readonly connected: number;
  /** Steady milliseconds, for patience. */
  readonly clock: () => number;
  readonly converse: (carrier: Carrier) => Conversation;
  readonly speaks: (speech: 'text' | 'json') => void;
  /** The last line was handed to the kernel. */
  readonly told: () => void;
  /** The conversation can be listened to: it has greeted. */
  readonly begun: (connection: Connection) => void;
  readonly gone: (connection: Connection) => void;
}

const LINES_PER_TURN = 64;
const MOST_UNREAD = 64 * 1024;
/** Events are dropped before replies are: from this much unread on. */
const EVENTS_UNREAD = 16 * 1024;
const TOO_SLOW_MS = 10_000;

export function openConnection(deps: ConnectionDeps): Connection {
  const { wire, clock } = deps;
  let lines: Line[] = [];
  /** The next of `lines` to work; a pointer, because shift() on the thousands of a pipelining guest is quadratic. */
  let next = 0;
  let working = false;
  let silent = false;
  let closing = false;
  let dropped = 0;
  let spoke = false;
  const since = clock();
  let readerMovedAt = since;

  const send = (text: string, handed?: () => void): void => {
    if (closing) return;
    if (wire.unread === 0) readerMovedAt = clock();
    wire.send(text, (taken) => {
      readerMovedAt = clock();
      if (taken) handed?.();
      if (wire.unread === 0) sayLag();
    });
  };
  const carrier: Carrier = {
    connection: deps.id,
    remote: deps.remote,
    newNamesOf: 'connection',
    reply: send,
    event: (line, handed) => {
      if (wire.unread > EVENTS_UNREAD) {
        dropped += 1;
        return false;
      }
      sayLag();
      send(line, handed);
      return true;
    },
    close: (lastLine, why) => {
      if (closing) return;
      if (lastLine !== null) send(lastLine, deps.told);
      closing = true;
      wire.close(why);
    },
    speaks: deps.speaks,
  };
  const conversation = deps.converse(carrier);

  const sayLag = (): void => {
    if (dropped === 0 || closing) return;
    const missed = dropped;
    dropped = 0;
    conversation.lagged(missed);
  };
  /** Appended, and not copied: of one chunk of frames a WebSocket tells ten thousand times in one tick, a line each. */
  const take = (read: Line[]): void => {
    if (next < lines.length) {
      for (const line of read) lines.push(line);
      return;
    }
    lines = read;
    next = 0;
  };
  const isFull = (): boolean => wire.unread > MOST_UNREAD;

  /** Works what was read, a turn at a time; reads on when there is nothing left to work. */
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let turn = 0; !closing && next < lines.length && !isFull(); turn += 1) {
      if (turn === LINES_PER_TURN) {
        setImmediate(() => {
          working = false;
          void work();
        });
        return;
      }
      const line = lines[next];
      next += 1;
      // What several lines are answered goes to the kernel together: of a thousand PINGs half the cost was the writes.
      if (next < lines.length) wire.gather();
      if (line) await conversation.hear(line);
    }
    working = false;
    if (closing || isFull()) return;
    if (silent) carrier.close(null, null);
    else wire.resume();
  };

  wire.listen({
    said: (read) => {
      if (closing) return;
      spoke = true;
      if (read.length === 0) return;
      take(read);
      wire.pause();
      void work();
    },
    fellSilent: () => {
      silent = true;
      void work();
    },
    tookAll: () => {
      void work();
    },
    gone: () => {
      closing = true;
      deps.gone(connection);
    },
  });

  const connection: Connection = {
    id: deps.id,
    conversation,
    bye: (reason) => {
      conversation.bye(reason);
    },
    heard: () => wire.left(),
    check: (nowMs, idleMs) => {
      if (closing) return;
      wire.check(nowMs);
      if (!spoke && nowMs - since > idleMs) conversation.bye('idle');
      else if (wire.unread > 0 && nowMs - readerMovedAt > TOO_SLOW_MS) conversation.bye('too-slow');
    },
  };
  // Nothing is read before the greeting is said: it is the first line, whatever the guest already said.
  wire.pause();
  void conversation.begin(deps.connected).then(() => {
    // Who hung up during the greeting is gone already, and is not to be listened for.
    if (closing) return;
    deps.begun(connection);
    void work();
  });
  return connection;
}
