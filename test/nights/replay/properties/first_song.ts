/**
 * Nobody present waits for the first song while others sing again. Between the first request and its turn, at most one turn
 * goes to somebody who has had more: the one that was announced already. Pins and the overdue are the DJ's and the clock's.
 */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { OUT_OF_TURN, mayBeCalled, turnsOf } from './choosing.ts';

const ANNOUNCED_BEFORE = 1;

export function firstSong(chronicle: Chronicle): readonly string[] {
  const ahead = new Map<string, { again: number; told: boolean }>();
  const wrong: string[] = [];
  for (const { partyId, waiting, taken, rule, atMs, who } of chronicle.takings) {
    if (!taken || OUT_OF_TURN.has(rule)) continue;
    const first = new Map(waiting.filter(mayBeCalled).map((waiter) => [waiter.who, waiter]));
    for (const waiter of first.values()) {
      if (waiter.sung > 0 || waiter.who === who || turnsOf(taken) <= turnsOf(waiter)) continue;
      const key = `${partyId} ${waiter.who}`;
      const count = ahead.get(key) ?? { again: 0, told: false };
      ahead.set(key, count);
      count.again += 1;
      if (count.again <= ANNOUNCED_BEFORE || count.told) continue;
      count.told = true;
      wrong.push(`${at(atMs)}: ${waiter.who} waits for a first song, and others sang again ${count.again} times since`);
    }
  }
  return wrong;
}
