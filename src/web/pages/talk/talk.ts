/** The browser's end of the guests' protocol, for every page: one conversation that outlives its connections. */
import { openShelf } from './kept.ts';
import { openKeptName } from './kept_name.ts';
import { helloLine, oneLine } from './lines.ts';
import type { Speaker } from './lines.ts';
import { keepLink } from './link.ts';
import { Lost, lostIsTold } from './lost.ts';
import { openWith, partySaid } from './opening.ts';
import { openRequests } from './requests.ts';
import type { Answer, Asking, Heard, Link, LinkHeard } from './said.ts';
import { isForNow, openSpeaking } from './speaking.ts';
import type { Surroundings } from './surroundings.ts';
import type { Wire } from './wire.ts';

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
   * when it will not be repeated: somebody else speaks now, or another party is on. `song`: as the page calls it.
   */
  request(what: string, options?: { readonly with?: string; readonly song?: Asking['song'] }): Promise<Answer>;
  /** What the page before a reload asked for and has not heard of; what becomes of each is heard. */
  readonly askedBefore: readonly Asking[];
  /**
   * HELLO, also while there is no connection: it then waits for one. What was welcomed is repeated at each connection, and a
   * new name with the same key until it is answered, after a reload of the page too: `on` hears of that one.
   */
  hello(name: string, code: string | null): Promise<Answer>;
  /** Who speaks is nobody from the next connection on. */
  forget(): void;
  /** Returns what ends the hearing. */
  on(hear: (heard: Heard) => void): () => void;
  /** The server's clock, milliseconds since 1970. */
  readonly serverNowMs: () => number;
  /** Connects at once, whatever was waited for; the only way back after a kick. */
  again(): void;
  /** Ends it for good. */
  close(): void;
}

export interface TalkOptions extends Surroundings {
  /** `ws://…` or `wss://…` */
  readonly url: string;
  /** Where requests and a new name wait for their answer; null: in memory only. */
  readonly storage: Storage | null;
}

/** Until a house that is too busy for HELLO is asked again; it says no time itself. */
const BUSY_S = 3;

/** Connects at once. */
export function openTalk(options: TalkOptions): Talk {
  const hearers = new Set<(heard: Heard) => void>();
  const tell = (heard: Heard): void => {
    for (const hear of [...hearers]) hear(heard);
  };
  const keptName = openKeptName(options.storage);
  const speaking = openSpeaking(keptName);
  const requests = openRequests(openShelf(options.storage), (requested, answer) => {
    tell({ requested, answer });
  });
  /** When the party began that was heard of last; null: none is on, or nobody knows. */
  let partySinceMs: number | null = null;
  let welcomedOn: Wire | null = null;

  /** What is said first, and what comes of it. */
  const begin = async (wire: Wire): Promise<LinkHeard> => {
    const speaker = speaking.next;
    const { party, hello } = await openWith(wire, speaker);
    partySinceMs = party?.started_at_ms ?? null;
    const untold = speaker && hello && answered(wire, speaker, hello) === 'not-asked-for' ? hello : null;
    // A name may have been said meanwhile; after a refusal `answered` has seen to it.
    if (speaking.wanted && hello?.final.t !== 'err') greet(wire);
    return { link: 'open', ...(party && { party }), ...(untold && { hello: untold }) };
  };
  const greet = (wire: Wire): void => {
    const speaker = speaking.next;
    if (!speaker) return;
    // Lost: the next connection says it.
    wire
      .ask(helloLine(speaker))
      .then((hello) => {
        if (answered(wire, speaker, hello) === 'not-asked-for') tell({ link: 'open', hello });
      })
      .catch(lostIsTold);
  };
  const answered = (wire: Wire, speaker: Speaker, hello: Answer): 'told' | 'not-asked-for' => {
    const { final } = hello;
    const outcome = speaking.answered(speaker, hello);
    if (final.t === 'ok' && speaking.guestId !== null) {
      welcomedOn = wire;
      requests.resume((line) => wire.ask(line), { guestId: speaking.guestId, partySinceMs });
    } else if (welcomedOn !== wire && speaking.next) {
      const again = (): void => {
        if (links.wire === wire) greet(wire);
      };
      if (isForNow(hello)) options.later((final.t === 'err' ? (final.retry ?? BUSY_S) : BUSY_S) * 1000, again);
      else greet(wire);
    }
    return outcome;
  };
  const links = keepLink(options, {
    begin,
    event: tell,
    changed(heard) {
      if (heard.link !== 'open') {
        requests.pause();
        welcomedOn = null;
      }
      tell(heard);
    },
  });

  return {
    get link() {
      return links.link;
    },
    async say(line) {
      const said = oneLine(line);
      if (said === '') throw new Error('a blank line was said, and none is ever answered: say a command');
      if (!links.wire) throw new Lost('there is no connection to say it on');
      const answer = await links.wire.ask(said);
      partySinceMs = partySaid(answer)?.started_at_ms ?? partySinceMs;
      return answer;
    },
    request: (what, { with: partner, song = null } = {}) =>
      requests.make(
        { what: oneLine(what), partner: partner === undefined ? null : oneLine(partner), song },
        { guestId: speaking.guestId, partySinceMs },
      ),
    get askedBefore() {
      return requests.before;
    },
    hello(name, code) {
      const said = oneLine(name);
      const wanted = speaking.want(code === null ? keptName.keep(said) : { name: said, code: oneLine(code) });
      if (links.wire) greet(links.wire);
      return wanted;
    },
    forget() {
      speaking.forget();
    },
    on(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    serverNowMs: () => links.serverNowMs(),
    again() {
      links.again();
    },
    close() {
      links.close();
    },
  };
}
