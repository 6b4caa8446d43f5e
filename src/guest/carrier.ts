/** What carries a conversation. The conversation decides what is said; the carrier decides when it fits down the wire. */
import type { Speech } from '../ipc/messages.ts';
import type { ByeReason } from '../protocol/farewell.ts';
import type { ConnectionId, NewNamesOf } from '../store/guests.ts';

export interface Carrier {
  readonly connection: ConnectionId;
  /** The remote address, without the port. */
  readonly remote: string;
  /** Who may make so many new names a minute. */
  readonly newNamesOf: NewNamesOf;
  /** Sends a whole reply in one write; replies are never dropped. `handed` runs once the kernel has taken it. */
  reply(lines: string, handed?: () => void): void;
  /** Sends one event line, or drops it while the reader is slow. Returns whether it was sent. */
  event(line: string, handed?: () => void): boolean;
  /** Sends the last line, if there is one, and ends the connection; nothing is sent afterwards. `why` null: no BYE was said. */
  close(lastLine: string | null, why: ByeReason | null): void;
  /** MODE changed; the host must know how to speak through the spare copy. */
  speaks(speech: Speech): void;
}
