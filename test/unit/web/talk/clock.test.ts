import { describe, expect, test } from '@jest/globals';
import { offsetMs, withRoundTrip } from '../../../../src/web/pages/talk/clock.ts';
import type { RoundTrip, RoundTrips } from '../../../../src/web/pages/talk/clock.ts';
import { AHEAD_MS } from './fake_house.ts';
import { openedTalk } from './talking.ts';

/** A PING said at `sentMs` that took so long there and so long back, to a house so far ahead. */
const trip = (sentMs: number, there: number, back: number, ahead: number): RoundTrip => ({
  sentMs,
  serverMs: sentMs + there + ahead,
  heardMs: sentMs + there + back,
});
const after = (trips: readonly RoundTrip[]): number => offsetMs(trips.reduce<RoundTrips>(withRoundTrip, []));

describe('The clock of the house', () => {
  test('is taken from the shortest round trip, whatever the others say', () => {
    const trips = [trip(0, 400, 20, 5000), trip(1000, 5, 5, 5000), trip(2000, 10, 900, 5000)];
    expect(after(trips)).toBe(5000);
  });

  test('is wrong by at most half of the shortest', () => {
    expect(Math.abs(after([trip(0, 280, 0, 5000)]) - 5000)).toBeLessThanOrEqual(140);
  });

  test('is learnt anew when a clock was set', () => {
    expect(after([trip(0, 5, 5, 0), trip(15_000, 80, 80, 3_600_000)])).toBe(3_600_000);
    expect(after([trip(1_000_000, 5, 5, 0), trip(20_000, 80, 80, 980_000)])).toBe(980_000);
  });

  test('is learnt anew after ten minutes, because clocks drift', () => {
    expect(after([trip(0, 1, 1, 0), trip(11 * 60_000, 20, 20, 40)])).toBe(40);
  });

  test('is the own one while nothing is known', () => {
    expect(offsetMs([])).toBe(0);
  });

  test('is known right after the link is open, from five questions', async () => {
    const { house, talk } = await openedTalk();
    expect(house.call.heard.filter((line) => line === 'PING').length).toBe(5);
    expect(talk.serverNowMs()).toBe(house.phoneMs + AHEAD_MS);
  });

  test('is learnt anew within a minute or so, also while there is always something to hear', async () => {
    const { house, talk } = await openedTalk();
    house.phoneSetMs = -3_600_000;
    for (let tens = 0; tens < 8; tens += 1) {
      await house.passes(10_000);
      await house.call.says({ t: 'event', topic: 'QUEUE', text: '', waiting: tens });
    }
    expect(talk.serverNowMs()).toBe(house.phoneMs + AHEAD_MS);
  });
});
