/** The browser's end of the guests' protocol, for every page: one conversation that outlives its connections. */
import type { Answer, Heard, Link } from './said.ts';

export interface Talk {
  /** How it stands now; changes are heard. */
  readonly link: Link;
  /**
   * One line of the protocol, without a tag. Rejects with Lost at once while the link is not open, and when the
   * connection goes before the answer came: then nobody knows whether it was done.
   */
  say(line: string): Promise<Answer>;
  /**
   * REQUEST with a key of its own. Kept until it is answered: repeated with the same key at the next connection and after
   * a reload of the page, once the same guest has said HELLO; so it is never lost and never doubled. Rejects with Lost only
   * when it will not be repeated: somebody else speaks now, or another party is on.
   */
  request(what: string, options?: { readonly with?: string }): Promise<Answer>;
  /** HELLO, also while there is no connection: it then waits for one. What was welcomed is repeated at each connection. */
  hello(name: string, code: string | null): Promise<Answer>;
  /** Who speaks is nobody from the next connection on. */
  forget(): void;
  /** Returns what ends the hearing. */
  on(hear: (heard: Heard) => void): () => void;
  /** The server's clock, milliseconds since 1970. */
  serverNowMs(): number;
  /** Connects at once, whatever was waited for; the only way back after a kick. */
  again(): void;
  /** Ends it for good. */
  close(): void;
}
