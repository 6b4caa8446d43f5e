import { describe, expect, test } from '@jest/globals';
import { createAnswers } from '../../../src/dj/answers.ts';
import { libraryEvents } from '../../../src/dj/library_news.ts';
import type { LibrarySeen } from '../../../src/dj/library_news.ts';
import { wishEvents } from '../../../src/dj/wish_events.ts';
import type { LibraryNow, Overview } from '../../../src/store/dj.ts';
import type { EndedWish, OpenWish, WishTidings } from '../../../src/store/tidings.ts';
import { fakeAsker, fakeDesk, noLibrary, noWishes, quietLine, silence, tree } from './fake_desk.ts';

const seen = (now: Partial<LibrarySeen> = {}): LibrarySeen => ({ ...noLibrary, ended: null, highest: 0, ...now });
const scan = { jobId: 3, done: 100, total: 400, folder: '/music' };
const sums = { folders: 1, files: 400, added: 3, changed: 0, moved: 0, vanished: 0, problems: 2, found: 1, asks: [] };

describe('the library, watched', () => {
  test('a scan begins, goes on and ends with its sums', () => {
    const ended = { kind: 'scan', state: 'done', result: { kind: 'scan', ...sums } } as const;
    const stages = [
      seen(),
      seen({ scan: { ...scan, done: 0 } }),
      seen({ scan }),
      seen({ scan }),
      seen({ lastScan: { jobId: 3 }, ended, problems: 2 }),
      seen({ lastScan: { jobId: 3 }, ended, problems: 2 }),
    ];
    const events = stages.map((stage, at) => (at === 0 ? [] : libraryEvents(stages[at - 1] ?? null, stage)));
    expect(events.slice(1)).toEqual([
      [{ event: 'library', state: 'began', done: 0, total: 400, folder: '/music' }],
      [{ event: 'library', state: 'scanning', done: 100, total: 400, folder: '/music' }],
      [],
      [
        { event: 'library', state: 'ended', ...sums },
        { event: 'problems', problems: 2 },
      ],
      [],
    ]);
  });

  test('a scan that ended while another began is told first, and a failure with its reason', () => {
    const failed = { kind: 'scan', state: 'failed', why: 'no disk' } as const;
    const before = seen({ scan });
    expect(
      libraryEvents(before, seen({ scan: { ...scan, jobId: 4, done: 0 }, lastScan: { jobId: 3 }, ended: failed })),
    ).toEqual([
      { event: 'library', state: 'failed', why: 'no disk' },
      { event: 'library', state: 'began', done: 0, total: 400, folder: '/music' },
    ]);
  });

  test('new songs are one event, by the newest; what went and what a watcher found here is none', () => {
    const newest = { songId: 12, artist: 'Toto', title: 'Africa' };
    expect(libraryEvents(null, seen({ newest }))).toEqual([]);
    expect(libraryEvents(seen({ highest: 9 }), seen({ newest }))).toEqual([
      { event: 'song-added', count: 3, ...newest },
    ]);
    expect(libraryEvents(seen({ highest: 40 }), seen({ newest }))).toEqual([]);
  });

  test('who comes in the middle hears where the scan is, and that there are problems', () => {
    expect(libraryEvents(null, seen({ scan, problems: 2 }))).toEqual([
      { event: 'library', state: 'scanning', done: 100, total: 400, folder: '/music' },
      { event: 'problems', problems: 2 },
    ]);
    expect(libraryEvents(null, seen({ lastScan: { jobId: 2 } }))).toEqual([]);
  });
});

describe('wishes, watched', () => {
  const open: OpenWish = { wishId: 5, artist: 'ABBA', title: 'Waterloo', state: 'wanted', askers: 1 };
  const named = { event: 'wish', wishId: 5, artist: 'ABBA', title: 'Waterloo' };
  const tidings = (wishes: readonly OpenWish[], ended: readonly EndedWish[] = []): WishTidings => ({
    ...noWishes,
    open: wishes,
    ended,
  });
  const told = (before: WishTidings, after: WishTidings) => wishEvents(before, after);

  test('are told when they are made, wanted by more, fetched, and given up by the fetch', () => {
    const wanted = tidings([open]);
    const fetching = tidings([{ ...open, askers: 2, state: 'fetching' }]);
    expect(told(tidings([]), wanted)).toEqual([{ ...named, state: 'wanted', askers: 1, songId: null, reason: null }]);
    expect(told(wanted, tidings([{ ...open, askers: 2 }]))).toMatchObject([{ state: 'wanted', askers: 2 }]);
    expect(told(wanted, fetching)).toMatchObject([{ state: 'fetching', askers: 2 }]);
    expect(told(fetching, wanted)).toMatchObject([{ state: 'wanted', askers: 1 }]);
    expect(told(wanted, wanted)).toEqual([]);
    expect(told(tidings([{ ...open, askers: 2 }]), wanted)).toEqual([]);
  });

  test('are told when they end: found with the song, refused with the reason, withdrawn', () => {
    const found = { ...open, state: 'found', songId: 902, reason: null } as const;
    const refused = { ...open, state: 'refused', songId: null, reason: 'not in print' } as const;
    expect(told(tidings([open]), tidings([], [found]))).toEqual([
      { ...named, state: 'found', askers: 1, songId: 902, reason: null },
    ]);
    expect(told(tidings([open]), tidings([], [refused]))).toEqual([
      { ...named, state: 'refused', askers: 1, songId: null, reason: 'not in print' },
    ]);
    expect(told(tidings([open]), tidings([]))).toMatchObject([{ state: 'withdrawn', askers: 0 }]);
    // Made and found between two looks.
    expect(told(tidings([]), tidings([], [found]))).toMatchObject([{ state: 'found' }]);
    // Refused and asked for again.
    expect(told(tidings([]), tidings([open], [refused]))).toMatchObject([{ state: 'refused' }, { state: 'wanted' }]);
  });
});

const nobody: Overview = {
  party: null,
  now: silence,
  waiting: 0,
  songs: 0,
  missing: 0,
  connections: 0,
  namedGuests: 0,
};

test('the library is looked at once a second at most, however often the bell rings', async () => {
  let looks = 0;
  let overviews = 0;
  const enough = Promise.withResolvers<undefined>();
  const desk = fakeDesk(
    {
      overview: async () => {
        overviews += 1;
        if (overviews === 4) enough.resolve(undefined);
        setImmediate(desk.bell.ring);
        return { ...nobody, songs: overviews, waiting: overviews };
      },
      library: async (): Promise<LibraryNow> => {
        looks += 1;
        return noLibrary;
      },
      wishTidings: async () => noWishes,
      lastProposal: async () => 0,
      ...quietLine,
      proposalsAfter: async () => [],
    },
    // The clock of the desk stands at 0, then at 999, then at 1,000.
    { clock: () => [0, 999, 1_000][overviews] ?? 1_000 },
  );
  const asker = fakeAsker();
  const watched = createAnswers(desk)('watch', {}, asker);
  await enough.promise;
  asker.leave();
  desk.bell.ring();
  await watched;
  expect(looks).toBe(2);
  expect(asker.events.filter(({ event }) => event === 'songs')).toEqual([
    { event: 'songs', songs: 1 },
    { event: 'songs', songs: 3 },
  ]);
  expect(asker.events.filter(({ event }) => event === 'queue').length).toBeGreaterThanOrEqual(4);
});

test('a song that may be a wish is proposed once, and only what came since one watches', async () => {
  const proposal = {
    id: 8,
    wishId: 5,
    wishArtist: 'ABBA',
    wishTitle: 'Waterlo',
    songId: 9,
    artist: 'ABBA',
    title: 'Waterloo',
    why: 'came',
  } as const;
  let beats = 1;
  const asked: number[] = [];
  const desk = fakeDesk(
    {
      overview: async () => nobody,
      library: async () => noLibrary,
      wishTidings: async () => ({ ...noWishes, beats }),
      lastProposal: async () => 7,
      ...quietLine,
      proposalsAfter: async (id) => {
        asked.push(id);
        return id < 8 ? [proposal] : [];
      },
    },
    { clock: () => 0 },
  );
  const asker = fakeAsker();
  const told = Promise.withResolvers<undefined>();
  const watched = createAnswers(desk)(
    'watch',
    {},
    {
      ...asker,
      event: (event) => {
        asker.event(event);
        beats += 1;
        if (event.event === 'proposal') told.resolve(undefined);
        setImmediate(desk.bell.ring);
      },
    },
  );
  await told.promise;
  beats += 1;
  desk.bell.ring();
  asker.leave();
  await watched;
  const { wishId, wishArtist, wishTitle, songId, artist, title } = proposal;
  expect(asker.events.filter(({ event }) => event === 'proposal')).toEqual([
    { event: 'proposal', wishId, wishArtist, wishTitle, songId, artist, title },
  ]);
  expect(asked[0]).toBe(7);
  expect(asked.slice(1).every((id) => id === 8)).toBe(true);
});

test('a process that does not come up is told of, once, and that it is well again', async () => {
  const trees = [[], ['player'], ['player'], []] as const;
  let looks = 0;
  const well = Promise.withResolvers<undefined>();
  const desk = fakeDesk(
    {
      overview: async () => {
        setImmediate(desk.bell.ring);
        return nobody;
      },
      library: async () => noLibrary,
      wishTidings: async () => noWishes,
      lastProposal: async () => 0,
      ...quietLine,
      proposalsAfter: async () => [],
    },
    {
      clock: () => looks * 1_000,
      tree: async () => {
        const degraded = trees[Math.min(looks, trees.length - 1)] ?? [];
        looks += 1;
        return tree({ name: 'player', state: degraded.length > 0 ? 'degraded' : 'ready' });
      },
    },
  );
  const asker = fakeAsker();
  const watched = createAnswers(desk)(
    'watch',
    {},
    {
      ...asker,
      event: (event) => {
        asker.event(event);
        if (event.event === 'degraded' && event.processes.length === 0) well.resolve(undefined);
      },
    },
  );
  await well.promise;
  asker.leave();
  desk.bell.ring();
  await watched;
  expect(asker.events.filter(({ event }) => event === 'degraded')).toEqual([
    { event: 'degraded', processes: ['player'] },
    { event: 'degraded', processes: [] },
  ]);
});
