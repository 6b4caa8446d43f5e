/** The line: who sings what next. */
import type { Language } from '../../party/reasons.ts';
import { count } from './numbers.ts';

const en = {
  heading: 'The line',
  nothing: 'Nobody waits. The next request plays at once.',
  noParty: 'No party is on, so nobody waits.',
  waiting: (n: number, more: boolean) => (more ? `More than ${n} songs wait` : count(n, 'song waits', 'songs wait')),
  you: 'you',
  away: 'away',
  absent: 'not connected',
};

export type LineWords = typeof en;

const bg: LineWords = {
  heading: 'Опашката',
  nothing: 'Никой не чака. Следващата заявка тръгва веднага.',
  noParty: 'Няма парти и никой не чака.',
  waiting: (n, more) => (more ? `Над ${n} песни чакат` : count(n, 'песен чака', 'песни чакат')),
  you: 'ти',
  away: 'излезе за малко',
  absent: 'не е на линия',
};

export const line: Readonly<Record<Language, LineWords>> = { en, bg };
