/** The counters by which other processes notice what happened (../news.ts, Pulse). */
import type { Pulse } from '../news.ts';
import type { Ground } from './ground.ts';

/** One constant text for each subject, because the statement is kept by its text. */
const BEAT: Readonly<Record<keyof Pulse, string>> = {
  queue: 'UPDATE pulse SET queue = queue + 1',
  song: 'UPDATE pulse SET song = song + 1',
  orders: 'UPDATE pulse SET orders = orders + 1',
  wishes: 'UPDATE pulse SET wishes = wishes + 1',
  party: 'UPDATE pulse SET party = party + 1',
  catalogue: 'UPDATE pulse SET catalogue = catalogue + 1',
};

/** Counts a change in the transaction that makes it. */
export function beat(ground: Ground, ...subjects: readonly (keyof Pulse)[]): void {
  for (const subject of subjects) ground.sql(BEAT[subject]).run();
}

export function pulseNow(ground: Ground): Pulse {
  const row = ground.sql<Pulse>('SELECT queue, song, orders, wishes, party, catalogue FROM pulse').get();
  if (!row) throw new Error('The pulse row is gone');
  return row;
}
