/** WHY: what there is to say about a place in the line. */
import { explain } from '../../party/explain.ts';
import type { WhyOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { entryById } from './entries.ts';
import type { Ground } from './ground.ts';
import { lineNow, placeAt } from './line.ts';
import type { Transactions } from './transact.ts';

export function whyMethods(ground: Ground, { read }: Transactions): Pick<Store, 'why'> {
  return { why: (entryId) => read(() => why(ground, entryId)) };
}

function why(ground: Ground, entryId: number): WhyOutcome {
  const now = lineNow(ground);
  const spot = now?.spots.find(({ placed }) => placed.entry.id === entryId);
  if (!now || !spot) {
    const entry = entryById(ground, entryId);
    return entry ? { is: 'not-in-line', entry } : { is: 'unknown', party: now ? 'on' : 'off' };
  }
  const { line, spots, music } = now;
  const places = spots.map(({ placed }) => placed);
  const facts = explain({ line, places, entryId, wait: spot.wait, music });
  if (!facts) throw new Error(`Entry ${entryId} has a place and no reason`);
  return { is: 'in-line', place: placeAt(ground, spot), facts };
}
