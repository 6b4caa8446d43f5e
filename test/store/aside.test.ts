/** Backups and checks of a database that is in use. */
import SQLite from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { asideOn } from '../../src/store/sqlite/aside/aside.ts';
import { backup } from '../../src/store/sqlite/aside/backup.ts';
import { check } from '../../src/store/sqlite/aside/check.ts';
import { unfinished } from '../../src/store/sqlite/aside/new_file.ts';
import type { Fault } from '../../src/store/care.ts';
import { openStore } from '../../src/store/sqlite/open.ts';
import { evening, expectIs, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const STAYS = new AbortController().signal;
const unheard = (): void => undefined;

/** Here and not in a thread, which would first read all of the store's TypeScript; two tests below start one. */
const backUp = (night: Evening, to: string) => backup({ file: night.file, to, part: unfinished(to) }, unheard);
const lookAt = (night: Evening) => expectIs(check(night.file, unheard), 'checked');

/** Changes the database as no karaoked would. */
function spoil(night: Evening, sql: string): void {
  const db = new SQLite(night.file);
  db.unsafeMode();
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

const many = (from: number, songs: number) =>
  Array.from({ length: songs }, (_, at) => row(`Artist ${from + at}`, `Title ${from + at} of many`));

test('a backup made while others write is one whole file, is a store, and holds what was committed before it', async () => {
  using night = await evening();
  await night.store.importRows(many(0, 3_000));
  await night.arrives('Ada');
  const to = join(dirname(night.file), 'copy.db');
  const progress: { made: boolean } = { made: false };
  let wrote = 0;
  const other = night.open();
  const writing = (async () => {
    for (; !progress.made; wrote += 1) {
      await other.importRows(many(10_000 + wrote * 10, 10));
      await setImmediate();
    }
  })();
  const outcome = expectIs(await asideOn(night.file).backup(to, unheard, STAYS), 'done');
  progress.made = true;
  await writing;
  expect(wrote).toBeGreaterThan(5);
  expect(outcome.bytes).toBe(statSync(to).size);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(to)).filter((name) => name.includes('copy'))).toEqual(['copy.db']);
  const copy = openStore({ ...night.options, file: to });
  expect((await copy.overview()).songs).toBeGreaterThanOrEqual(3_000);
  expect((await copy.search('title 7', { page: 1, size: 5 })).rows).not.toEqual([]);
  expect((await copy.overview()).party?.name).toBe('Friday');
  copy.close();
  expect(check(to, unheard)).toMatchObject({ is: 'checked', faults: [] });
});

test('nothing is overwritten, and a place that cannot be is named', async () => {
  using night = await evening();
  const folder = dirname(night.file);
  const there = join(folder, 'there.db');
  writeFileSync(there, 'mine');
  expect(await backUp(night, there)).toEqual({ is: 'exists' });
  expect(readFileSync(there, 'utf8')).toBe('mine');
  expect(await backUp(night, join(folder, 'no', 'copy.db'))).toEqual({ is: 'no-folder' });
  expect(await backUp(night, join(there, 'copy.db'))).toEqual({ is: 'no-folder' });
  const locked = join(folder, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0o500);
  // root may write anywhere.
  if (process.getuid?.() !== 0) expect(await backUp(night, join(locked, 'copy.db'))).toEqual({ is: 'not-writable' });
});

test('of two backups into one file one is made whole, and the other spoils nothing', async () => {
  using night = await evening();
  await night.store.importRows(many(0, 3_000));
  const to = join(dirname(night.file), 'copy.db');
  const outcomes = await Promise.all([backUp(night, to), backUp(night, to)]);
  expect(outcomes.map(({ is }) => is).toSorted()).toEqual(['done', 'exists']);
  expect(check(to, unheard)).toMatchObject({ is: 'checked', faults: [] });
  expect(readdirSync(dirname(to)).filter((name) => name.includes('copy'))).toEqual(['copy.db']);
});

test('a copy of what is broken is thrown away', async () => {
  using night = await evening();
  await night.arrives('Ada');
  spoil(
    night,
    'UPDATE guest SET look = NULL; INSERT INTO wish_asker (wish_id, guest_id, asked_at_ms, since_serial, told_serial) VALUES (77, 88, 0, 0, 0)',
  );
  const to = join(dirname(night.file), 'copy.db');
  const { faults } = expectIs(await backUp(night, to), 'damaged');
  expect(faults[0]?.found).toContain('wish_asker');
  expect(existsSync(to)).toBe(false);
});

test('who leaves during a backup leaves no file', async () => {
  using night = await evening();
  await night.store.importRows(many(0, 3_000));
  const leaving = new AbortController();
  const to = join(dirname(night.file), 'copy.db');
  const made = asideOn(night.file).backup(
    to,
    () => {
      leaving.abort();
    },
    leaving.signal,
  );
  await expect(made).rejects.toMatchObject({ name: 'AbortError' });
  expect(readdirSync(dirname(to)).filter((name) => name.includes('copy'))).toEqual([]);
});

test('a database in use has nothing wrong with it', async () => {
  using night = await evening();
  const { store } = night;
  await store.importRows([...Object.values(SONGS), ...many(0, 500)]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  await store.hide({ text: 'ABBA - Waterloo' }, 'tosho');
  await store.importRows([row('ABBA', 'Waterloo', { popularity: 99 })]);
  await store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
  await store.request({ guestId: bo.id, key: null, what: { songId: 2 } });
  const wish = expectIs(await store.wish({ guestId: bo.id, text: 'No - One' }), 'wished');
  await store.found(wish.wishId, 4, 'tosho');
  const epoch = await store.takeEpoch();
  await store.takeNext(epoch);
  await store.ban('Bo', 'tosho');
  const { checks, faults } = lookAt(night);
  expect(faults).toEqual([]);
  expect(checks).toContain('songs that a search finds');
});

test.each([
  [
    'a song the index has lost',
    `DELETE FROM song_fts WHERE rowid = (SELECT min(id) FROM song_fts_docsize)`,
    '1 song is here and not in the index: ',
  ],
  ['a song that is gone and found', 'UPDATE song SET gone = 1 WHERE id = 1', '1 song is in the index and not here: 1'],
  ['words nobody knows', 'DELETE FROM word', 'are not in the vocabulary'],
  ['a broken full-text index', `DELETE FROM song_fts_data WHERE id > 100`, 'song_fts'],
  ['a reference to nothing', `UPDATE queue_list SET song_id = 999`, 'row 1 of queue_list names a row of song'],
  ['an index that is missing', 'DROP INDEX song_hidden', 'index song_hidden is missing'],
  ['a table of somebody else', 'CREATE TABLE mine (x)', 'table mine is a stranger'],
  [
    'an entry sung by nobody',
    `UPDATE queue_list SET state = 'singing'`,
    '1 entry is being sung, and no play of it is on: 1',
  ],
  [
    'an entry at a party that is over',
    `UPDATE party SET ended_at_ms = 1, ended_by = 'dj'`,
    '1 entry waits at a party that is over: 1',
  ],
  ['a lost counter', 'DELETE FROM pulse', 'pulse has 0 rows'],
])('%s is found', async (_what, sql, found) => {
  using night = await evening();
  const { store } = night;
  await store.importRows(many(0, 50));
  const ada = await night.arrives('Ada');
  await store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
  spoil(night, sql);
  const { faults } = lookAt(night);
  expect(faults.map((fault) => fault.found).join('\n')).toContain(found);
  for (const { remedy } of faults) expect(remedy).not.toBe('');
});

/** As somebody at a shell would: karaoked is stopped meanwhile. */
const byHand = (night: Evening, { remedy }: Fault, id: number): void => {
  spoil(night, (/sqlite3 karaoke\.db "(.+)"/.exec(remedy)?.[1] ?? '').replace('<id>', String(id)));
};

test.each<[string, string, (night: Evening, fault: Fault) => unknown]>([
  [
    'entries of banned guests',
    'UPDATE guest SET banned_at_ms = 1',
    async ({ store }, { found, remedy }) => {
      expect(found).toBe('2 entries wait for guests who are forgotten or banned: 1, 2');
      expect(remedy).toContain('karaokectl remove <id>');
      for (const id of [1, 2]) await store.removeEntry(id, 'tosho');
    },
  ],
  [
    'an entry that is sung by nobody',
    `UPDATE queue_list SET state = 'singing' WHERE id = 1`,
    async ({ store }, { remedy }) => {
      expect(remedy).toContain('karaokectl party end');
      await store.endPartyBy('tosho', null);
    },
  ],
  [
    'an announced entry that does not wait',
    `INSERT INTO next_entry (only, entry_id, rule) VALUES (1, 1, 'turns'); UPDATE queue_list SET state = 'cancelled' WHERE id = 1`,
    async ({ store }, { remedy }) => {
      expect(remedy).toContain('karaokectl party end');
      await store.endPartyBy('tosho', null);
    },
  ],
  [
    'an entry at a party that is over',
    `UPDATE party SET ended_at_ms = 1, ended_by = 'dj'; UPDATE queue_list SET state = 'cancelled' WHERE id = 2`,
    (night, fault) => {
      byHand(night, fault, 1);
    },
  ],
  [
    'a wish that is found as nothing',
    `UPDATE download_list SET state = 'found'`,
    (night, fault) => {
      byHand(night, fault, 1);
    },
  ],
])('what is said about %s mends it', async (_what, sql, mend) => {
  using night = await evening();
  const { store } = night;
  await store.importRows(many(0, 5));
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  await store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
  await store.request({ guestId: bo.id, key: null, what: { songId: 2 } });
  await store.wish({ guestId: bo.id, text: 'No - One' });
  spoil(night, sql);
  const { faults } = lookAt(night);
  expect(faults).toHaveLength(1);
  for (const fault of faults) await mend(night, fault);
  expect(lookAt(night).faults).toEqual([]);
});
