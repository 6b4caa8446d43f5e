import { describe, expect, test } from '@jest/globals';
import { FakeHouse } from './fake_house.ts';
import { openedTalk, startTalk } from './talking.ts';
import type { Talking } from './talking.ts';

const bye = (reason: string, text = '') => ({ t: 'event', topic: 'BYE', reason, text });

/** Milliseconds that went by until each of the next calls, none of which comes to anything. */
async function callsUntil({ house }: Talking, count: number): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const before = house.calls.length;
    const sinceMs = house.phoneMs;
    await house.call.falls();
    while (house.calls.length === before) await house.passes(50);
    waits.push(house.phoneMs - sinceMs);
  }
  return waits;
}

describe('After a loss', () => {
  test('it calls at once, then waits twice as long each time, up to 15 seconds', async () => {
    const talking = await openedTalk();
    expect(await callsUntil(talking, 8)).toEqual([50, 500, 1000, 2000, 4000, 8000, 15000, 15000]);
    expect(talking.links()).toEqual(['open', 'lost']);
  });

  test('it begins anew after ten good seconds, and not with a house that greets and falls', async () => {
    const talking = await openedTalk();
    const { house } = talking;
    await callsUntil(talking, 3);
    await house.call.opens();
    await house.passes(9_000);
    expect(await callsUntil(talking, 1)).toEqual([2000]);
    await house.call.opens();
    await house.passes(10_000);
    expect(await callsUntil(talking, 1)).toEqual([50]);
  });

  test('it calls at once when the network is back or somebody looks', async () => {
    const talking = await openedTalk();
    const { house } = talking;
    await callsUntil(talking, 6);
    const before = house.calls.length;
    await house.call.falls();
    await house.wakes();
    expect(house.calls.length).toBe(before + 1);
  });

  test('HELLO and WATCH are said again, with the code that came with the first', async () => {
    const { house, talk, heard } = await openedTalk();
    await talk.hello('Ada', null);
    await house.call.falls();
    await house.passes(0);
    await house.call.opens();
    expect(house.call.spoken).toEqual(['MODE json', 'PARTY', 'HELLO code="7KQ4M2" Ada', 'WATCH all']);
    expect(heard.at(-1)).toMatchObject({ link: 'open', party: { on: true }, hello: { final: { name: 'Ada' } } });
  });

  test('who is forgotten says HELLO no more', async () => {
    const { house, talk } = await openedTalk();
    await talk.hello('Ada', null);
    talk.forget();
    await house.call.falls();
    await house.passes(0);
    await house.call.opens();
    expect(house.call.spoken).toEqual(['MODE json', 'PARTY', 'WATCH all']);
  });
});

describe('A goodbye', () => {
  test.each(['restarting', 'supervisor-lost', 'session-lost', 'idle', 'too-slow'])(
    '%s: it calls again',
    async (reason) => {
      const { house, heard } = await openedTalk();
      await house.call.says(bye(reason, 'Come back'));
      await house.call.falls();
      expect(heard.at(-1)).toEqual({ link: 'lost', bye: { reason, text: 'Come back' } });
      await house.passes(0);
      expect(house.calls.length).toBe(2);
    },
  );

  test('party-over: it is over, and a little later it calls again without a word about it', async () => {
    const talking = await openedTalk();
    const { house, heard } = talking;
    await house.call.says(bye('party-over', 'Thank you for singing!'));
    await house.call.falls();
    expect(heard.at(-1)).toEqual({ link: 'over', bye: { reason: 'party-over', text: 'Thank you for singing!' } });
    await house.passes(1000);
    expect(house.calls.length).toBe(1);
    await house.passes(4000);
    expect(house.calls.length).toBe(2);
    await callsUntil(talking, 3);
    expect(talking.links()).toEqual(['open', 'over']);
    await house.call.opens();
    expect(talking.links()).toEqual(['open', 'over', 'open']);
  });

  test('party-over, and then nobody is there for ten seconds: it says once that the house is closed, and goes on calling', async () => {
    const talking = await openedTalk();
    const { house } = talking;
    await house.call.says(bye('party-over', 'Thank you for singing!'));
    await house.call.falls();
    const nobodyIsThere = async (forMs: number): Promise<void> => {
      const untilMs = house.phoneMs + forMs;
      while (house.phoneMs < untilMs) {
        await house.call.falls();
        await house.passes(500);
      }
    };
    await nobodyIsThere(9_000);
    expect(talking.links()).toEqual(['open', 'over']);
    await nobodyIsThere(60_000);
    expect(talking.links()).toEqual(['open', 'over', 'closed']);
    await callsUntil(talking, 1);
    await house.call.opens();
    expect(talking.links()).toEqual(['open', 'over', 'closed', 'open']);
  });

  test('kicked: it stays out, also when somebody looks, until it is told to call again', async () => {
    const { house, talk, links } = await openedTalk();
    await house.call.says(bye('kicked', 'Enough'));
    await house.call.falls();
    await house.passes(3_600_000);
    await house.wakes();
    expect(house.calls.length).toBe(1);
    talk.again();
    expect(house.calls.length).toBe(2);
    expect(links()).toEqual(['open', 'over', 'connecting']);
  });

  test('full: it calls when it was told to, and no earlier because somebody looks', async () => {
    const { house, heard } = startTalk();
    await house.call.says('ERR 421 FULL retry=30 every seat is taken; please try again a little later');
    await house.call.falls();
    expect(heard.at(-1)).toMatchObject({ link: 'lost', bye: { reason: 'full' } });
    await house.wakes();
    await house.passes(29_999);
    expect(house.calls.length).toBe(1);
    await house.passes(7_501);
    expect(house.calls.length).toBe(2);
    // A loss of another kind is not said to be a full house.
    await house.call.falls();
    expect(heard.at(-1)).toEqual({ link: 'lost' });
  });

  test('who closes the talk is not called back', async () => {
    const { house, talk } = await openedTalk();
    talk.close();
    await house.call.falls();
    await house.wakes();
    await house.passes(60_000);
    expect(house.call.hungUp).toBe(true);
    expect(house.calls.length).toBe(1);
  });
});

describe('A connection that says nothing', () => {
  test('is given up as soon when the clock was set back', async () => {
    const { house } = await openedTalk();
    house.mute = () => true;
    house.phoneSetMs = -7_200_000;
    await house.passes(20_000);
    expect(house.calls[0]?.hungUp).toBe(true);
  });

  test('is asked after 15 seconds and given up after 20', async () => {
    const { house, links } = await openedTalk();
    const call = house.call;
    const pings = call.heard.length;
    house.mute = () => true;
    await house.passes(14_999);
    expect(call.heard.length).toBe(pings);
    await house.passes(1);
    expect(call.heard.slice(pings)).toEqual(['PING']);
    await house.passes(4_999);
    expect(call.hungUp).toBe(false);
    await house.passes(1);
    expect(call.hungUp).toBe(true);
    expect(links()).toEqual(['open', 'lost']);
  });

  test('is kept for hours when it answers', async () => {
    const { house, links } = await openedTalk();
    await house.passes(3 * 3_600_000);
    expect(links()).toEqual(['open']);
    expect(house.calls.length).toBe(1);
  });

  test('must answer within 3 seconds when somebody looks at the page', async () => {
    const { house } = await openedTalk();
    const call = house.call;
    house.mute = () => true;
    await house.wakes();
    await house.passes(2_999);
    expect(call.hungUp).toBe(false);
    await house.passes(1);
    expect(call.hungUp).toBe(true);
  });

  test('and one that never opens is given up after ten', async () => {
    const house = new FakeHouse();
    startTalk({ house });
    await house.passes(9_999);
    expect(house.calls.length).toBe(1);
    await house.passes(1);
    expect(house.calls.length).toBe(2);
  });
});
