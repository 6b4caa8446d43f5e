/** The server's clock, read over a network that takes its time. Pure. */

/** One PING: when it was said and answered by this device's clock, and the server's clock in between. */
export interface RoundTrip {
  readonly sentMs: number;
  readonly heardMs: number;
  readonly serverMs: number;
}

/** Newest last; empty: nothing is known. */
export type RoundTrips = readonly RoundTrip[];

/** Two quartz clocks drift apart by some 50 ms in so long. */
const OLD_MS = 10 * 60_000;
const MOST = 16;

/**
 * The server's clock stood somewhere between the moments of asking and hearing. Two round trips that leave no offset in
 * common say that a clock was set meanwhile (a TV box gets the time after it starts): what was known before is void.
 */
export function withRoundTrip(known: RoundTrips, trip: RoundTrip): RoundTrips {
  const recent = known.filter(({ heardMs }) => trip.heardMs - heardMs <= OLD_MS && heardMs <= trip.heardMs);
  return recent.every((before) => agree(before, trip)) ? [...recent, trip].slice(-MOST) : [trip];
}

/** Milliseconds to add to this device's clock: from the shortest round trip, whose error is at most half of it. */
export function offsetMs(known: RoundTrips): number {
  const [first, ...others] = known;
  if (!first) return 0;
  const best = others.reduce((least, trip) => (tookMs(trip) <= tookMs(least) ? trip : least), first);
  return best.serverMs - (best.sentMs + best.heardMs) / 2;
}

const tookMs = ({ sentMs, heardMs }: RoundTrip): number => heardMs - sentMs;

/** Both clocks are read in whole milliseconds, and drift a little. */
const SLACK_MS = 60;

function agree(one: RoundTrip, other: RoundTrip): boolean {
  const least = Math.max(one.serverMs - one.heardMs, other.serverMs - other.heardMs);
  const most = Math.min(one.serverMs - one.sentMs, other.serverMs - other.sentMs);
  return least <= most + SLACK_MS;
}
