/** What an answer is to a conversation: what is said, and what it changes. An answer changes nothing itself. */
import type { Subject } from '../ipc/messages.ts';
import type { Asked, CommandName } from '../protocol/commands.ts';
import type { Speech } from '../protocol/frame.ts';
import type { Reply } from '../protocol/reply.ts';
import type { ConnectionId, Guest, GuestStore, NewNamesOf } from '../store/guests.ts';
import type { NewsStore, WishNews } from '../store/news.ts';

/** What a connection wants to hear unasked (WATCH). */
export type Watch = 'all' | 'mine' | 'none';

/** The parts of the store that a conversation uses. */
export type ConversationStore = GuestStore & Pick<NewsStore, 'lastWishSerial' | 'markTold'>;

/** What one connection is, as far as its answers depend on it. */
export interface Self {
  /** Who speaks; null before HELLO. */
  readonly guest: Guest | null;
  /** What WATCH said; null while it has said nothing. */
  readonly watch: Watch | null;
  readonly speech: Speech;
  /** The serial up to which this guest's wish news was told here. */
  readonly heardUpTo: number;
  /** When this connection made its new names of the last minute. */
  readonly newNamesAtMs: readonly number[];
}

/** What an answer may look at. */
export interface Scene {
  readonly self: Self;
  readonly store: ConversationStore;
  readonly connection: ConnectionId;
  /** The remote address, without the port. */
  readonly remote: string;
  /** Who may make so many new names a minute. */
  readonly newNamesOf: NewNamesOf;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of karaoked, as `0.1.0`. */
  readonly version: string;
}

export interface Answer {
  readonly reply: Reply;
  /** What the connection is from now on; a new `speech` holds from the next line on. */
  readonly becomes?: Partial<Self>;
  /** News that the reply carries: told once the kernel has taken it. */
  readonly told?: readonly WishNews[];
  /** What was written to the store, for the hint. */
  readonly changed?: Subject;
  /** The guest asked to go. */
  readonly leaves?: true;
}

/** One answer for every command of the table; a missing one does not compile. */
export type Answers<C extends CommandName = CommandName> = {
  readonly [K in C]: (asked: Asked<K>, scene: Scene) => Promise<Answer> | Answer;
};

/** An answer to somebody who has a name: the table of commands has seen to it that there is one. */
export function speaker(scene: Scene): Guest {
  if (!scene.self.guest)
    throw new Error('Cannot answer: the command table says that it needs a name, and nobody spoke');
  return scene.self.guest;
}
