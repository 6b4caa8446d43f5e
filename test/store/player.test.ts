import { expect, test } from '@jest/globals';
import { evening, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const asks = async (night: Evening, guestId: number, songId: number) =>
  night.store.request({ guestId, key: null, what: { songId } });

test('taking a turn begins its gap, announces the next, and taking again changes nothing', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  await asks(night, ada.id, 1);
  await asks(night, bo.id, 2);
  const epoch = await night.store.takeEpoch();
  const turn = await night.store.takeNext(epoch);
  expect(turn).toMatchObject({ singer: 'Ada', durationMs: 295_000, offsetMs: -15_000, musicStarted: false });
  expect(await night.store.announced()).toMatchObject({ singer: 'Bo', title: 'Hello' });
  expect(await night.store.takeNext(epoch)).toEqual(turn);
  expect(await night.store.turn()).toEqual(turn);
  night.nowMs += 3_000;
  expect(await night.store.nowPlaying()).toMatchObject({ state: 'between', singer: 'Ada', positionMs: -12_000 });
  expect((await night.store.line({ page: 1, size: 20 })).rows).toMatchObject([
    { singer: 'Bo', reason: { rule: 'announced' }, wait: { fromMin: 4, toMin: 7 } },
  ]);
});

test('a song starts, pauses, goes on and ends as sung, and is history', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  await asks(night, ada.id, 1);
  const epoch = await night.store.takeEpoch();
  const playId = (await night.store.takeNext(epoch))?.playId ?? 0;
  night.nowMs += 15_000;
  await night.store.startMusic(epoch, playId);
  expect(await night.store.nowPlaying()).toMatchObject({ state: 'playing', positionMs: 0 });
  night.nowMs += 40_000;
  await night.store.movePosition(epoch, playId, { runningSinceMs: null, offsetMs: 40_000 });
  night.nowMs += 60_000;
  expect(await night.store.nowPlaying()).toMatchObject({ state: 'paused', positionMs: 40_000 });
  await night.store.movePosition(epoch, playId, { runningSinceMs: night.nowMs, offsetMs: 40_000 });
  night.nowMs += 1_000;
  expect(await night.store.nowPlaying()).toMatchObject({ state: 'playing', positionMs: 41_000 });
  await night.store.endTurn(epoch, playId, 'sung');
  await night.store.endTurn(epoch, playId, 'skipped');
  // In the same transaction the next song has begun: nobody ever sees a silent stage in between.
  expect(await night.store.nowPlaying()).toMatchObject({ state: 'playing', entryId: null });
  expect((await night.store.plays({ page: 1, size: 20 })).rows).toMatchObject([
    { singer: null, end: 'playing' },
    { singer: 'Ada', end: 'sung' },
  ]);
  expect(await night.store.history(ada.id, { page: 1, size: 20 })).toMatchObject({
    total: 1,
    rows: [{ title: 'Africa' }],
  });
  expect((await night.store.who()).singers).toEqual(['Ada']);
});

test('waiting is unknown while the music is paused', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  const ada = await night.arrives('Ada');
  await asks(night, ada.id, 1);
  await asks(night, ada.id, 2);
  const epoch = await night.store.takeEpoch();
  const turn = await night.store.takeNext(epoch);
  await night.store.movePosition(epoch, turn?.playId ?? 0, { runningSinceMs: null, offsetMs: 0 });
  expect((await night.store.mine(ada.id)).map(({ wait }) => wait)).toEqual([null]);
});

test('a player that was replaced writes nothing anymore', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const old = await night.store.takeEpoch();
  const turn = await night.store.takeNext(old);
  const successor = night.open();
  const epoch = await successor.takeEpoch();
  expect(epoch).toBeGreaterThan(old);
  const playId = turn?.playId ?? 0;
  const over = { name: 'EpochOver' };
  await expect(night.store.endTurn(old, playId, 'sung')).rejects.toMatchObject(over);
  await expect(night.store.takeNext(old)).rejects.toMatchObject(over);
  await expect(night.store.announce(old)).rejects.toMatchObject(over);
  await expect(night.store.movePosition(old, playId, { runningSinceMs: null, offsetMs: 1 })).rejects.toMatchObject(
    over,
  );
  await expect(night.store.endPartyIfClosing(old)).rejects.toMatchObject(over);
  expect(await successor.turn()).toEqual(turn);
});

test('random songs have no gap and none comes twice while others are left', async () => {
  using night = await evening();
  const titles = Array.from({ length: 12 }, (_, at) => `Song ${at}`);
  await night.store.importRows(titles.map((title) => row('Band', title, { durationS: 60 })));
  const epoch = await night.store.takeEpoch();
  const heard: string[] = [];
  while (heard.length < titles.length) {
    const turn = await night.store.takeNext(epoch);
    expect(turn).toMatchObject({ entryId: null, singer: null, offsetMs: 0, musicStarted: true });
    heard.push(turn?.song.title ?? '');
    await night.store.endTurn(epoch, turn?.playId ?? 0, 'sung');
  }
  expect([...heard].sort()).toEqual([...titles].sort());
  // All were played: the music goes on, but not with the song that has just ended.
  expect((await night.store.takeNext(epoch))?.song.title).not.toBe(heard.at(-1));
});

test('with an empty library and nobody in line there is nothing to take, nor without a party', async () => {
  using night = await evening();
  const epoch = await night.store.takeEpoch();
  expect(await night.store.takeNext(epoch)).toBeNull();
  await night.store.importRows([SONGS.africa]);
  await night.store.endParty('dj');
  expect(await night.store.takeNext(epoch)).toBeNull();
});

test('a random song that gives way is shorter for everybody, and a wait counts on it', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const epoch = await night.store.takeEpoch();
  const playId = (await night.store.takeNext(epoch))?.playId ?? 0;
  const ada = await night.arrives('Ada');
  await asks(night, ada.id, 1);
  expect((await night.store.mine(ada.id))[0]?.wait).toEqual({ fromMin: 4, toMin: 6 });
  night.limits = { ...night.limits, giveWayMs: 0 };
  expect((await night.store.mine(ada.id))[0]?.wait).toEqual({ fromMin: 0, toMin: 1 });
  await night.store.shorten(epoch, playId, 40_000);
  await night.store.shorten(epoch, playId, 60_000);
  expect(await night.store.nowPlaying()).toMatchObject({ durationMs: 40_000 });
});

test('with everyMinutes a turn takes exactly that long, its gap included', async () => {
  using night = await evening();
  night.limits = { ...night.limits, everyMinutes: 5 };
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  const ada = await night.arrives('Ada');
  await asks(night, ada.id, 1);
  await asks(night, ada.id, 2);
  expect((await night.store.mine(ada.id)).map(({ wait }) => wait)).toEqual([
    { fromMin: 0, toMin: 1 },
    { fromMin: 5, toMin: 5 },
  ]);
  const turn = await night.store.takeNext(await night.store.takeEpoch());
  expect(turn).toMatchObject({ offsetMs: -15_000, durationMs: 285_000 });
});

test('who was announced stays next until gone, cancelled or taken', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello, SONGS.waterloo]);
  const epoch = await night.store.takeEpoch();
  expect(await night.store.announce(epoch)).toBeNull();
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  await asks(night, ada.id, 1);
  await asks(night, bo.id, 2);
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Ada' });
  const { song } = await night.store.pulse();
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Ada' });
  expect((await night.store.pulse()).song).toBe(song);
  const [own] = await night.store.mine(ada.id);
  await night.store.cancel(ada.id, own?.entryId ?? 0);
  expect(await night.store.announced()).toBeNull();
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Bo' });
  await asks(night, ada.id, 3);
  await night.leaves(bo);
  night.nowMs += 301_000;
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Ada' });
});

test('an order about a play is given once: skip for good, pause and resume by turns', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  expect(await night.store.orderPlayer('skip', 'root')).toEqual({ is: 'nothing-plays' });
  const epoch = await night.store.takeEpoch();
  const turn = await night.store.takeNext(epoch);
  const playId = turn?.playId ?? 0;
  const order = async (verb: 'skip' | 'pause' | 'resume' | 'restart') => {
    const outcome = await night.store.orderPlayer(verb, 'root');
    if (outcome.is === 'nothing-plays') throw new Error('Nothing plays');
    return outcome;
  };
  expect(await order('resume')).toMatchObject({ is: 'again' });
  const pause = await order('pause');
  expect(await order('pause')).toMatchObject({ is: 'again', orderId: pause.orderId });
  const resume = await order('resume');
  expect(resume.is).toBe('given');
  expect(await night.store.pendingOrders()).toEqual([
    { id: pause.orderId, verb: 'pause', playId },
    { id: resume.orderId, verb: 'resume', playId },
  ]);
  expect(await night.store.orderOutcome(pause.orderId)).toBeNull();
  await night.store.orderDone(epoch, pause.orderId, 'done');
  await night.store.orderDone(epoch, resume.orderId, 'nothing');
  expect(await night.store.orderOutcome(pause.orderId)).toBe('done');
  const skip = await order('skip');
  await night.store.orderDone(epoch, skip.orderId, 'done');
  expect(await order('skip')).toMatchObject({ is: 'again', orderId: skip.orderId });
  expect((await order('restart')).is).toBe('given');
});

test('a skip is about the song that was on when it was said: the slower of two DJs takes nobody’s turn away', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.waterloo, SONGS.bohemian]);
  const epoch = await night.store.takeEpoch();
  const first = await night.store.takeNext(epoch);
  const saidAtMs = night.nowMs + 100;
  night.nowMs += 200;
  const quick = await night.store.orderPlayer('skip', 'ann', saidAtMs);
  if (quick.is !== 'given') throw new Error(quick.is);
  await night.store.endTurn(epoch, first?.playId ?? 0, 'skipped');
  await night.store.orderDone(epoch, quick.orderId, 'done');
  const second = await night.store.takeNext(epoch);
  expect(await night.store.orderPlayer('skip', 'ben', saidAtMs)).toMatchObject({
    is: 'again',
    orderId: quick.orderId,
    now: { playId: second?.playId },
  });
  expect(await night.store.pendingOrders()).toEqual([]);

  // A song that ended by itself while somebody reached for the key is skipped by nobody, and the next one still can be.
  const lateAtMs = night.nowMs;
  night.nowMs += 200;
  await night.store.endTurn(epoch, second?.playId ?? 0, 'sung');
  const third = await night.store.takeNext(epoch);
  for (const who of ['ann', 'ben'])
    expect(await night.store.orderPlayer('skip', who, lateAtMs)).toMatchObject({ is: 'again' });
  expect(await night.store.pendingOrders()).toEqual([]);
  expect((await night.store.turn())?.playId).toBe(third?.playId);
  expect((await night.store.orderPlayer('skip', 'ann', night.nowMs)).is).toBe('given');
});

test('a clock that was set back does not keep the DJ from skipping', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.waterloo]);
  const epoch = await night.store.takeEpoch();
  const first = await night.store.takeNext(epoch);
  night.nowMs += 1_000;
  await night.store.endTurn(epoch, first?.playId ?? 0, 'sung');
  await night.store.takeNext(epoch);
  night.nowMs -= 500;
  expect((await night.store.orderPlayer('skip', 'ann', night.nowMs)).is).toBe('given');
});
