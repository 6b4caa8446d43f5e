/** The library on a real party: files made, dropped, moved and broken on a real disk, and librarians that fall. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BROKEN } from '../media/broken.ts';
import { makeCdg } from '../media/cdg.ts';
import { mediaFolder } from '../media/folder.ts';
import { makeMp3 } from '../media/mp3.ts';
import { makeMp4 } from '../media/mp4.ts';
import { makeZip } from '../media/zip.ts';
import { startParty } from './party.ts';
import type { Party } from './party.ts';
import type { Running } from './program.ts';

const ZIP = makeZip({ seconds: 1, packing: 'stored' });
const [CDG, MP3] = [makeCdg(1), makeMp3({ seconds: 1 })];
/** So many that a librarian is killed before it is through with them; that it was not, is looked at. */
const MANY = 5_000;
/** A deadline, not a pace: thousands of files on a machine that runs other tests beside it. */
const DEADLINE_MS = 600_000;
const LONG_AGO = new Date(Date.UTC(2020, 0, 1));

/** A file that nobody has touched for years. */
function lies(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  utimesSync(path, LONG_AGO, LONG_AGO);
}

/** Resolves when the DJ who watches hears of it; `begin` makes it happen once the watch has begun. */
async function watched(party: Party, event: RegExp, begin: () => void): Promise<string> {
  const watch = party.startDj('--json', 'watch');
  await watch.said(/"event":"connections"/);
  begin();
  const said = await watch.said(event);
  watch.child.kill('SIGINT');
  await watch.ended;
  return said;
}

const scanned = (party: Party, ...words: readonly string[]) => party.order('library', 'scan', ...words);
const songs = async (party: Party, words: string) =>
  (await party.order('songs', words))['rows'] as { song_id: number; artist: string; title: string }[];

describe('a file dropped into a folder', () => {
  test('brings the wish home while its guest is connected, and is requestable', async () => {
    using disk = mediaFolder();
    await using party = await startParty();
    await party.order('library', 'add', disk.path);
    await using ada = await party.named('Ada');
    expect((await ada.asks('WISH Toto - Africa')).final).toMatch(/^OK WISHED/);
    const droppedAtMs = performance.now();
    disk.put('Toto - Africa.zip', ZIP);
    const found = await ada.hears(/^\* FOUND /);
    const tookMs = performance.now() - droppedAtMs;
    expect(found).toMatch(/Africa/);
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED/);
    // The second of quiet is what it cannot be faster than; how much longer it takes is the bench's business.
    expect(tookMs).toBeGreaterThan(900);
  });

  test('waits while it is still being written, and its words make a pair of it', async () => {
    using disk = mediaFolder();
    await using party = await startParty();
    await party.order('library', 'add', disk.path);
    const half = join(disk.path, 'Half - Video.mp4');
    const whole = makeMp4({ seconds: 60, mediaBytes: 50_000 });
    writeFileSync(half, whole.subarray(0, 10_000));
    // Whatever is dropped later and whole is here first: the half one was looked at before it, and left.
    for (let at = 10_000; at < whole.length; at += 10_000) {
      await watched(party, /"song-added"|Whole/, () => {
        appendFileSync(half, whole.subarray(at, at + 10_000));
        lies(join(disk.path, `new ${at}`, `Whole - Song ${at}.zip`), ZIP);
      });
    }
    await party.order('library', 'scan');
    expect((await songs(party, 'half video')).map(({ title }) => title)).toEqual(['Video']);

    disk.put('Toto - Africa.mp3', MP3);
    await scanned(party);
    const [audio] = await songs(party, 'africa');
    disk.put('Toto - Africa.CDG', CDG);
    expect(await scanned(party)).toMatchObject({ added: 0, problems: 0 });
    const [pair, ...others] = await songs(party, 'africa');
    expect([pair?.song_id, others]).toEqual([audio?.song_id, []]);
    expect(await party.order('library', 'list')).toMatchObject({ rows: [{ problems: 0 }] });
  });

  test('in a folder in a folder that was just made is found as well', async () => {
    using disk = mediaFolder();
    await using party = await startParty();
    await party.order('library', 'add', disk.path);
    await using ada = await party.named('Ada');
    await ada.asks('WISH Toto - Africa');
    lies(join(disk.path, 'a', 'b', 'c', 'Toto - Africa.zip'), ZIP);
    await ada.hears(/^\* FOUND /);
    await ada.asks('WISH Toto - Rosanna');
    lies(join(disk.path, 'a', 'b', 'Toto - Rosanna.zip'), ZIP);
    await ada.hears(/^\* FOUND .*Rosanna/);
  });

  test('is found after the librarian fell', async () => {
    using disk = mediaFolder();
    await using party = await startParty();
    await party.order('library', 'add', disk.path);
    await using ada = await party.named('Ada');
    await ada.asks('WISH Toto - Africa');
    for (const pid of party.pids('librarian')) process.kill(pid, 'SIGKILL');
    disk.put('Toto - Africa.zip', ZIP);
    await ada.hears(/^\* FOUND /);
  });
});

describe('a scan', () => {
  test('leaves what is unchanged alone, sees what changed, and follows what moved', async () => {
    using disk = mediaFolder();
    await using party = await startParty();
    lies(join(disk.path, 'pop', 'Toto - Africa.zip'), ZIP);
    lies(join(disk.path, 'pop', 'ABBA - Waterlo.zip'), makeZip({ seconds: 2 }));
    lies(join(disk.path, 'pop', 'Queen - Radio Ga Ga.mp3'), MP3);
    expect(await party.order('library', 'add', disk.path)).toMatchObject({ added: 3, files: 3, problems: 0 });
    const [africa] = await songs(party, 'africa');
    const nothing = { added: 0, changed: 0, moved: 0, vanished: 0, problems: 0, found: 0, asks: [] };
    expect(await scanned(party)).toMatchObject({ ...nothing, files: 3 });
    // Another librarian, one that watches nothing yet, so that it is the scan that finds all this.
    await using later = await afterwards(party, () => {
      renameSync(join(disk.path, 'pop'), join(disk.path, 'rock'));
      renameSync(join(disk.path, 'rock', 'ABBA - Waterlo.zip'), join(disk.path, 'rock', 'ABBA - Waterloo.zip'));
      writeFileSync(join(disk.path, 'rock', 'Queen - Radio Ga Ga.mp3'), makeMp3({ seconds: 2 }));
    });
    expect(await scanned(later)).toMatchObject({ ...nothing, files: 3 });
    expect(await songs(later, 'africa')).toEqual([africa]);
    expect((await songs(later, 'abba')).map(({ title }) => title)).toEqual(['Waterloo']);
    const log = later.log().find(({ msg }) => msg === 'scanned');
    expect(log).toMatchObject({ moved: 2, added: 1, changed: 0, vanished: 1 });
  });

  test('survives what a disk can hold, and says of each thing what is wrong with it', async () => {
    using disk = mediaFolder();
    await using party = await startParty();
    for (const name of ['itself', 'deep/up']) mkdirSync(join(disk.path, name, '..'), { recursive: true });
    symlinkSync('.', join(disk.path, 'itself'));
    symlinkSync('../..', join(disk.path, 'deep/up'));
    execFileSync('sh', ['-c', `mkdir "$(printf 'Fran\\347ais')"; : > "$(printf 'Caf\\351 - Chanson.mp3')"`], {
      cwd: disk.path,
    });
    lies(join(disk.path, 'deep', 'Toto - Africa.zip'), ZIP);
    expect(await party.order('library', 'add', disk.path)).toMatchObject({ added: 1, problems: 2 });
    expect(await party.order('library', 'problems')).toMatchObject({
      rows: [
        { path: join(disk.path, 'Caf\uFFFD - Chanson.mp3'), reason: expect.stringContaining('not UTF-8') },
        { path: join(disk.path, 'Fran\uFFFDais'), reason: expect.stringContaining('not UTF-8') },
      ],
    });
    rmSync(Buffer.concat([Buffer.from(`${disk.path}/Fran`), Buffer.from([0xe7]), Buffer.from('ais')]), {
      recursive: true,
    });
    expect(await scanned(party)).toMatchObject({ problems: 1 });
  });

  test(
    'goes on where it was when the librarian is killed in the middle, and an import need not wait for it',
    async () => {
      using disk = mediaFolder();
      await using party = await startParty();
      for (let n = 0; n < MANY; n += 1) lies(join(disk.path, `${n % 60}`, `Artist ${n} - Song ${n}.zip`), ZIP);
      writeFileSync(join(disk.path, 'list.csv'), 'artist,title\nToto,Africa\n');
      const adding: Running[] = [];
      await watched(party, /"event":"song-added"/, () => {
        adding.push(party.startDj('--json', '--timeout', '60', 'library', 'add', disk.path));
      });
      for (const pid of party.pids('librarian')) process.kill(pid, 'SIGKILL');
      expect(party.log().filter(({ msg }) => msg === 'scanned')).toEqual([]);
      expect(await party.order('import', join(disk.path, 'list.csv'))).toMatchObject({ added: 1 });
      const [added] = await Promise.all(adding.map(({ ended }) => ended));
      expect(JSON.parse(added?.stdout ?? '')).toMatchObject({ files: MANY, problems: 0 });
      expect(await party.order('status')).toMatchObject({ songs: MANY + 1, library: { files: MANY } });
      expect(await scanned(party)).toMatchObject({ added: 0, changed: 0 });
    },
    DEADLINE_MS,
  );

  test(
    'of 20,000 files with 200 broken ones of ten kinds lists each with its reason, and all others are songs',
    async () => {
      using disk = mediaFolder();
      await using party = await startParty();
      const kinds = BROKEN.filter(({ unless }) => unless === undefined).slice(0, 10);
      expect(kinds).toHaveLength(10);
      for (let n = 0; n < 19_800; n += 1) {
        const stem = join(disk.path, `disc ${n % 100}`, `Artist ${n % 500} - Song number ${n}`);
        if (n < 100) mkdirSync(dirname(stem));
        if (n % 3 === 0) writeFileSync(`${stem}.zip`, ZIP);
        else writeFileSync(`${stem}.mp3`, MP3);
      }
      const expected = kinds.flatMap((kind, at) =>
        Array.from({ length: 20 }, (_, copy) => {
          const folder = join(disk.path, 'broken', `${at} ${copy}`);
          mkdirSync(folder, { recursive: true });
          kind.make(folder);
          return { path: join(folder, kind.name), reason: kind.reason };
        }),
      );
      const added = await party.order('library', 'add', disk.path);
      expect(added).toMatchObject({ added: 19_800, problems: 200 });
      const listed: { path: string; reason: string }[] = [];
      for (const page of ['1', '2']) {
        const { rows } = (await party.order('library', 'problems', '--page', page)) as { rows: typeof listed };
        listed.push(...rows.map(({ path, reason }) => ({ path, reason })));
      }
      const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
      expect(listed.toSorted(byPath)).toEqual(expected.toSorted(byPath));
    },
    DEADLINE_MS,
  );
});

/** The same var with another karaoked, after `happens` while none was running. */
async function afterwards(party: Party, happens: () => void): Promise<Party> {
  await party.stop();
  happens();
  return startParty({ varDir: party.varDir });
}
