/** What the tables say, read beside karaoked and without its code: what is under test does not testify. */
import SQLite from 'better-sqlite3';
import type { Reason } from '../../../src/party/model.ts';
import type { EntryRow, PlayRow } from './chronicle.ts';

/** Who waits, as a row. */
export interface WaitingRow {
  readonly entryId: number;
  readonly who: string;
  readonly partner: string | null;
  readonly askedAtMs: number;
  readonly pinned: 0 | 1;
  readonly pinPlace: number | null;
  readonly sung: number;
  readonly missed: number;
}

interface NewPlay extends PlayRow {
  readonly rule: Reason['rule'] | null;
  readonly taken: WaitingRow | null;
}

export interface Rows {
  /** Whether anybody has committed since the last question. */
  changed(): boolean;
  playsAfter(playId: number): readonly NewPlay[];
  announced(): { readonly entryId: number; readonly rule: Reason['rule'] | null } | null;
  waiting(): readonly WaitingRow[];
  partyOn(): number | null;
  /** Of the party that is on; null: none is, or it has no closing time. */
  closingAtMs(): number | null;
  partiesEnded(): readonly { readonly partyId: number; readonly atMs: number }[];
  /** Wishes that were found or refused, after the `serial`th. */
  resolvedAfter(serial: number): readonly {
    readonly serial: number;
    readonly wishId: number;
    readonly state: string;
    readonly askers: readonly string[];
  }[];
  plays(): readonly PlayRow[];
  entries(): readonly EntryRow[];
  /** Numbers for [Ada's africa], [song africa] and [wish africa]; the newest of several, an entry that waits first. */
  entryOf(who: string, words: string): number | null;
  songOf(words: string): number | null;
  wishOf(words: string): number | null;
  songs(): readonly { readonly artist: string; readonly title: string }[];
  close(): void;
}

const PLAY = `SELECT play.id AS playId, party_id AS partyId, entry_id AS entryId, play.singer AS who, play.partner AS partner,
  artist, title, taken_at_ms AS takenAtMs, ended_at_ms AS endedAtMs, how, rule FROM play`;

const ENTRY = `SELECT entry.id AS entryId, guest.name AS who, entry.partner AS partner, asked_at_ms AS askedAtMs,
  pin IS NOT NULL AS pinned, pin -
    (SELECT count(*) FROM play WHERE play.party_id = entry.party_id AND play.entry_id IS NOT NULL) AS pinPlace,
  (SELECT count(*) FROM play WHERE play.party_id = entry.party_id AND
     (play.guest_id = guest.id AND how IN ('sung', 'playing') AND play.entry_id IS NOT entry.id
      OR play.partner_key = guest.name_key AND how = 'sung')) AS sung,
  coalesce((SELECT missed FROM singer WHERE singer.party_id = entry.party_id AND singer.guest_id = guest.id), 0) AS missed
  FROM queue_list AS entry JOIN guest ON guest.id = entry.guest_id`;

/** Opens the database of a night for looking only. */
export function openRows(file: string): Rows {
  const db = new SQLite(file, { readonly: true });
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  let seen = -1;
  const plays = db.prepare<[number], NewPlay>(`${PLAY} WHERE play.id > ? ORDER BY play.id`);
  const entry = db.prepare<[number], WaitingRow>(`${ENTRY} WHERE entry.id = ?`);
  const waiting = db.prepare<[], WaitingRow>(`${ENTRY} WHERE entry.state = 'waiting' ORDER BY entry.id`);
  const announced = db.prepare<[], { entryId: number; rule: Reason['rule'] | null }>(
    `SELECT entry_id AS entryId, rule FROM next_entry JOIN queue_list AS entry ON entry.id = entry_id WHERE state = 'waiting'`,
  );
  const partyOn = db.prepare<[], number>('SELECT id FROM party WHERE ended_at_ms IS NULL').pluck();
  const resolved = db.prepare<[number], { serial: number; wishId: number; state: string }>(
    'SELECT serial, wish_id AS wishId, state FROM wish_news WHERE serial > ? ORDER BY serial',
  );
  const askers = db
    .prepare<[number, number], string>(
      `SELECT name FROM wish_asker JOIN guest ON guest.id = guest_id WHERE wish_id = ? AND since_serial < ? ORDER BY name`,
    )
    .pluck();
  const like = (words: string): string => `%${words.replaceAll(' ', '%')}%`;
  const id = (sql: string, ...values: readonly string[]): number | null =>
    db
      .prepare<string[], number>(sql)
      .pluck()
      .get(...values) ?? null;
  return {
    changed: () => {
      const now = version.get() ?? 0;
      const changed = now !== seen;
      seen = now;
      return changed;
    },
    playsAfter: (playId) =>
      plays.all(playId).map((play) => ({
        ...play,
        taken: play.entryId === null ? null : (entry.get(play.entryId) ?? null),
      })),
    announced: () => announced.get() ?? null,
    waiting: () => waiting.all(),
    partyOn: () => partyOn.get() ?? null,
    closingAtMs: () =>
      db.prepare<[], number | null>('SELECT closing_at_ms FROM party WHERE ended_at_ms IS NULL').pluck().get() ?? null,
    partiesEnded: () =>
      db
        .prepare<[], { partyId: number; atMs: number }>(
          'SELECT id AS partyId, ended_at_ms AS atMs FROM party WHERE ended_at_ms IS NOT NULL ORDER BY id',
        )
        .all(),
    resolvedAfter: (serial) =>
      resolved.all(serial).map((row) => ({ ...row, askers: askers.all(row.wishId, row.serial) })),
    plays: () => plays.all(0),
    entries: () =>
      db
        .prepare<[], EntryRow>(
          `SELECT entry.id AS entryId, party_id AS partyId, guest.name AS who, artist, title, asked_at_ms AS askedAtMs, state
           FROM queue_list AS entry JOIN guest ON guest.id = guest_id JOIN song ON song.id = song_id ORDER BY entry.id`,
        )
        .all(),
    entryOf: (who, words) =>
      id(
        `SELECT entry.id FROM queue_list AS entry JOIN guest ON guest.id = guest_id JOIN song ON song.id = song_id
         WHERE guest.name = ? AND artist || ' ' || title LIKE ? ORDER BY state = 'waiting' DESC, entry.id DESC LIMIT 1`,
        who,
        like(words),
      ),
    songOf: (words) => id(`SELECT id FROM song WHERE gone = 0 AND artist || ' ' || title LIKE ? LIMIT 1`, like(words)),
    wishOf: (words) =>
      id(`SELECT id FROM download_list WHERE artist || ' ' || title LIKE ? ORDER BY id DESC LIMIT 1`, like(words)),
    songs: () => db.prepare<[], { artist: string; title: string }>('SELECT artist, title FROM song ORDER BY id').all(),
    close: () => {
      db.close();
    },
  };
}
