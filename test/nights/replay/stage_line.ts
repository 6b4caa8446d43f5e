/** What the log says of a turn: who, what, why, and what had become of the waiting times that were told. */
import { mmss } from '../../../src/party/clock.ts';
import type { Reason } from '../../../src/party/model.ts';
import type { Chronicle, Taking } from './chronicle.ts';

/** The rule that had put a turn first, in a few words. */
const RULES: Readonly<Record<Reason['rule'], string>> = {
  pinned: 'the DJ put it there',
  announced: 'was announced',
  'not-twice': 'has just sung, and nobody else is left',
  'in-between': 'goes between two songs of one singer',
  overdue: 'had waited for over an hour',
  'fewest-turns': 'fewest turns',
  'longest-wait': 'as few turns as others, and waits longest',
  first: 'fewest turns, and waits longest',
  'own-first': 'has just sung, and nobody else is left',
  'after-present': 'is not here, and nobody waits who is',
  away: 'said AWAY',
};

export function stageLine(chronicle: Chronicle, taking: Taking): string {
  const { who, partner, artist, title, rule, entryId, taken, waiting } = taking;
  const song = `${artist} - ${title}`;
  if (who === null || entryId === null) return `nobody sings: ${song} (a random song)`;
  const singers = partner === null ? who : `${who} & ${partner}`;
  const turn = taken === null ? '' : `turn ${taken.sung + 1}; `;
  const why = rule === null ? 'nobody knows why' : RULES[rule];
  return `${singers} ${partner === null ? 'sings' : 'sing'} ${song} (${turn}${why}; ${waiting.length} wait; ${told(chronicle, taking)})`;
}

/** What the first telling said and what came of it. */
function told({ heard }: Chronicle, { entryId, atMs }: Taking): string {
  const first = heard.find((one) => one.is === 'wait' && one.entryId === entryId);
  if (first?.is !== 'wait') return 'was told no time';
  return `was told ${first.fromMin}-${first.toMin} min, it was ${mmss(atMs - first.atMs)}`;
}
