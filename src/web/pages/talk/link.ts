/** One connection after the other: connects again after each loss, and knows the server's clock. */
import { afterLoss } from './backoff.ts';
import { offsetMs, withRoundTrip } from './clock.ts';
import type { RoundTrips } from './clock.ts';
import { lostIsTold } from './lost.ts';
import type { Link, LinkHeard, Said } from './said.ts';
import type { Surroundings } from './surroundings.ts';
import { openWire } from './wire.ts';
import type { Wire, WireEnd } from './wire.ts';

export interface KeptLink {
  readonly link: Link;
  /** null while it is not open. */
  readonly wire: Wire | null;
  /** Milliseconds since 1970. */
  serverNowMs(): number;
  again(): void;
  close(): void;
}

export interface LinkHears {
  /** Says what is said first; the link is open when it resolves. */
  begin(wire: Wire): Promise<LinkHeard>;
  event(said: Said): void;
  changed(heard: LinkHeard): void;
}

type Phase =
  | { readonly is: 'dialling'; readonly wire: Wire }
  | { readonly is: 'open'; readonly wire: Wire; readonly sinceMs: number }
  | { readonly is: 'waiting' | 'waiting-as-told'; readonly stop: () => void }
  | { readonly is: 'shown-out' | 'closed' };

/** How often the clock is read while others keep the connection busy: one of both may have been set meanwhile. */
const CLOCK_MS = 60_000;
/** After the party's end nobody waits for the house: only one that is away for so long is said to be closed. */
const CLOSED_MS = 10_000;
/** One PING may have waited behind other answers; of five, one has not. */
const PINGS_AT_OPENING = 5;

export function keepLink(options: Surroundings & { readonly url: string }, hears: LinkHears): KeptLink {
  const { url } = options;
  let link: Link = 'connecting';
  let phase: Phase = { is: 'shown-out' };
  let failures = 0;
  /** When the party ended, by a clock that nobody sets. */
  let overMs = 0;
  /** What was told of the loss before, and does not hold of the next one by itself. */
  let saidFull = false;
  let trips: RoundTrips = [];

  const dial = (): void => {
    let pings = 0;
    const wire = openWire(url, options, {
      opened: (opened) => {
        hears
          .begin(opened)
          .then((heard) => {
            hold(opened, heard);
          })
          .catch(lostIsTold);
      },
      event: (said) => {
        hears.event(said);
      },
      timed: (trip) => {
        trips = withRoundTrip(trips, trip);
        pings += 1;
        if (pings < PINGS_AT_OPENING) wire.ping();
      },
      ended: lost,
    });
    phase = { is: 'dialling', wire };
  };
  const hold = (wire: Wire, heard: LinkHeard): void => {
    if (phase.is !== 'dialling' || phase.wire !== wire) return;
    phase = { is: 'open', wire, sinceMs: options.now() };
    link = 'open';
    hears.changed(heard);
    readClock(wire);
  };
  const readClock = (wire: Wire): void => {
    if (phase.is !== 'open' || phase.wire !== wire) return;
    wire.ping();
    options.later(CLOCK_MS * (0.75 + options.chance() / 2), () => {
      readClock(wire);
    });
  };
  const lost = (end: WireEnd): void => {
    if (phase.is === 'closed') return;
    const openMs = phase.is === 'open' ? options.now() - phase.sinceMs : null;
    const next = afterLoss({ failures, openMs, ...end }, options.chance());
    if (next.is === 'stay-out') phase = { is: 'shown-out' };
    else {
      ({ failures } = next);
      phase = { is: next.is === 'again' ? 'waiting' : 'waiting-as-told', stop: options.later(next.afterMs, dial) };
    }
    const before = link;
    link = linkAfter(end);
    if (link !== before || end.bye || saidFull) hears.changed({ link, ...(end.bye && { bye: end.bye }) });
    saidFull = end.bye?.reason === 'full';
  };
  /** Who was told that it is over is not told of every attempt to see whether it began anew. */
  const linkAfter = (end: WireEnd): Link => {
    const nowMs = options.elapsedMs();
    if (isOver(end)) overMs = nowMs;
    else if (link !== 'over' && link !== 'closed') return 'lost';
    return nowMs - overMs < CLOSED_MS ? 'over' : 'closed';
  };
  const dialNow = (): void => {
    if ('stop' in phase) phase.stop();
    failures = 0;
    dial();
  };
  options.onWake(() => {
    if (phase.is === 'open') phase.wire.prove();
    else if (phase.is === 'waiting') dialNow();
  });
  dial();

  return {
    get link() {
      return link;
    },
    get wire() {
      return phase.is === 'open' ? phase.wire : null;
    },
    serverNowMs: () => options.now() + offsetMs(trips),
    again() {
      if (phase.is === 'shown-out') {
        link = 'connecting';
        hears.changed({ link });
      }
      if (phase.is === 'open') phase.wire.prove();
      else if (phase.is === 'shown-out' || 'stop' in phase) dialNow();
    },
    close() {
      const before = phase;
      phase = { is: 'closed' };
      if ('stop' in before) before.stop();
      if ('wire' in before) before.wire.drop();
    },
  };
}

const isOver = ({ bye }: WireEnd): boolean => bye?.reason === 'party-over' || bye?.reason === 'kicked';
