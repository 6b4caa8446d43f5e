/**
 * One guest's conversation, whatever carries it: lines in, replies and events out. It writes exactly one final for every
 * line that is not blank, in order, and exactly one last word.
 */
import type { Subject } from '../ipc/messages.ts';
import { renderGreeting } from '../protocol/greeting.ts';
import type { Door } from '../protocol/greeting.ts';
import { err, renderReply } from '../protocol/reply.ts';
import type { Reply } from '../protocol/reply.ts';
import { renderEvent } from '../protocol/events.ts';
import { renderBye, renderLag } from '../protocol/farewell.ts';
import { isBlank } from '../protocol/lines.ts';
import type { Line } from '../protocol/lines.ts';
import { parseLine } from '../protocol/parse.ts';
import type { AnyAsked } from '../protocol/commands.ts';
import type { WishNews } from '../store/news.ts';
import { apology } from './apology.ts';
import type { Answer, ConversationStore, Self } from './answer.ts';
import { answerTo } from './answers/table.ts';
import type { Carrier } from './carrier.ts';
import type { Greeted, Listener } from './listener.ts';

export interface ConversationOptions {
  readonly store: ConversationStore;
  readonly carrier: Carrier;
  /** Something was committed: tell the host, and let this process' own newsroom look. */
  readonly hint: (about: Subject) => void;
  /** A bug was caught; the guest has heard 599 and the connection stays. */
  readonly defect: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of karaoked, as `0.1.0`. */
  readonly version: string;
}

export interface Conversation extends Listener {
  /** Says the greeting; `connected` is how many connections there are, this one included. Never rejects. Hear nothing before. */
  begin(connected: number): Promise<void>;
  /** Answers one line; await it before the next. `closed`: the connection is over, hear no more. Never rejects. */
  hear(line: Line): Promise<'go-on' | 'closed'>;
  /** Says that so many events were dropped because the reader was slow; call it when there is room again. */
  lagged(dropped: number): void;
}

/** Starts nothing; `begin` does. */
export function createConversation(options: ConversationOptions): Conversation {
  const { store, carrier, now } = options;
  let self: Self = { guest: null, watch: null, speech: 'text', heardUpTo: 0, newNamesAtMs: [] };
  let greeted: Greeted | null = null;
  let closed = false;

  // A question instead of the variable: while an answer was awaited, somebody else may have closed.
  const isOver = (): boolean => closed;
  const say = (reply: Reply, tag: string | null, handed?: () => void): void => {
    if (!closed) carrier.reply(renderReply(self.speech, tag, reply), handed);
  };
  const greet = (door: Door): void => {
    if (!closed) carrier.reply(renderGreeting(door));
  };
  const close = (lastLine: string | null): void => {
    if (closed) return;
    closed = true;
    carrier.close(lastLine);
  };
  const report = (error: unknown): void => {
    if (apology(error).isDefect) options.defect(error);
  };
  const mark = (told: readonly WishNews[]): void => {
    // Not marked is not lost: the next HELLO tells it again, with the same wish id.
    store.markTold(told).catch(report);
  };
  const act = (answer: Answer, tag: string | null): void => {
    const told = answer.told ?? [];
    const { reply } = answer;
    const markLater = (): void => {
      mark(told);
    };
    if (answer.leaves) close(renderReply(self.speech, tag, reply));
    else say(reply, tag, told.length > 0 ? markLater : undefined);
    const before = self.speech;
    self = { ...self, ...answer.becomes };
    if (self.speech !== before) carrier.speaks(self.speech);
    if (answer.changed) options.hint(answer.changed);
  };
  const answer = async (asked: AnyAsked): Promise<void> => {
    const { connection, remote } = carrier;
    try {
      act(await answerTo(asked, { self, store, connection, remote, now, version: options.version }), asked.tag);
    } catch (error) {
      report(error);
      say(apology(error).reply, asked.tag);
    }
  };

  return {
    async begin(connected) {
      try {
        const { party, waiting } = await store.door();
        greeted = { partyId: party?.id ?? null, atMs: now() };
        greet(party ? { is: 'party', name: party.name, connected, waiting } : { is: 'no-party' });
      } catch (error) {
        // The greeting is what says that somebody listens; a busy house greets without its numbers.
        report(error);
        greeted = { partyId: null, atMs: now() };
        greet({ is: 'busy', connected });
      }
    },
    async hear(line) {
      if (isOver()) return 'closed';
      switch (line.is) {
        case 'line': {
          if (isBlank(line.text)) break;
          const parsed = parseLine(line.text);
          if (parsed.is === 'refused') say(parsed.reply, parsed.tag);
          else await answer(parsed.asked);
          break;
        }
        case 'refusal':
          say(err(line.code, line.text), line.tag);
          break;
        case 'refusal-and-close':
          close(renderReply(self.speech, line.tag, err(line.code, line.text)));
          break;
        case 'endless':
          close(renderBye(self.speech, 'protocol'));
          break;
      }
      return isOver() ? 'closed' : 'go-on';
    },
    bye(reason, words) {
      close(renderBye(self.speech, reason, words));
    },
    lagged(dropped) {
      if (!closed) carrier.event(renderLag(self.speech, dropped));
    },
    get greeted() {
      return greeted;
    },
    get guest() {
      return self.guest;
    },
    get watch() {
      // Who has said WATCH has decided, before HELLO or after; only who said nothing gets what is usual.
      return self.watch ?? (self.guest ? 'mine' : 'none');
    },
    get heardUpTo() {
      return self.heardUpTo;
    },
    tell(event, handed) {
      if (!closed && greeted) carrier.event(renderEvent(self.speech, event), handed);
    },
    heard(serial) {
      self = { ...self, heardUpTo: Math.max(self.heardUpTo, serial) };
    },
  };
}
