/**
 * One guest's conversation, whatever carries it: lines in, replies and events out. It writes exactly one final for every
 * line that is not blank, in order, and exactly one last word.
 */
import type { Subject } from '../ipc/messages.ts';
import { renderGreeting } from '../protocol/greeting.ts';
import { err, renderReply } from '../protocol/reply.ts';
import { renderEvent } from '../protocol/events.ts';
import { renderBye, renderLag } from '../protocol/farewell.ts';
import type { ByeReason } from '../protocol/farewell.ts';
import { isBlank } from '../protocol/lines.ts';
import type { Line } from '../protocol/lines.ts';
import { parseLine } from '../protocol/parse.ts';
import type { Guest } from '../store/guests.ts';
import type { WishNews } from '../store/news.ts';
import { apology } from './apology.ts';
import type { Answer, ConversationStore, Self } from './answer.ts';
import { answerTo } from './answers/table.ts';
import type { Carrier } from './carrier.ts';
import type { Greeted, Listener } from './listener.ts';

export interface ConversationOptions {
  readonly store: ConversationStore;
  readonly carrier: Carrier;
  /** Who speaks without having said HELLO, because the carrier knows it; null or not said: nobody yet. */
  readonly guest?: Guest | null;
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
  let self: Self = { guest: options.guest ?? null, watch: null, speech: 'text', heardUpTo: 0, newNamesAtMs: [] };
  let greeted: Greeted | null = null;
  let closed = false;

  // A question instead of the variable: while an answer was awaited, somebody else may have closed.
  const isOver = (): boolean => closed;
  const say = (lines: string, handed?: () => void): void => {
    if (!closed) carrier.reply(lines, handed);
  };
  const close = (lastLine: string, why: ByeReason | null): void => {
    if (closed) return;
    closed = true;
    carrier.close(lastLine, why);
  };
  const report = (error: unknown): void => {
    if (apology(error).isDefect) options.defect(error);
  };
  const mark = (told: readonly WishNews[]): void => {
    // Not marked is not lost: the next HELLO tells it again, with the same wish id.
    store.markTold(told).catch(report);
  };
  /** What an answer changes, once it is written. */
  const apply = (answer: Answer): void => {
    const before = self.speech;
    self = { ...self, ...answer.becomes };
    if (self.speech !== before) carrier.speaks(self.speech);
    if (answer.changed) options.hint(answer.changed);
  };
  /** One line in, one final out: nothing is written before the answer is known, and nothing is said after it is. */
  const answer = async (text: string): Promise<void> => {
    let tag: string | null = null;
    let answered: Answer;
    let lines: string;
    try {
      const parsed = parseLine(text);
      ({ tag } = parsed);
      const { connection, remote, newNamesOf } = carrier;
      const scene = { self, store, connection, remote, newNamesOf, now, version: options.version };
      answered = parsed.is === 'refused' ? parsed : await answerTo(parsed.asked, scene);
      lines = renderReply(self.speech, tag, answered.reply);
    } catch (error) {
      report(error);
      say(renderReply(self.speech, tag, apology(error).reply));
      return;
    }
    const { told } = answered;
    if (answered.leaves) close(lines, null);
    else if (told && told.length > 0)
      say(lines, () => {
        mark(told);
      });
    else say(lines);
    try {
      apply(answered);
    } catch (error) {
      // The line has had its final; a host that cannot be told is no second one.
      report(error);
    }
  };

  return {
    async begin(connected) {
      try {
        const { party, waiting } = await store.door();
        greeted = { partyId: party?.id ?? null, atMs: now() };
        say(renderGreeting(party ? { is: 'party', name: party.name, connected, waiting } : { is: 'no-party' }));
      } catch (error) {
        // The greeting is what says that somebody listens; a busy house greets without its numbers.
        report(error);
        greeted = { partyId: null, atMs: now() };
        say(renderGreeting({ is: 'busy', connected }));
      }
    },
    async hear(line) {
      if (isOver()) return 'closed';
      switch (line.is) {
        case 'line':
          if (!isBlank(line.text)) await answer(line.text);
          break;
        case 'refusal':
          say(renderReply(self.speech, line.tag, err(line.code, line.text)));
          break;
        case 'refusal-and-close':
          close(renderReply(self.speech, line.tag, err(line.code, line.text)), null);
          break;
        case 'endless':
          close(renderBye(self.speech, 'protocol'), 'protocol');
          break;
      }
      return isOver() ? 'closed' : 'go-on';
    },
    bye(reason, kick) {
      close(renderBye(self.speech, reason, kick), reason);
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
