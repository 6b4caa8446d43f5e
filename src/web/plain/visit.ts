/**
 * One visit of a page without scripts: a whole conversation between a request and its answer, with the same rules as any
 * other. Its connection is gone when the page is sent, and from then on the grace counts (`queue.graceSeconds`).
 */
import type { Carrier } from '../../guest/carrier.ts';
import type { Conversation } from '../../guest/conversation.ts';
import { createLineReader } from '../../protocol/lines.ts';
import type { Guest, GuestStore } from '../../store/guests.ts';
import type { Answer, Final, Row } from '../pages/talk/said.ts';

/** The house that is visited. */
export interface Doorway extends Pick<GuestStore, 'recognise'> {
  readonly epoch: number;
  /** A seat that nobody had before in this process. */
  readonly seat: () => number;
  readonly converse: (carrier: Carrier, guest: Guest | null) => Conversation;
  /** Whoever sat there by name has left. */
  readonly left: (seat: number) => void;
}

/** Says one line, whatever is in it, and resolves to its answer. */
export type Say = (line: string) => Promise<Answer>;

/** Somebody at the door. */
export interface Visitor {
  /** The address from where the request came. */
  readonly remote: string;
  /** Who was recognised, and so needs no HELLO; null: nobody. */
  readonly guest: Guest | null;
}

/** Resolves to what `talk` does, or rejects as it does. */
export async function visit<T>(door: Doorway, { remote, guest }: Visitor, talk: (say: Say) => Promise<T>): Promise<T> {
  const seat = door.seat();
  const reader = createLineReader();
  let said = '';
  const carrier: Carrier = {
    connection: { epoch: door.epoch, seat },
    remote,
    newNamesOf: 'address',
    // `handed` is never called: what became of wishes stands on every page, and a page that was loaded is not yet seen. So
    // the news stays news for the connection that can ring a bell.
    reply: (lines) => {
      said += lines;
    },
    event: () => false,
    close: (lastLine) => {
      said += lastLine ?? '';
    },
    speaks: () => undefined,
  };
  const conversation = door.converse(carrier, guest);
  const hear = async (line: string): Promise<string> => {
    said = '';
    // A form field may hold newlines, and is not to say a second line with them.
    const bytes = Buffer.from(`${line.replace(/[\r\n]+/g, ' ')}\n`);
    for (const read of reader.push(bytes)) await conversation.hear(read);
    return said;
  };
  try {
    await conversation.begin(1);
    await hear('MODE json');
    return await talk(async (line) => answerIn(await hear(line)));
  } finally {
    // Only HELLO sits down.
    if (conversation.guest && conversation.guest !== guest) door.left(seat);
  }
}

/** Rows, then one final, each a line of JSON. */
function answerIn(said: string): Answer {
  const parsed = said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row | Final);
  const final = parsed.find((line): line is Final => line.t !== 'row');
  if (!final) throw new Error(`a line of a visit was not answered: ${JSON.stringify(said)}`);
  return { final, rows: parsed.filter((line): line is Row => line.t === 'row') };
}
