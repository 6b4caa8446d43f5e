import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { IDLE, nowPlayingFile, render, STOPPED, writeStopped } from '../../src/now_playing.ts';
import type { NowPlayingView } from '../../src/now_playing.ts';
import type { NowPlaying } from '../../src/party/model.ts';
import { viewOf } from '../../src/player/view.ts';

const africa: NowPlayingView = {
  state: 'playing',
  title: 'Africa',
  artist: 'Toto',
  singer: 'Bo',
  startedAtMs: Date.UTC(2026, 10, 20, 21, 0, 5),
  durationMs: 295_000,
  next: 'Queen - Bohemian Rhapsody (Ada)',
};

const quiet = (error: unknown): never => {
  throw error as Error;
};

test('of a duet names both, on the stage and next', () => {
  const song = { id: 40, artist: 'Toto', title: 'Africa', durationS: 295, popularity: 80 };
  const turn = { playId: 1, entryId: 18, guestId: 2, song, positionMs: 0, durationMs: 295_000, atMs: 0 };
  const now: NowPlaying = { ...turn, state: 'playing', singer: 'Ada', partner: 'Bo' };
  const next = { singer: 'Cy', partner: 'Di', artist: 'Queen', title: 'Innuendo' };
  expect(viewOf(now, next, null)).toMatchObject({ singer: 'Ada & Bo', next: 'Queen - Innuendo (Cy & Di)' });
  expect(viewOf({ ...now, partner: null }, { ...next, partner: null }, null)).toMatchObject({
    singer: 'Ada',
    next: 'Queen - Innuendo (Cy)',
  });
  const random = { ...now, entryId: null, guestId: null, singer: null, partner: null };
  expect(viewOf(random, null, null)).toMatchObject({ singer: null, next: null });
});

describe('the text', () => {
  test('has all seven lines', () => {
    expect(render(africa)).toBe(
      'State: playing\nTitle: Africa\nArtist: Toto\nSinger: Bo\nStarted: 2026-11-20T21:00:05.000Z\nDuration: 295\n' +
        'Next: Queen - Bohemian Rhapsody (Ada)\n',
    );
  });

  test('leaves what is unknown empty after the colon and a blank', () => {
    expect(render(STOPPED)).toBe('State: stopped\nTitle: \nArtist: \nSinger: \nStarted: \nDuration: \nNext: \n');
    expect(render(IDLE)).toMatch(/^State: idle\n/);
  });

  test('keeps every value on its line, whatever a song is called', () => {
    const text = render({ ...africa, title: 'A\nState: stopped', singer: 'B\u001b[2J\u2028o', artist: '\u202eoto' });
    expect(text.split('\n')).toHaveLength(8);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
  });
});

describe('the file', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'karaoked-now-'));
    file = join(folder, 'now_playing');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });
  const shown = (): Promise<string> => readFile(file, 'utf8');

  test('shows what was said last and leaves nothing beside it', async () => {
    const stage = nowPlayingFile(file, quiet);
    await stage.show(africa);
    expect(await shown()).toBe(render(africa));
    await stage.show(IDLE);
    expect(await shown()).toBe(render(IDLE));
    expect(await readdir(folder)).toEqual(['now_playing']);
  });

  test('is never a mix while it is written two hundred times', async () => {
    const stage = nowPlayingFile(file, quiet);
    const views = Array.from({ length: 200 }, (_, turn) => ({
      ...africa,
      title: `${turn} `.repeat(turn + 1),
      artist: `artist ${turn}`,
      singer: `singer ${turn}`,
    }));
    const texts = new Set(views.map(render));
    await stage.show(views[0] ?? africa);
    const done = new AbortController();
    const seen = new Set<string>();
    const reading = (async () => {
      while (!done.signal.aborted) seen.add(await shown());
    })();
    for (const view of views) await stage.show(view);
    done.abort();
    await reading;
    expect([...seen].filter((text) => !texts.has(text))).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
    expect(await shown()).toBe(render(views.at(-1) ?? africa));
  });

  test('of views that come at once it shows the newest, never an older one after it', async () => {
    const stage = nowPlayingFile(file, quiet);
    const shows = ['one', 'two', 'three', 'four'].map((title) => stage.show({ ...africa, title }));
    shows.push(stage.show(STOPPED));
    await Promise.all(shows);
    expect(await shown()).toBe(render(STOPPED));
  });

  test('waits for a writer who has the lock', async () => {
    const release = await lock(file, { realpath: false });
    const written = nowPlayingFile(file, quiet).show(africa);
    await expect(shown()).rejects.toMatchObject({ code: 'ENOENT' });
    await release();
    await written;
    expect(await shown()).toBe(render(africa));
  });

  test('takes over the lock of a writer who was killed', async () => {
    await mkdir(`${file}.lock`);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(`${file}.lock`, longAgo, longAgo);
    await nowPlayingFile(file, quiet).show(africa);
    expect(await shown()).toBe(render(africa));
    expect(await readdir(folder)).toEqual(['now_playing']);
  });

  test('is written without a lock that is broken, which is said once and waited for once', async () => {
    await writeFile(`${file}.lock`, 'this is no folder');
    const said: string[] = [];
    const stage = nowPlayingFile(file, (_error, text) => said.push(text));
    await stage.show(africa);
    expect(await shown()).toBe(render(africa));
    for (let turn = 0; turn < 50; turn++) await stage.show({ ...africa, title: `Song ${turn}` });
    expect(await shown()).toContain('Song 49');
    expect(said).toEqual([expect.stringContaining('now_playing.lock')]);
  });

  test('is written again when the disk had no room for it', async () => {
    const missing = join(folder, 'not yet', 'now_playing');
    const said: string[] = [];
    const stage = nowPlayingFile(missing, (_error, text) => said.push(text));
    await stage.show(africa);
    expect(said).toContainEqual(expect.stringContaining('could not be written'));
    await mkdir(join(folder, 'not yet'));
    await stage.show(africa);
    expect(await readFile(missing, 'utf8')).toBe(render(africa));
  });

  test('sweeps up after a writer who was killed in mid-write', async () => {
    await writeFile(`${file}.4711.new`, 'State: pla');
    await writeStopped(file);
    expect(await readdir(folder)).toEqual(['now_playing']);
    expect(await shown()).toBe(render(STOPPED));
  });
});
