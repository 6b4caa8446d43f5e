/** What was played, night by night, for keeping elsewhere. */
import type { Night, NightPlay, NightsWanted } from '../care.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { lastEnded, partyOn } from './night.ts';
import type { Transactions } from './transact.ts';

type ExportMethods = Pick<Store, 'playsAfter' | 'nights'>;

export function exportMethods(ground: Ground, { read }: Transactions): ExportMethods {
  return {
    playsAfter: (wanted, after, size) => read(() => playsAfter(ground, wanted, after, size)),
    nights: (most) =>
      read(() =>
        ground
          .sql<Night>('SELECT id AS partyId, name, started_at_ms AS startedAtMs FROM party ORDER BY id DESC LIMIT ?')
          .all(most),
      ),
  };
}

type Row = Omit<NightPlay, 'random'> & { readonly random: 0 | 1 };

const PLAYS = `SELECT play.id AS playId, party.id AS partyId, party.name AS party, taken_at_ms AS startedAtMs,
    play.ended_at_ms AS endedAtMs, singer, partner AS "with", artist, title, how AS "end", play.entry_id IS NULL AS random
  FROM play JOIN party ON party.id = party_id`;

function playsAfter(ground: Ground, wanted: NightsWanted, after: number, size: number): readonly NightPlay[] {
  const night = wanted === 'last' ? ((partyOn(ground) ?? lastEnded(ground))?.id ?? 0) : wanted;
  const rows =
    night === 'all'
      ? ground.sql<Row>(`${PLAYS} WHERE play.id > ? ORDER BY play.id LIMIT ?`).all(after, size)
      : ground
          .sql<Row>(`${PLAYS} WHERE play.party_id = ? AND play.id > ? ORDER BY play.id LIMIT ?`)
          .all(night, after, size);
  return rows.map((row) => ({ ...row, random: row.random === 1 }));
}
