import { expect, test } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../src/store/sqlite/connect.ts';
import { MIGRATIONS } from '../../src/store/sqlite/migrations/index.ts';
import { openStore, prepareStore, storeOn } from '../../src/store/sqlite/open.ts';
import type { StoreOptions } from '../../src/store/store.ts';
import { evening, LIMITS, row, SONGS, tempFolder } from './evening.ts';

const at = (file: string): StoreOptions => ({ file, secret: Buffer.alloc(32), now: Date.now, limits: () => LIMITS });

/** What the tables and indexes of a database are, in words. */
function schemaOf(file: string): unknown {
  const db = new SQLite(file, { readonly: true });
  try {
    return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
  } finally {
    db.close();
  }
}

test('a missing database is made, and is for its owner alone', () => {
  using folder = tempFolder();
  const file = join(folder.path, 'karaoke.db');
  prepareStore(at(file)).close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  openStore(at(file)).close();
});

test('every earlier schema comes up to the newest one', () => {
  using folder = tempFolder();
  const newest = join(folder.path, 'newest.db');
  prepareStore(at(newest)).close();
  for (const [version] of MIGRATIONS.entries()) {
    const file = join(folder.path, String(version) + '.db');
    const db = new SQLite(file);
    for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql);
    db.pragma('application_id = 1262572097'); // "KARA"
    db.pragma(`user_version = ${version}`);
    db.close();
    expect(() => openStore(at(file))).toThrow(/schema/);
    prepareStore(at(file)).close();
    expect(schemaOf(file)).toEqual(schemaOf(newest));
  }
});

test('preparing again keeps what is there', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const again = prepareStore(night.options);
  expect((await again.songs(null, { page: 1, size: 20 })).rows).toMatchObject([{ title: 'Africa' }]);
  again.close();
});

test('a file that is no database is refused by its name and with the remedy, and left as it was', () => {
  using folder = tempFolder();
  const file = join(folder.path, 'karaoke.db');
  const text = 'Dear diary, '.repeat(1_000);
  writeFileSync(file, text);
  expect(() => prepareStore(at(file))).toThrow(expect.objectContaining({ name: 'StoreUnusable' }));
  expect(() => prepareStore(at(file))).toThrow(new RegExp(`${file} cannot be read.*backup`));
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a damaged database is refused', async () => {
  using folder = tempFolder();
  const file = join(folder.path, 'karaoke.db');
  {
    using night = await evening();
    await night.store.importRows(Array.from({ length: 500 }, (_, n) => row(`Artist ${n}`, `Title ${n}`)));
    night.store.close();
    copyFileSync(night.file, file);
  }
  const bytes = readFileSync(file);
  expect(bytes.length).toBeGreaterThan(65_536);
  bytes.fill(0xff, 8_192, bytes.length - 4_096);
  writeFileSync(file, bytes);
  expect(() => prepareStore(at(file))).toThrow(expect.objectContaining({ name: 'StoreUnusable' }));
});

test('a database of another program and one of a newer karaoked are refused', () => {
  using folder = tempFolder();
  const foreign = join(folder.path, 'foreign.db');
  new SQLite(foreign).exec('CREATE TABLE recipe (name)').close();
  expect(() => prepareStore(at(foreign))).toThrow(/another program/);
  const newer = join(folder.path, 'newer.db');
  prepareStore(at(newer)).close();
  const db = new SQLite(newer);
  db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
  db.close();
  expect(() => prepareStore(at(newer))).toThrow(/newer karaoked/);
  expect(() => openStore(at(newer))).toThrow(/schema/);
});

test('a folder that is not there is said so', () => {
  using folder = tempFolder();
  const file = join(folder.path, 'nowhere', 'karaoke.db');
  expect(() => prepareStore(at(file))).toThrow(/Cannot make the database/);
  expect(() => openStore(at(file))).toThrow(file);
});

test('a full disk refuses the write, loses nothing, still answers, and recovers', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const db = connect(night.file);
  const full = storeOn(db, night.options);
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  const many = Array.from({ length: 400 }, (_, n) => row(`Artist ${n}`, `Title ${n}`));
  await expect(full.importRows(many)).rejects.toMatchObject({ name: 'StoreUnwritable' });
  expect(await full.songs(null, { page: 1, size: 20 })).toMatchObject({ total: 1, rows: [{ title: 'Africa' }] });
  expect(await full.search('artist', { page: 1, size: 20 })).toMatchObject({ total: 0 });
  db.pragma('max_page_count = 1000000');
  expect(await full.importRows(many)).toMatchObject({ added: 400, known: 0, found: 0 });
  full.close();
  expect(await night.store.search('artist', { page: 1, size: 20 })).toMatchObject({ total: 400 });
});

test('a closed store rejects and does not write', async () => {
  using night = await evening();
  const other = night.open();
  other.close();
  await expect(other.say('hello?', 'root')).rejects.toThrow(/not open/);
  expect(await night.store.lastOrderId()).toBe(0);
});
