import { describe, expect, test } from '@jest/globals';
import { anEvening, song } from './evening.ts';

describe('a player that fell', () => {
  test('is followed by one that goes on in the same song where the clock says', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.asks('Ada', song(1, 200));
    (await evening.playerStarts()).dies();
    await evening.goesOn(120);
    await evening.playerStarts('lifted');
    expect(evening.seen.sound.at(-1)).toBe('Song 1 from 120');
    await evening.goesOn(100);
    expect(evening.plays).toMatchObject([{ what: 'Ada: Song 1', endedAtS: 200, how: 'sung' }]);
  });

  test('a hundred times in an evening loses no song and plays none twice', async () => {
    const evening = anEvening();
    for (let turn = 1; turn <= 50; turn++) evening.asks(`Guest ${turn}`, song(turn, 100 + turn));
    let player = await evening.playerStarts();
    for (let fall = 0; fall < 100; fall++) {
      await evening.goesOn(((fall * 37) % 90) + 0.5);
      player.dies();
      await evening.goesOn(0.3);
      player = await evening.playerStarts('lifted');
    }
    await evening.goesOn(50 * 200);
    expect(evening.plays.map(({ what }) => what)).toEqual(
      Array.from({ length: 50 }, (_, turn) => `Guest ${turn + 1}: Song ${turn + 1}`),
    );
    expect(new Set(evening.plays.map(({ how }) => how))).toEqual(new Set(['sung']));
  });

  test('in the gap is followed by one that keeps the rest of the gap', async () => {
    const evening = anEvening({ gapS: 15 });
    evening.asks('Ada', song(1, 200));
    (await evening.playerStarts()).dies();
    await evening.goesOn(10);
    await evening.playerStarts('lifted');
    await evening.goesOn(300);
    expect(evening.plays[0]).toMatchObject({ tookAtS: 0, beganAtS: 15, endedAtS: 215 });
  });
});

describe('after a power cut', () => {
  test('the song goes on where the heartbeat saw it, however long it was dark', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.asks('Ada', song(1, 200));
    const player = await evening.playerStarts();
    await evening.goesOn(80);
    player.dies();
    await evening.goesOn(5 * 3600);
    await evening.playerStarts('new run');
    expect(evening.seen.sound.at(-1)).toMatch(/^Song 1 from (79|80)$/);
    await evening.goesOn(115);
    expect(evening.plays[0]?.how).toBeNull();
    await evening.goesOn(10);
    expect(evening.plays[0]?.how).toBe('sung');
  });

  test('a song of which no heartbeat tells begins where its row says: it is not lost', async () => {
    for (const last of [null, { playId: 99, positionMs: 150_000 }]) {
      const evening = anEvening({ gapS: 0 });
      evening.asks('Ada', song(1, 200));
      (await evening.playerStarts()).dies();
      evening.heartbeat.last = last;
      await evening.goesOn(3600);
      await evening.playerStarts('new run');
      expect(evening.seen.sound.at(-1)).toBe('Song 1 from 0');
      expect(evening.plays).toMatchObject([{ how: null }]);
    }
  });

  test('a paused song stays paused', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.asks('Ada', song(1, 200));
    const player = await evening.playerStarts();
    await evening.goesOn(60);
    evening.orderAbout('pause');
    player.wake('orders');
    await evening.goesOn(1);
    player.dies();
    await evening.playerStarts('new run');
    await evening.goesOn(3600);
    expect(evening.seen.views.at(-1)).toMatchObject({ state: 'paused', title: 'Song 1' });
    expect(evening.rows.turn?.offsetMs).toBeCloseTo(60_000, -2);
  });

  test('stopping politely writes the very position', async () => {
    const evening = anEvening({ gapS: 0 });
    evening.asks('Ada', song(1, 200));
    const player = await evening.playerStarts();
    await evening.goesOn(80.6);
    await player.stop();
    expect(evening.heartbeat.last).toEqual({ playId: 1, positionMs: 80_600 });
    await evening.goesOn(3600);
    expect(evening.plays).toMatchObject([{ how: null }]);
  });
});
