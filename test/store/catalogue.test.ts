import { expect, test } from '@jest/globals';
import { evening, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const titles = async (night: Evening, words: string, size = 20) =>
  (await night.store.search(words, { page: 1, size })).rows.map(({ title }) => title);

test('search knows words in any order, beginnings, accents and scripts', async () => {
  using night = await evening();
  await night.store.importRows([
    SONGS.bohemian,
    row('Beyoncé', 'Déjà Vu'),
    row('Щурците', 'Вкусът на времето'),
    row('AC/DC', 'T.N.T.'),
  ]);
  expect(await titles(night, 'rhapsody queen')).toEqual(['Bohemian Rhapsody']);
  expect(await titles(night, 'boh rha')).toEqual(['Bohemian Rhapsody']);
  expect(await titles(night, 'beyonce deja')).toEqual(['Déjà Vu']);
  expect(await titles(night, 'щурц време')).toEqual(['Вкусът на времето']);
  expect(await titles(night, 'acdc')).toEqual(['T.N.T.']);
  expect(await titles(night, 'ac dc tnt')).toEqual(['T.N.T.']);
  expect(await titles(night, 'queen africa')).toEqual([]);
});

test('what a person types never breaks the search', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.bohemian]);
  for (const words of [
    '"',
    "'",
    'queen" OR "x',
    'artist : queen',
    '*',
    'NEAR(queen)',
    '?'.repeat(300),
    'a '.repeat(400),
    '- -',
    '(queen',
    '',
  ])
    await expect(night.store.search(words, { page: 1, size: 20 })).resolves.toMatchObject({ page: 1 });
});

test('exactly named before whole words before beginnings, the popular first within each', async () => {
  using night = await evening();
  await night.store.importRows([
    row('Cover Band', 'Hellogoodbye', { popularity: 100 }),
    row('Lionel', 'Hello Again', { popularity: 60 }),
    row('Neil', 'Hello Again Tonight', { popularity: 99 }),
    row('Obscure', 'Hello', { popularity: 1 }),
    row('Adele', 'Hello', { popularity: 90 }),
  ]);
  const { rows } = await night.store.search('hello', { page: 1, size: 20 });
  expect(rows.map(({ artist }) => artist)).toEqual(['Adele', 'Obscure', 'Neil', 'Lionel', 'Cover Band']);
  expect(await titles(night, 'obscure hello')).toEqual(['Hello']);
});

test('a common word is counted to 1,000 and the most popular are in front, on every page once', async () => {
  using night = await evening();
  const popularity = (n: number): number => (n * 7_919) % 101;
  const rows = Array.from({ length: 1_500 }, (_, n) => row(`Artist ${n}`, `Love ${n}`, { popularity: popularity(n) }));
  for (let at = 0; at < rows.length; at += 500) await night.store.importRows(rows.slice(at, at + 500));
  const first = await night.store.search('love', { page: 1, size: 100 });
  expect(first).toMatchObject({ total: 1_000, more: true, page: 1 });
  expect(first.rows.map((song) => song.popularity)).toEqual(
    first.rows.map((song) => song.popularity).sort((a, b) => b - a),
  );
  expect(first.rows[0]?.popularity).toBe(100);
  const second = await night.store.search('love', { page: 2, size: 100 });
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(200);
});

test('SONGS lists the catalogue by artist and title, or the artists that begin so', async () => {
  using night = await evening();
  await night.store.importRows([
    SONGS.waterloo,
    row('The Beatles', 'Yesterday'),
    row('The Beatles', 'Help!'),
    SONGS.africa,
  ]);
  const page = (at: number) => night.store.songs(null, { page: at, size: 3 });
  expect((await page(1)).rows.map(({ title }) => title)).toEqual(['Waterloo', 'Help!', 'Yesterday']);
  expect(await page(2)).toMatchObject({ total: 4, more: false, page: 2, rows: [{ title: 'Africa' }] });
  const beatles = await night.store.songs('beat', { page: 1, size: 20 });
  expect(beatles.rows.map(({ title }) => title)).toEqual(['Help!', 'Yesterday']);
  expect((await night.store.songs('help', { page: 1, size: 20 })).total).toBe(0);
});

test('several files of one song are one row, and the row learns what it did not know', async () => {
  using night = await evening();
  expect(await night.store.importRows([row('Queen', 'Bohemian Rhapsody')])).toMatchObject({
    added: 1,
    known: 0,
    found: 0,
  });
  const better = row('QUEEN', 'Bohemian Rhapsody (Karaoke Version)', { durationS: 354, popularity: 90 });
  expect(await night.store.importRows([better, row('Queen', 'Bohemian Rhapsody (Live)')])).toMatchObject({
    added: 1,
    known: 1,
  });
  const { rows } = await night.store.search('bohemian', { page: 1, size: 20 });
  expect(rows).toMatchObject([
    { id: 1, title: 'Bohemian Rhapsody', durationS: 354, popularity: 90 },
    { id: 2, title: 'Bohemian Rhapsody (Live)', popularity: 0 },
  ]);
});

test('20,000 rows imported twice are there once, and the second time nobody is told to look', async () => {
  using night = await evening();
  const batches = Array.from({ length: 40 }, (_, batch) =>
    Array.from({ length: 500 }, (_, n) =>
      row(`Artist ${batch}`, `Number ${batch * 500 + n}`, { popularity: n % 100, durationS: 200 }),
    ),
  );
  for (const batch of batches)
    expect(await night.store.importRows(batch)).toMatchObject({ added: 500, known: 0, found: 0 });
  const pulse = await night.store.pulse();
  const other = night.open();
  for (const batch of batches)
    expect(await night.store.importRows(batch)).toMatchObject({ added: 0, known: 500, found: 0 });
  expect(await night.store.pulse()).toEqual(pulse);
  expect(other.changed()).toBe(false);
  expect((await night.store.overview()).songs).toBe(20_000);
  expect(await titles(night, 'artist 7 number 3777')).toEqual(['Number 3777']);
});

test('a job survives the librarian, is asked for once, and tells how it went', async () => {
  using night = await evening();
  const id = await night.store.askImport('/music/songs.csv');
  expect(await night.store.askImport('/music/songs.csv')).toBe(id);
  expect(await night.store.job(id)).toEqual({
    kind: 'import',
    state: 'waiting',
    rowsDone: 0,
    done: 0,
    total: null,
    folder: null,
  });
  const job = { id, kind: 'import', file: '/music/songs.csv' };
  expect(await night.store.nextJob('any')).toEqual(job);
  await night.store.jobProgress(id, { done: 500, total: null, folder: null });
  expect(await night.store.job(id)).toEqual({
    kind: 'import',
    state: 'running',
    rowsDone: 500,
    done: 500,
    total: null,
    folder: null,
  });
  expect(await night.open().nextJob('any')).toEqual(job);
  const result = { added: 1, known: 2, bad: [{ line: 3, reason: 'no title' }], badCount: 1, found: 0 };
  await night.store.finishJob(id, { ok: true, result });
  expect(await night.store.job(id)).toEqual({ kind: 'import', state: 'done', result });
  expect(await night.store.nextJob('any')).toBeNull();
  const again = await night.store.askImport('/music/songs.csv');
  expect(again).not.toBe(id);
  await night.store.finishJob(again, { ok: false, why: 'gone' });
  expect(await night.store.job(again)).toEqual({ kind: 'import', state: 'failed', why: 'gone' });
  expect(await night.store.job(99)).toBeNull();
});

test('a file that was imported is known until it changes', async () => {
  using night = await evening();
  const file = { path: '/music/songs.csv', size: 10, mtimeMs: 1_700_000_000_000.5 };
  expect(await night.store.wasImported(file)).toBe(false);
  await night.store.rememberImport(file);
  expect(await night.store.wasImported(file)).toBe(true);
  expect(await night.store.wasImported({ ...file, size: 11 })).toBe(false);
});

test('how many songs there are is true after each import, and after one is hidden and shown again, for every process', async () => {
  using night = await evening();
  const other = night.open();
  const songs = async () => Promise.all([night.store, other].map(async (store) => (await store.overview()).songs));
  expect(await songs()).toEqual([0, 0]);
  await night.store.importRows([SONGS.bohemian, SONGS.waterloo]);
  expect(await songs()).toEqual([2, 2]);
  await other.hide({ songId: 1 }, 'root');
  expect(await songs()).toEqual([1, 1]);
  await other.importRows([SONGS.bohemian, SONGS.africa]);
  expect(await songs()).toEqual([2, 2]);
  await night.store.undo('root');
  expect(await songs()).toEqual([3, 3]);
});
