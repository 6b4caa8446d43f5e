/**
 * Who was announced is next, whoever comes meanwhile: only a pin, a swap, AWAY and an absence put somebody else there. So
 * `* LATER` is never said without one of these.
 */
import type { Announcement, Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { mayBeCalled } from './choosing.ts';

export function announcedStays(chronicle: Chronicle): readonly string[] {
  const { announcements } = chronicle;
  return announcements.flatMap((after, index) => {
    const before = announcements[index - 1];
    if (before?.entryId == null) return [];
    const displaced = after.waiting.find(({ entryId }) => entryId === before.entryId);
    if (!displaced || !mayBeCalled(displaced) || hasReason(chronicle, after)) return [];
    return [
      `${at(after.atMs)}: ${displaced.who} was announced (${displaced.entryId}), and ${after.entryId ?? 'nobody'} is`,
    ];
  });
}

/** Seconds that an order of the DJ or a guest may take to be followed. */
const FOLLOWED_MS = 2_000;
const PINNING = /^(move|unpin|undo)\b/;

function hasReason({ heard, orders }: Chronicle, { entryId, waiting, atMs }: Announcement): boolean {
  const isJustNow = (one: { readonly atMs: number }): boolean => one.atMs <= atMs && one.atMs > atMs - FOLLOWED_MS;
  return (
    waiting.some((waiter) => waiter.entryId === entryId && waiter.pinned) ||
    heard.some((one) => one.is === 'swapped' && isJustNow(one)) ||
    orders.some((order) => PINNING.test(order.line) && isJustNow(order))
  );
}
