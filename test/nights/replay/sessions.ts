/** The session process: conversations on carriers that remember, one newsroom, and who is connected. */
import { createConversation } from '../../../src/guest/conversation.ts';
import type { Conversation } from '../../../src/guest/conversation.ts';
import { openNewsroom } from '../../../src/guest/newsroom.ts';
import type { Subject } from '../../../src/ipc/messages.ts';
import { renderBye } from '../../../src/protocol/farewell.ts';
import type { ByeReason } from '../../../src/protocol/farewell.ts';
import { createLineReader } from '../../../src/protocol/lines.ts';
import type { Store } from '../../../src/store/store.ts';
import type { HouseHands } from './house.ts';

/** A socket, as the guest has it. */
export interface Line {
  /** Says a line and resolves once it was answered. */
  says(text: string): Promise<void>;
  /** The connection is gone, without a word. */
  hangUp(): Promise<void>;
}

interface LineEnds {
  /** Everything that comes, line by line. */
  readonly hears: (line: string) => void;
  /** karaoked has closed it. */
  readonly closed: () => void;
}

export interface Sessions {
  readonly epoch: number;
  /** A hint came. */
  readonly wake: (about: Subject) => void;
  /** A guest connects; resolves when the greeting was said. */
  connects(ends: LineEnds): Promise<Line>;
  goodbye(reason: ByeReason): Promise<void>;
  /** Falls; the host says goodbye for it. */
  fall(): void;
  /** Nobody says anything any more. */
  dies(): void;
}

interface SessionHands extends HouseHands {
  readonly store: Store;
  readonly epoch: number;
  readonly hint: (about: Subject) => void;
}

const POLL_MS = 1_000;
const VERSION = '0.0.0';

export async function openSessions({ clock, store, epoch, defect, ...hands }: SessionHands): Promise<Sessions> {
  const timers = clock.ownTimers();
  const newsroom = await openNewsroom({
    store,
    now: clock.now,
    later: (ms, run) => void timers.after(ms, run),
    defect,
  });
  timers.every(POLL_MS, () => void newsroom.poll());
  const open = new Map<number, { readonly conversation: Conversation; readonly ends: LineEnds }>();
  let seats = 0;
  let dead = false;

  const seatEmpty = async (seat: number): Promise<void> => {
    const left = open.get(seat);
    if (!left) return;
    open.delete(seat);
    newsroom.leave(left.conversation);
    await store.recordConnections({ epoch, opened: [], closed: [seat] });
  };
  return {
    epoch,
    wake: () => {
      if (!dead) void newsroom.look();
    },
    connects: async (ends) => {
      const seat = (seats += 1);
      const say = (lines: string): void => {
        if (!dead) for (const line of lines.split('\n').slice(0, -1)) ends.hears(line);
      };
      const conversation = createConversation({
        store,
        carrier: {
          connection: { epoch, seat },
          remote: '192.0.2.1',
          newNamesOf: 'connection',
          reply: (lines, handed) => {
            say(lines);
            handed?.();
          },
          event: (line, handed) => {
            say(line);
            handed?.();
            return true;
          },
          close: (lastLine) => {
            if (lastLine !== null) say(lastLine);
            if (!dead) ends.closed();
            if (!dead) void seatEmpty(seat);
          },
          speaks: () => undefined,
        },
        hint: (about) => {
          hands.hint(about);
          void newsroom.look();
        },
        defect,
        now: clock.now,
        version: VERSION,
      });
      open.set(seat, { conversation, ends });
      await store.recordConnections({
        epoch,
        opened: [{ seat, remote: '192.0.2.1', sinceMs: clock.now() }],
        closed: [],
      });
      await conversation.begin(open.size);
      newsroom.join(conversation);
      return {
        says: async (text) => {
          for (const line of createLineReader().push(Buffer.from(`${text}\n`, 'utf8'))) {
            if (!dead && (await conversation.hear(line)) === 'closed') break;
          }
        },
        hangUp: () => (dead ? Promise.resolve() : seatEmpty(seat)),
      };
    },
    goodbye: async (reason) => {
      for (const { conversation } of open.values()) conversation.bye(reason);
      await Promise.resolve();
    },
    fall: () => {
      dead = true;
      timers.stop();
      for (const { ends } of open.values()) {
        ends.hears(renderBye('text', 'session-lost').trimEnd());
        ends.closed();
      }
      open.clear();
    },
    dies: () => {
      dead = true;
      timers.stop();
    },
  };
}
