/** What must be true of the night between any two transactions, because each transaction leaves it true. */
import { numbered } from './look.ts';
import type { Look } from './look.ts';

const REPORT = 'This is a bug in karaoked, or somebody else has written to its database: please report it. ';
const PARTY_END = `${REPORT}The end of the party (karaokectl party end) puts it right`;
const byHand = (sql: string): string =>
  `${REPORT}For each: karaokectl stop, then sqlite3 karaoke.db "${sql}", then start karaoked`;

export const nightLooks: readonly Look[] = [
  {
    check: 'counters by which processes notice changes',
    remedy: 'Restore a backup (docs/operations.md, "Restore")',
    look: (db) =>
      ['pulse', 'player'].flatMap((table) => {
        const rows = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
        return rows === 1 ? [] : [`${table} has ${rows} rows, and must have one`];
      }),
  },
  {
    check: 'the stage',
    remedy: PARTY_END,
    look: (db) => [
      ...numbered(
        `SELECT entry.id FROM queue_list AS entry JOIN party ON party.id = party_id
         WHERE state = 'singing' AND party.ended_at_ms IS NULL AND NOT EXISTS
           (SELECT 1 FROM play WHERE entry_id = entry.id AND ended_at_ms IS NULL)`,
        'entry is being sung, and no play of it is on',
        'entries are being sung, and no play of them is on',
      )(db),
      ...numbered(
        `SELECT play.id FROM play JOIN party ON party.id = party_id
         WHERE play.ended_at_ms IS NULL AND party.ended_at_ms IS NOT NULL`,
        'play is on at a party that is over',
        'plays are on at a party that is over',
      )(db),
    ],
  },
  {
    check: 'who is announced',
    remedy: PARTY_END,
    look: numbered(
      `SELECT entry_id FROM next_entry JOIN queue_list ON queue_list.id = entry_id WHERE state <> 'waiting'`,
      'entry is announced and does not wait',
      'entries are announced and do not wait',
    ),
  },
  {
    check: 'what is left of parties that are over',
    remedy: byHand("UPDATE queue_list SET state = 'unsung' WHERE id = <id>"),
    look: numbered(
      `SELECT queue_list.id FROM queue_list JOIN party ON party.id = party_id
       WHERE state IN ('waiting', 'singing') AND ended_at_ms IS NOT NULL`,
      'entry waits at a party that is over',
      'entries wait at a party that is over',
    ),
  },
  {
    check: 'who waits',
    remedy: `${REPORT}For each: karaokectl remove <id>`,
    look: numbered(
      `SELECT queue_list.id FROM queue_list JOIN guest ON guest.id = guest_id
       WHERE state = 'waiting' AND (forgotten_at_ms IS NOT NULL OR banned_at_ms IS NOT NULL)`,
      'entry waits for a guest who is forgotten or banned',
      'entries wait for guests who are forgotten or banned',
    ),
  },
  {
    check: 'wishes',
    remedy: byHand("UPDATE download_list SET state = 'wanted' WHERE id = <id>"),
    look: numbered(
      `SELECT id FROM download_list WHERE state = 'found' AND song_id IS NULL`,
      'wish is found, and nobody knows as which song',
      'wishes are found, and nobody knows as which songs',
    ),
  },
];
