import { describe, expect, test } from '@jest/globals';
import { StoreBusy, StoreUnwritable } from '../../../src/store/errors.ts';
import { anEvening, song } from './evening.ts';

describe('an evening', () => {
  test('plays the line in order, each song with its gap and in full', async () => {
    const evening = anEvening();
    evening.asks('Ada', song(1, 200));
    evening.asks('Bo', song(2, 100));
    evening.asks('Cy', song(3, null));
    await evening.playerStarts();
    await evening.goesOn(3600);
    expect(evening.plays).toMatchObject([
      { what: 'Ada: Song 1', tookAtS: 0, beganAtS: 15, endedAtS: 215, how: 'sung' },
      { what: 'Bo: Song 2', tookAtS: 215, beganAtS: 230, endedAtS: 330, how: 'sung' },
      { what: 'Cy: Song 3', tookAtS: 330, beganAtS: 345, endedAtS: 585, how: 'sung' },
    ]);
    expect(evening.seen.sound.filter((what) => what !== 'hush')).toEqual([
      'Song 1 from 0',
      'Song 2 from 0',
      'Song 3 from 0',
    ]);
    expect(evening.seen.checkpoints).toBeGreaterThanOrEqual(3);
    expect(evening.seen.views.at(-1)).toMatchObject({ state: 'idle', title: null });
  });

  test('is exact over a hundred turns of a song at every four minutes', async () => {
    const evening = anEvening({ everyMinutes: 4 });
    for (let turn = 1; turn <= 100; turn++) evening.asks(`Guest ${turn}`, song(turn, 60 + turn * 5));
    await evening.playerStarts();
    await evening.goesOn(8 * 3600);
    expect(evening.plays).toHaveLength(100);
    expect(evening.plays.map(({ tookAtS }) => tookAtS)).toEqual(evening.plays.map((_, turn) => turn * 240));
  });

  test('plays a random song at once when nobody asks, and the first request after it', async () => {
    const evening = anEvening({ library: [song(8, 60, 'Filler'), song(9, 60, 'Other')] });
    await evening.playerStarts();
    await evening.goesOn(90);
    expect(evening.seen.views.at(-1)).toMatchObject({ state: 'playing', title: 'Other', singer: null, next: null });
    evening.asks('Ada', song(1));
    await evening.goesOn(2);
    expect(evening.seen.views.at(-1)).toMatchObject({ title: 'Other', next: 'Artist 1 - Song 1 (Ada)' });
    await evening.goesOn(60);
    expect(evening.plays).toMatchObject([
      { what: 'nobody: Filler', tookAtS: 0, beganAtS: 0, endedAtS: 60 },
      { what: 'nobody: Other', tookAtS: 60, endedAtS: 120 },
      { what: 'Ada: Song 1', tookAtS: 120, beganAtS: 135 },
    ]);
  });

  test('cuts a random song for a request when it is set so, and never a song that somebody sings', async () => {
    const evening = anEvening({ library: [song(9, 300, 'Filler')], giveWayS: 0 });
    await evening.playerStarts();
    await evening.goesOn(100);
    evening.asks('Ada', song(1, 200));
    await evening.goesOn(1);
    evening.asks('Bo', song(2, 200));
    await evening.goesOn(300);
    expect(evening.plays).toMatchObject([
      { what: 'nobody: Filler', tookAtS: 0 },
      { what: 'Ada: Song 1', how: 'sung' },
      { what: 'Bo: Song 2' },
    ]);
    const [filler, ada, bo] = evening.plays;
    // Nobody hinted, so it was seen at the next look, a second later at most.
    expect(filler?.endedAtS).toBeLessThanOrEqual(101);
    expect(ada?.tookAtS).toBe(filler?.endedAtS);
    expect((bo?.tookAtS ?? 0) - (ada?.tookAtS ?? 0)).toBe(215);
  });

  test('fades a random song within its seconds when it is set so, after a pause too', async () => {
    const evening = anEvening({ library: [song(9, 300, 'Filler')], giveWayS: 5 });
    const player = await evening.playerStarts();
    await evening.goesOn(100);
    evening.orderAbout('pause');
    player.wake('orders');
    evening.asks('Ada', song(1, 200));
    await evening.goesOn(60);
    expect(evening.plays).toHaveLength(1);
    evening.orderAbout('resume');
    player.wake('orders');
    await evening.goesOn(4.9);
    expect(evening.plays).toHaveLength(1);
    await evening.goesOn(0.2);
    expect(evening.plays.at(-1)).toMatchObject({ what: 'Ada: Song 1' });
  });

  test('announces another singer when the announced one has cancelled', async () => {
    const evening = anEvening();
    evening.asks('Ada', song(1));
    const bo = evening.asks('Bo', song(2));
    evening.asks('Cy', song(3));
    await evening.playerStarts();
    await evening.goesOn(20);
    expect(evening.seen.views.at(-1)).toMatchObject({ next: 'Artist 2 - Song 2 (Bo)' });
    bo.state = 'cancelled';
    evening.committed();
    evening.seen.hints.length = 0;
    await evening.goesOn(2);
    expect(evening.seen.views.at(-1)).toMatchObject({ next: 'Artist 3 - Song 3 (Cy)' });
    expect(evening.seen.hints).toContain('song');
  });

  test('notices without a hint within a second that somebody asked', async () => {
    const evening = anEvening();
    await evening.playerStarts();
    await evening.goesOn(600);
    evening.asks('Ada', song(1));
    await evening.goesOn(1);
    expect(evening.plays).toHaveLength(1);
  });

  test('looks at once at a hint, and no more than five times a second at a thousand', async () => {
    const evening = anEvening();
    const player = await evening.playerStarts();
    await evening.goesOn(60.5);
    evening.entries.push({ id: 1, singer: 'Ada', song: song(1), state: 'waiting' });
    player.wake('queue');
    await evening.goesOn(0.01);
    expect(evening.plays).toHaveLength(1);
    evening.seen.views.length = 0;
    for (let tenth = 0; tenth < 1000; tenth++) {
      player.wake('queue');
      await evening.goesOn(0.001);
    }
    expect(evening.seen.views.length).toBeGreaterThanOrEqual(4);
    expect(evening.seen.views.length).toBeLessThanOrEqual(6);
  });

  test('has called whoever can sing when it is asked to look now, however short ago it looked', async () => {
    const evening = anEvening();
    const player = await evening.playerStarts();
    evening.entries.push({ id: 1, singer: 'Ada', song: song(1), state: 'waiting' });
    player.wake('queue');
    await player.lookNow();
    expect(evening.plays).toMatchObject([{ what: 'Ada: Song 1', tookAtS: 0 }]);
    await player.stop();
    await player.lookNow();
    expect(evening.plays).toHaveLength(1);
  });

  test('says each minute that it is alive, and writes nothing else while nothing happens', async () => {
    const evening = anEvening();
    evening.asks('Ada', song(1, 600));
    await evening.playerStarts();
    await evening.goesOn(20);
    evening.seen.hints.length = 0;
    await evening.goesOn(300);
    expect(evening.seen.signs).toBe(5);
    expect(evening.seen.hints).toEqual([]);
  });

  test('ends at its closing time, in mid-song too, and the stage falls silent', async () => {
    const evening = anEvening({ library: [song(9)] });
    evening.asks('Ada', song(1));
    await evening.playerStarts();
    evening.party.closingAtMs = evening.time.wall + 100_000;
    evening.committed();
    await evening.goesOn(3600);
    expect(evening.plays).toMatchObject([{ what: 'Ada: Song 1', endedAtS: 100, how: 'unsung' }]);
    expect(evening.seen.hints).toContain('party');
    expect(evening.seen.views.at(-1)).toMatchObject({ state: 'stopped' });
    expect(evening.seen.sound.at(-1)).toBe('hush');
    expect(evening.heartbeat.last).toBeNull();
  });

  test('begins when a party does', async () => {
    const evening = anEvening({ library: [song(9, 60)] });
    evening.party.on = false;
    const player = await evening.playerStarts();
    await evening.goesOn(100);
    expect(evening.plays).toEqual([]);
    evening.party.on = true;
    player.wake('party');
    await evening.goesOn(1);
    expect(evening.plays).toHaveLength(1);
  });
});

describe("the DJ's orders", () => {
  test('pause holds the song where it is for as long as it takes, and resume goes on there', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.asks('Ada', song(1, 200));
    const player = await evening.playerStarts();
    await evening.goesOn(60);
    const { startedAtMs } = evening.seen.views.at(-1) ?? {};
    const pause = evening.orderAbout('pause');
    player.wake('orders');
    await evening.goesOn(0.01);
    expect(pause.outcome).toBe('done');
    expect(evening.seen.views.at(-1)).toMatchObject({ state: 'paused', startedAtMs: startedAtMs ?? 'unknown' });
    await evening.goesOn(7200);
    evening.orderAbout('resume');
    player.wake('orders');
    await evening.goesOn(0.01);
    expect(evening.seen.sound.slice(-2)).toEqual(['hush', 'Song 1 from 60']);
    await evening.goesOn(300);
    expect(evening.plays[0]?.endedAtS).toBeCloseTo(7400, 0);
  });

  test('skip calls the next before the DJ hears that it is done', async () => {
    const evening = anEvening();
    evening.asks('Ada', song(1));
    evening.asks('Bo', song(2));
    const player = await evening.playerStarts();
    await evening.goesOn(30);
    const skip = evening.orderAbout('skip');
    player.wake('orders');
    await evening.goesOn(0.01);
    expect(skip.outcome).toBe('done');
    expect(evening.plays).toMatchObject([{ how: 'skipped' }, { what: 'Bo: Song 2', how: null }]);
    expect(evening.seen.hints).toContain('orders');
  });

  test('given twice about the same song it happens once', async () => {
    const evening = anEvening();
    for (const id of [1, 2, 3]) evening.asks(`Guest ${id}`, song(id));
    const player = await evening.playerStarts();
    await evening.goesOn(30);
    const [first, second] = [evening.orderAbout('skip'), evening.orderAbout('skip')];
    player.wake('orders');
    await evening.goesOn(1);
    expect([first.outcome, second.outcome]).toEqual(['done', 'nothing']);
    expect(evening.plays).toMatchObject([{ how: 'skipped' }, { how: null }]);
  });

  test('restart plays the song again in full, from its beginning', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.asks('Ada', song(1, 200));
    const player = await evening.playerStarts();
    await evening.goesOn(150);
    evening.orderAbout('restart');
    player.wake('orders');
    await evening.goesOn(400);
    expect(evening.plays[0]?.endedAtS).toBeCloseTo(350, 0);
    expect(evening.seen.sound).toEqual(['Song 1 from 0', 'Song 1 from 0', 'hush']);
  });

  test('is carried out once while its outcome cannot be written, and then it is written', async () => {
    const evening = anEvening({ gapS: 0 });
    for (const id of [1, 2, 3]) evening.asks(`Guest ${id}`, song(id, 1000));
    const player = await evening.playerStarts();
    await evening.goesOn(30);
    const restart = evening.orderAbout('restart');
    const busy = new StoreBusy('somebody else writes');
    Object.defineProperty(restart, 'outcome', {
      configurable: true,
      get: () => null,
      set: () => {
        throw busy;
      },
    });
    player.wake('orders');
    await evening.goesOn(10);
    Object.defineProperty(restart, 'outcome', { value: null, writable: true });
    await evening.goesOn(10);
    expect(restart.outcome).toBe('done');
    expect(evening.rows.turn?.runningSinceMs).toBeLessThan(evening.time.wall - 19_000);
    expect(player.warnings).toHaveLength(1);
  });
});

describe('trouble', () => {
  test.each([new StoreBusy('somebody else writes'), new StoreUnwritable('the disk is full')])(
    '%s: the music goes on, it is said once, and the evening goes on when it is over',
    async (error) => {
      const evening = anEvening({ gapS: 0 });
      evening.asks('Ada', song(1, 100));
      evening.asks('Bo', song(2, 100));
      const player = await evening.playerStarts();
      await evening.goesOn(50);
      evening.fate.refuse = error;
      evening.committed();
      await evening.goesOn(100);
      expect(evening.seen.sound).toEqual(['Song 1 from 0']);
      evening.fate.refuse = null;
      await evening.goesOn(200);
      expect(player.warnings).toHaveLength(1);
      expect(evening.plays).toMatchObject([{ how: 'sung' }, { what: 'Bo: Song 2', how: 'sung' }]);
    },
  );

  test('a clock that is set an hour forward or back moves no song', async () => {
    for (const jumpMs of [3_600_000, -3_600_000]) {
      const evening = anEvening({ gapS: 0 });
      evening.asks('Ada', song(1, 200));
      await evening.playerStarts();
      await evening.goesOn(100);
      evening.time.wall += jumpMs;
      await evening.goesOn(95);
      expect(evening.plays[0]?.how).toBeNull();
      await evening.goesOn(10);
      expect(evening.plays[0]?.how).toBe('sung');
    }
  });

  test('a clock that is set is noticed within a second, so that every door shows the true place', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.asks('Ada', song(1, 200));
    await evening.playerStarts();
    await evening.goesOn(100);
    evening.time.wall += 30_000;
    await evening.goesOn(1.5);
    const { runningSinceMs, offsetMs } = evening.rows.turn ?? { runningSinceMs: null, offsetMs: 0 };
    expect(offsetMs + evening.time.wall - (runningSinceMs ?? 0)).toBeCloseTo(101_500, -2);
  });

  test('a clock that is set while a singer is called does not move that singer into tomorrow', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.fate.beforeTaking = () => (evening.time.wall += evening.plays.length === 0 ? 3_600_000 : 0);
    evening.asks('Ada', song(1, 200));
    await evening.playerStarts();
    await evening.goesOn(201);
    expect(evening.plays[0]?.how).toBe('sung');
  });

  test('a player whom another has replaced leaves the stage and writes nothing', async () => {
    const evening = anEvening();
    evening.asks('Ada', song(1));
    const old = await evening.playerStarts();
    const fresh = await evening.playerStarts('lifted');
    await evening.goesOn(3600);
    expect([old.replaced(), fresh.replaced()]).toEqual([true, false]);
    expect(evening.plays).toMatchObject([{ what: 'Ada: Song 1', how: 'sung' }]);
  });
});

test('a folder of random songs without songs is told of once, and again when it had some in between', async () => {
  const has: ('songs' | 'nothing')[] = ['nothing', 'nothing', 'songs', 'nothing'];
  const night = anEvening({
    library: [song(1, 10), song(2, 10)],
    randomFrom: () => ({ folder: '/music/quiet', has: has.shift() ?? 'nothing' }),
  });
  const player = await night.playerStarts();
  await night.goesOn(60);
  expect(night.plays.length).toBeGreaterThan(4);
  const warning =
    'player.randomFrom is /music/quiet, where the library has no song to play; any song is played instead';
  expect(player.warnings).toEqual([warning, warning]);
});
