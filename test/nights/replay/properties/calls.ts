/**
 * Who hears NEXT hears TURN for the same song when the next turn is taken, or there is a reason: it was told LATER, is
 * taken out, said AWAY, lost the connection, or the party or karaoked ended. Who is called and connected hears TURN.
 */
import type { Chronicle, Heard, Taking } from '../chronicle.ts';
import { at } from '../time_of_day.ts';

export function calls(chronicle: Chronicle): readonly string[] {
  return [...brokenPromises(chronicle), ...unheard(chronicle), ...doubled(chronicle)];
}

function brokenPromises(chronicle: Chronicle): readonly string[] {
  return chronicle.heard.flatMap((next) => {
    if (next.is !== 'NEXT') return [];
    const following = chronicle.takings.find(
      ({ atMs, entryId }) => atMs > next.atMs || (atMs === next.atMs && entryId === next.entryId),
    );
    if (following?.entryId === next.entryId) return [];
    if (reasonBetween(chronicle, next, following?.atMs ?? Infinity)) return [];
    const instead = following ? `${following.who ?? 'a random song'} came at ${at(following.atMs)}` : 'nobody came';
    return [`${at(next.atMs)}: ${next.who} was told to be next (${next.entryId}), and ${instead}`];
  });
}

function reasonBetween(
  chronicle: Chronicle,
  next: { readonly atMs: number; readonly who: string; readonly entryId: number },
  untilMs: number,
): boolean {
  const { heard, aways, hostEvents, ends, visits, orders, entries } = chronicle;
  const isBetween = ({ atMs }: { readonly atMs: number }): boolean => atMs >= next.atMs && atMs <= untilMs;
  const isOfEntry = (one: Heard): boolean =>
    (one.is === 'LATER' || one.is === 'cancelled' || one.is === 'swapped') && one.entryId === next.entryId;
  const removed = new RegExp(`^remove ${next.entryId}\\b`);
  return (
    heard.some((one) => isBetween(one) && isOfEntry(one)) ||
    aways.some((away) => isBetween(away) && away.is === 'away') ||
    hostEvents.some(isBetween) ||
    ends.some(isBetween) ||
    orders.some((order) => isBetween(order) && removed.test(order.line)) ||
    visits.some(({ who, untilMs: leftMs }) => who === next.who && leftMs !== null && isBetween({ atMs: leftMs })) ||
    // A duet is announced to both; the partner's word is the owner's.
    !entries.some(({ entryId }) => entryId === next.entryId)
  );
}

/** TURN, on every connection of the singer, once. */
function unheard({ takings, visits, heard }: Chronicle): readonly string[] {
  const told = (taking: Taking, connection: number): number =>
    heard.filter(
      (one) =>
        one.is === 'TURN' &&
        one.entryId === taking.entryId &&
        one.connection === connection &&
        one.atMs >= taking.atMs &&
        one.atMs < taking.atMs + GRACE_MS,
    ).length;
  return takings.flatMap((taking) =>
    visits.flatMap(({ who, connection, fromMs, untilMs }) => {
      const wasThere = who === taking.who && fromMs < taking.atMs && (untilMs ?? Infinity) > taking.atMs + GRACE_MS;
      const times = wasThere ? told(taking, connection) : 1;
      return times === 1
        ? []
        : [`${at(taking.atMs)}: ${who} is called (${taking.entryId ?? 0}) and hears TURN ${times} times`];
    }),
  );
}

/** A hint that is lost costs a second. */
const GRACE_MS = 2_000;

/** Nobody is told to be next twice for the same song, unless it was put off in between. */
function doubled({ heard }: Chronicle): readonly string[] {
  return heard.flatMap((one, index) => {
    if (one.is !== 'NEXT') return [];
    const sameSong = (other: Heard): boolean =>
      'entryId' in other && other.entryId === one.entryId && other.connection === one.connection;
    const before = heard
      .slice(0, index)
      .findLast(
        (other) =>
          (other.is === 'NEXT' || other.is === 'LATER' || other.is === 'swapped' || other.is === 'TURN') &&
          sameSong(other),
      );
    const wasAway = heard
      .slice(0, index)
      .some((other) => other.is === 'away' && other.atMs >= (before?.atMs ?? Infinity));
    return before?.is === 'NEXT' && !wasAway
      ? [`${at(one.atMs)}: ${one.who} was told twice to be next (${one.entryId})`]
      : [];
  });
}
