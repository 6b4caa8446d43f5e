import { describe, expect, test } from '@jest/globals';
import { createAnswers } from '../../../src/dj/answers.ts';
import { StoreBusy, StoreUnwritable } from '../../../src/store/errors.ts';
import type { JobView, Overview } from '../../../src/store/dj.ts';
import type { NowPlaying } from '../../../src/party/model.ts';
import { africa, fakeAsker, fakeDesk, noLibrary, noWishes, playing, quietLine, silence, tree } from './fake_desk.ts';

const friday = { id: 1, name: 'Friday', startedAtMs: 0, endedAtMs: null, closingAtMs: null };

const anyRandom = async () => ({ folder: null, has: 'any' }) as const;

const overview: Overview = {
  party: friday,
  now: playing(),
  waiting: 5,
  songs: 500,
  missing: 2,
  connections: 12,
  namedGuests: 7,
};

describe('an order to the player', () => {
  test('is answered with what the player really did', async () => {
    let carriedOut = false;
    let now: NowPlaying = playing();
    const desk = fakeDesk({
      orderPlayer: async (verb, who) => {
        expect([verb, who]).toEqual(['pause', 'dj']);
        return { is: 'given', orderId: 9, now };
      },
      orderOutcome: async () => (carriedOut ? 'done' : null),
      nowPlaying: async () => now,
    });
    const answered = createAnswers(desk)('pause', {}, fakeAsker());
    setImmediate(() => {
      carriedOut = true;
      now = playing({ state: 'paused' });
      desk.bell.ring();
    });
    expect(await answered).toMatchObject({
      ok: true,
      value: { outcome: 'done', now: { state: 'paused', queueId: 18 } },
    });
    expect(desk.hints).toEqual(['orders']);
  });

  test('finds the answer though every hint is lost', async () => {
    let looks = 0;
    const desk = fakeDesk({
      orderPlayer: async () => ({ is: 'given', orderId: 9, now: playing() }),
      orderOutcome: async () => ((looks += 1) > 1 ? 'done' : null),
      nowPlaying: async () => playing({ playId: 2 }),
    });
    expect(await createAnswers(desk)('restart', {}, fakeAsker())).toMatchObject({ ok: true });
  });

  test('that changes nothing is done, not an error', async () => {
    const desk = fakeDesk({
      orderPlayer: async () => ({ is: 'again', orderId: 9, now: playing({ state: 'paused' }) }),
      orderOutcome: async () => 'nothing',
      nowPlaying: async () => playing({ state: 'paused' }),
    });
    expect(await createAnswers(desk)('pause', {}, fakeAsker())).toMatchObject({
      ok: true,
      verdict: 'done',
      value: { outcome: 'already' },
    });
  });

  test('is refused when nothing plays', async () => {
    const desk = fakeDesk({ orderPlayer: async () => ({ is: 'nothing-plays' }) });
    expect(await createAnswers(desk)('skip', {}, fakeAsker())).toMatchObject({ ok: false, code: 'conflict' });
    expect(desk.hints).toEqual([]);
  });

  test('says so when the player does not carry it out in time', async () => {
    let time = 0;
    const desk = fakeDesk(
      {
        orderPlayer: async () => ({ is: 'given', orderId: 9, now: playing() }),
        orderOutcome: async () => {
          time += 700;
          return null;
        },
      },
      { clock: () => time },
    );
    expect(await createAnswers(desk)('skip', {}, fakeAsker())).toMatchObject({ ok: false, code: 'timed-out' });
  });

  test('a skip tells of the next song, not of the moment between', async () => {
    const sounding = [silence, silence, playing({ playId: 2, state: 'between', positionMs: -15_000 })];
    let time = 0;
    const desk = fakeDesk(
      {
        orderPlayer: async () => ({ is: 'given', orderId: 9, now: playing() }),
        orderOutcome: async () => 'done',
        nowPlaying: async () => {
          time += 300;
          return sounding.shift() ?? silence;
        },
      },
      { clock: () => time },
    );
    const skip = createAnswers(desk);
    expect(await skip('skip', {}, fakeAsker())).toMatchObject({
      value: { before: { state: 'playing' }, now: { state: 'between', positionMs: -15_000 } },
    });
    // Where nothing follows, it stays silent.
    expect(await skip('skip', {}, fakeAsker())).toMatchObject({ value: { now: { state: 'silence' } } });
  });
});

describe('status', () => {
  test('is the party, the tree, and what each process costs', async () => {
    const desk = fakeDesk({ overview: async () => overview, library: async () => noLibrary, randomFrom: anyRandom });
    expect(await createAnswers(desk)('status', {}, fakeAsker())).toMatchObject({
      ok: true,
      verdict: 'done',
      value: {
        party: { name: 'Friday' },
        waiting: 5,
        connections: 12,
        guests: 7,
        degraded: [],
        tree: { pid: 4711, processes: [{ name: 'player', pssKb: 12_000 }] },
      },
    });
  });

  test('names what is degraded', async () => {
    const desk = fakeDesk(
      { overview: async () => overview, library: async () => noLibrary, randomFrom: anyRandom },
      { tree: async () => tree({ name: 'player', state: 'degraded' }, { name: 'librarian', state: 'ready' }) },
    );
    expect(await createAnswers(desk)('status', {}, fakeAsker())).toMatchObject({
      verdict: 'degraded',
      value: { degraded: ['player'] },
    });
  });

  test('says so when the supervisor does not answer', async () => {
    const desk = fakeDesk(
      { overview: async () => overview, library: async () => noLibrary, randomFrom: anyRandom },
      { tree: async () => null },
    );
    expect(await createAnswers(desk)('status', {}, fakeAsker())).toMatchObject({ ok: false, code: 'failed' });
  });
});

describe('stop', () => {
  test('answers with the pid first and stops only once that is sent', async () => {
    const desk = fakeDesk({});
    const answered = await createAnswers(desk)('stop', {}, fakeAsker());
    expect(answered).toMatchObject({ ok: true, value: { pid: 4711 } });
    expect(desk.stopped.times).toBe(0);
    if (answered.ok) answered.sent?.();
    expect(desk.stopped.times).toBe(1);
  });
});

describe('add', () => {
  test('takes a bare number for a song and everything else as typed', async () => {
    const asked: unknown[] = [];
    const desk = fakeDesk({
      addFor: async (name, what) => {
        asked.push([name, what]);
        return { is: 'not-found' };
      },
    });
    const answer = createAnswers(desk);
    await answer('add', { for: 'Ada', song: '731' }, fakeAsker());
    await answer('add', { for: 'Ada', song: 'Toto - 99' }, fakeAsker());
    expect(asked).toEqual([
      ['Ada', { songId: 731 }],
      ['Ada', { text: 'Toto - 99' }],
    ]);
    expect(desk.hints).toEqual([]);
  });

  test('shows the candidates when it is not sure', async () => {
    const desk = fakeDesk({ addFor: async () => ({ is: 'unsure', candidates: [africa] }) });
    const answered = await createAnswers(desk)('add', { for: 'Ada', song: 'afrika' }, fakeAsker());
    expect(answered).toMatchObject({
      ok: false,
      code: 'failed',
      candidates: [{ songId: 731, artist: 'Toto', title: 'Africa', durationS: 295 }],
    });
    expect(answered.ok ? '' : answered.text).toContain('"afrika"');
  });
});

describe('import', () => {
  const result = { added: 10, known: 2, found: 1, bad: [{ line: 3, reason: 'no title' }], badCount: 1 };

  test('ends with what the librarian found, and fails for scripts when rows were bad', async () => {
    const views: JobView[] = [
      { kind: 'import', state: 'waiting', rowsDone: 0, done: 0, total: null, folder: null },
      { kind: 'import', state: 'running', rowsDone: 5, done: 5, total: null, folder: null },
      { kind: 'import', state: 'done', result },
    ];
    let time = 0;
    const desk = fakeDesk(
      {
        askImport: async () => 3,
        job: async () => {
          time += 1_000;
          setImmediate(desk.bell.ring);
          return views.shift() ?? null;
        },
      },
      { clock: () => time },
    );
    const asker = fakeAsker();
    const answered = await createAnswers(desk)('import', { 'file.csv': '/songs.csv' }, asker);
    expect(answered).toEqual({ ok: true, verdict: 'failed', value: { file: '/songs.csv', ...result } });
    expect(asker.told).toMatchObject([
      { kind: 'import', state: 'waiting', rowsDone: 0 },
      { kind: 'import', state: 'running', rowsDone: 5 },
    ]);
    expect(desk.hints).toEqual(['catalogue']);
  });

  test('is silent while a librarian at work gets nowhere, so that the DJ is not kept waiting for ever', async () => {
    let time = 0;
    let looks = 0;
    const desk = fakeDesk(
      {
        askImport: async () => 3,
        job: async () => {
          time += 1_000;
          looks += 1;
          setImmediate(desk.bell.ring);
          return looks < 8
            ? { kind: 'import', state: 'running', rowsDone: 5, done: 5, total: null, folder: null }
            : { kind: 'import', state: 'failed', why: 'it was stuck' };
        },
      },
      { clock: () => time },
    );
    const asker = fakeAsker();
    await createAnswers(desk)('import', { 'file.csv': '/songs.csv' }, asker);
    expect(asker.told).toHaveLength(1);
  });

  test('does not wait for a librarian that is degraded', async () => {
    let time = 0;
    const desk = fakeDesk(
      {
        askImport: async () => 3,
        job: async () => {
          time += 1_000;
          return { kind: 'import', state: 'waiting', rowsDone: 0, done: 0, total: null, folder: null };
        },
      },
      { clock: () => time, tree: async () => tree({ name: 'librarian', state: 'degraded' }) },
    );
    expect(await createAnswers(desk)('import', { 'file.csv': '/songs.csv' }, fakeAsker())).toMatchObject({
      ok: false,
      code: 'degraded',
    });
  });
});

describe('watch', () => {
  test('begins with how things stand, goes on with what changes, and ends when the watcher leaves', async () => {
    let seen = overview;
    const desk = fakeDesk({
      overview: async () => seen,
      library: async () => noLibrary,
      wishTidings: async () => noWishes,
      lastProposal: async () => 0,
      proposalsAfter: async () => [],
      ...quietLine,
    });
    const asker = fakeAsker();
    const first = Promise.withResolvers<undefined>();
    const second = Promise.withResolvers<undefined>();
    const watched = createAnswers(desk)(
      'watch',
      {},
      {
        ...asker,
        event: (event) => {
          asker.event(event);
          if (asker.events.length === 7) first.resolve(undefined);
          if (asker.events.length === 8) second.resolve(undefined);
        },
      },
    );
    await first.promise;
    seen = { ...overview, waiting: 6, now: playing({ positionMs: 73_000, atMs: 1_001_000 }) };
    desk.bell.ring();
    await second.promise;
    expect(asker.events.map(({ event }) => event)).toEqual([
      'party',
      'now',
      'songs',
      'missing',
      'connections',
      'queue',
      'next',
      'queue',
    ]);
    asker.leave();
    desk.bell.ring();
    expect(await watched).toMatchObject({ ok: true });
  });
});

describe('every verb', () => {
  test('that does not exist is refused', async () => {
    const answer = createAnswers(fakeDesk({}));
    for (const verb of ['constructor', '__proto__', 'dance', '']) {
      expect(await answer(verb, {}, fakeAsker())).toMatchObject({ ok: false, code: 'usage' });
    }
  });

  test('hears that the database is busy or full; a defect is not hushed up', async () => {
    const failing = (error: Error) => fakeDesk({ say: () => Promise.reject(error) });
    const say = (error: Error) => createAnswers(failing(error))('say', { text: 'Hi' }, fakeAsker());
    expect(await say(new StoreBusy('busy'))).toMatchObject({ ok: false, code: 'failed' });
    expect(await say(new StoreUnwritable('full'))).toMatchObject({ ok: false, code: 'failed' });
    await expect(say(new TypeError('a bug'))).rejects.toThrow('a bug');
  });

  test('party start takes the configured name when none is said, and hints at the party', async () => {
    const desk = fakeDesk({ startParty: async (name) => ({ is: 'started', party: { ...friday, name: name ?? '' } }) });
    const answer = createAnswers(desk);
    expect(await answer('party start', {}, fakeAsker())).toMatchObject({ value: { party: { name: 'Karaoke night' } } });
    expect(desk.hints).toEqual(['party']);
  });

  test('kick leaves it to the store where the name ends and the reason begins', async () => {
    const kicks: string[] = [];
    const desk = fakeDesk({
      kick: async (words) => {
        kicks.push(words);
        return { is: 'kicked', name: words, connections: 1 };
      },
    });
    const answer = createAnswers(desk);
    await answer('kick', { guest: 'Ada', reason: 'K is rude' }, fakeAsker());
    await answer('kick', { guest: 'Bo' }, fakeAsker());
    expect(kicks).toEqual(['Ada K is rude', 'Bo']);
  });

  test('kick asks which guest when several fit', async () => {
    const guests = [
      { id: 12, name: 'Ada' },
      { id: 13, name: 'Ada K' },
    ];
    const desk = fakeDesk({ kick: async () => ({ is: 'which-guest', guests }) });
    const answered = await createAnswers(desk)('kick', { guest: 'ad' }, fakeAsker());
    expect(answered.ok ? '' : answered.text).toContain('12 Ada, 13 Ada K');
  });
});
