/** A carrier that remembers what was said, a store that answers what a test gives it, and a conversation on both. */
import type { ConversationStore } from '../../../src/guest/answer.ts';
import type { Carrier } from '../../../src/guest/carrier.ts';
import { createConversation } from '../../../src/guest/conversation.ts';
import type { Conversation } from '../../../src/guest/conversation.ts';
import type { Subject } from '../../../src/ipc/messages.ts';
import { createLineReader } from '../../../src/protocol/lines.ts';
import type { NewsStore } from '../../../src/store/news.ts';

type FakedStore = ConversationStore & NewsStore;

/** What a test does not expect to be asked rejects, so that it cannot be asked unnoticed. */
export function storeThat(answers: Partial<FakedStore>): FakedStore {
  return new Proxy(answers as FakedStore, {
    get: (given, method) =>
      (given as unknown as Record<string | symbol, unknown>)[method] ??
      (() => Promise.reject(new Error(`the test did not expect ${String(method)}`))),
  });
}

export interface Told {
  readonly conversation: Conversation;
  /** Everything that was written, as it was written. */
  readonly writes: readonly string[];
  readonly hints: readonly Subject[];
  readonly defects: readonly unknown[];
  readonly speeches: readonly string[];
  /** How often it was closed. */
  readonly closes: number;
  /** Whether the reader takes events, and whether the kernel takes lines at once. */
  slow: boolean;
  stuck: boolean;
  /** Says it and returns the lines that it was answered; several lines may be said at once. */
  says(text: string): Promise<readonly string[]>;
  /** The lines since the last look. */
  hears(): readonly string[];
}

/** A conversation that has greeted; the greeting is the first of what it hears. */
export async function converse(
  store: ConversationStore,
  more: { readonly now?: () => number; readonly seat?: number; readonly hint?: () => void } = {},
): Promise<Told> {
  const writes: string[] = [];
  const hints: Subject[] = [];
  const defects: unknown[] = [];
  const speeches: string[] = [];
  let closes = 0;
  let heard = 0;
  const write = (lines: string, handed?: () => void): void => {
    writes.push(lines);
    if (!told.stuck) handed?.();
  };
  const carrier: Carrier = {
    connection: { epoch: 1, seat: more.seat ?? 1 },
    remote: '192.0.2.1',
    newNamesOf: 'connection',
    reply: write,
    event: (line, handed) => {
      if (told.slow) return false;
      write(line, handed);
      return true;
    },
    close: (lastLine) => {
      closes += 1;
      if (lastLine !== null) writes.push(lastLine);
    },
    speaks: (speech) => speeches.push(speech),
  };
  const conversation = createConversation({
    store,
    carrier,
    hint: (about) => {
      hints.push(about);
      more.hint?.();
    },
    defect: (error) => defects.push(error),
    now: more.now ?? (() => 1_000),
    version: '0.1.0',
  });
  const told: Told = {
    conversation,
    writes,
    hints,
    defects,
    speeches,
    get closes() {
      return closes;
    },
    slow: false,
    stuck: false,
    async says(text) {
      told.hears();
      for (const line of createLineReader().push(Buffer.from(`${text}\n`, 'utf8'))) {
        if ((await conversation.hear(line)) === 'closed') break;
      }
      return told.hears();
    },
    hears() {
      const lines = writes.slice(heard).join('').split('\n').slice(0, -1);
      heard = writes.length;
      return lines;
    },
  };
  await conversation.begin(12);
  return told;
}
