/** What must be true of the night between any two transactions, because each transaction leaves it true. */
import { counted } from './look.ts';
import type { Look } from './look.ts';

const WHO =
  'This is a bug in karaoked, or somebody else has written to its database: please report it. A restart of karaoked, or ' +
  'the end of the party (karaokectl party end), puts the line right';

export const nightLooks: readonly Look[] = [
  {
    check: 'counters by which processes notice changes',
    remedy: 'Restore a backup (docs/operations.md, "Restore")',
    look: counted(
      'SELECT abs((SELECT count(*) FROM pulse) - 1) + abs((SELECT count(*) FROM player) - 1)',
      'rows are missing or too many',
    ),
  },
  {
    check: 'the stage',
    remedy: WHO,
    look: (db) => [
      ...counted(
        `SELECT count(*) FROM queue_list AS entry WHERE state = 'singing' AND NOT EXISTS
           (SELECT 1 FROM play WHERE entry_id = entry.id AND ended_at_ms IS NULL)`,
        'entries are being sung, and no play of them is on',
      )(db),
      ...counted(
        `SELECT count(*) FROM play JOIN party ON party.id = party_id
         WHERE play.ended_at_ms IS NULL AND party.ended_at_ms IS NOT NULL`,
        'plays are on at a party that is over',
      )(db),
    ],
  },
  {
    check: 'the line',
    remedy: WHO,
    look: (db) => [
      ...counted(
        `SELECT count(*) FROM queue_list JOIN party ON party.id = party_id
         WHERE state IN ('waiting', 'singing') AND ended_at_ms IS NOT NULL`,
        'entries wait at a party that is over',
      )(db),
      ...counted(
        `SELECT count(*) FROM next_entry JOIN queue_list ON queue_list.id = entry_id WHERE state <> 'waiting'`,
        'entries are announced and do not wait',
      )(db),
      ...counted(
        `SELECT count(*) FROM queue_list JOIN guest ON guest.id = guest_id
         WHERE state = 'waiting' AND (forgotten_at_ms IS NOT NULL OR banned_at_ms IS NOT NULL)`,
        'entries wait for guests who are forgotten or banned',
      )(db),
    ],
  },
  {
    check: 'wishes',
    remedy: 'Say again what became of them: karaokectl found <wish> <song id>, or refuse <wish> <reason>',
    look: counted(
      `SELECT count(*) FROM download_list WHERE state = 'found' AND song_id IS NULL`,
      'wishes are found, and nobody knows as which song',
    ),
  },
];
