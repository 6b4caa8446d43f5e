/** The pages' end of the protocol against the real house, over the WebSocket that Node has in common with browsers. */
import { describe, expect, test } from '@jest/globals';
import { rowsOf } from '../../src/web/pages/talk/said.ts';
import type { Heard } from '../../src/web/pages/talk/said.ts';
import { openTalk } from '../../src/web/pages/talk/talk.ts';
import type { Talk } from '../../src/web/pages/talk/talk.ts';
import { connectWebSocket } from '../../src/web/pages/talk/web_socket.ts';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';

/** A wait that took so long is a failure; it is a deadline and never the way to wait. */
const DEADLINE_MS = 20_000;

interface Page extends Disposable {
  readonly talk: Talk;
  /** Resolves to the next thing heard that is like this, also when it was heard before it was asked for. */
  hears(like: object): Promise<Heard>;
}

function openPage(party: Party): Page {
  const talk = openTalk({
    url: `ws://127.0.0.1:${party.webPort}/`,
    storage: null,
    connect: connectWebSocket,
    now: () => Date.now(),
    elapsedMs: () => performance.now(),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    chance: () => Math.random(),
    onWake: () => undefined,
  });
  const unread: Heard[] = [];
  let look = (): void => undefined;
  talk.on((heard) => {
    unread.push(heard);
    look();
  });
  return {
    talk,
    hears: (like) =>
      new Promise((found, failed) => {
        AbortSignal.timeout(DEADLINE_MS).addEventListener('abort', () => {
          failed(
            new Error(`${JSON.stringify(like)} was not heard in ${DEADLINE_MS} ms, but ${JSON.stringify(unread)}`),
          );
        });
        look = () => {
          const at = unread.findIndex((heard) => isLike(heard, like));
          if (at < 0) return;
          look = () => undefined;
          const [heard] = unread.splice(0, at + 1).slice(-1);
          if (heard) found(heard);
        };
        look();
      }),
    [Symbol.dispose]: () => {
      talk.close();
    },
  };
}

const isLike = (heard: object, like: object): boolean =>
  Object.entries(like).every(([name, value]) => (heard as Record<string, unknown>)[name] === value);

describe('A page talks with the house', () => {
  test('as a guest does: it says who it is, looks, asks, and hears what happens', async () => {
    await using party = await startParty({ songs: SONGS, web: true });
    using page = openPage(party);
    const { talk } = page;
    expect(await page.hears({ link: 'open' })).toMatchObject({ party: { on: true } });
    expect((await talk.hello('Ada', null)).final).toMatchObject({ word: 'HELLO', name: 'Ada' });
    const found = rowsOf(await talk.say('SEARCH afrca'), 'song row');
    expect(found.map(({ title }) => title)).toEqual(['Africa']);
    expect((await talk.request('toto - africa', { with: 'Bo' })).final).toMatchObject({ word: 'QUEUED', with: 'Bo' });
    await page.hears({ topic: 'NEXT' });
    await party.dj('say', 'Hello', 'everybody');
    await page.hears({ topic: 'SAY', text: 'Hello everybody' });
    // Both clocks are those of this machine; five round trips on loopback leave a few milliseconds.
    expect(Math.abs(talk.serverNowMs() - Date.now())).toBeLessThan(150);
  });

  test('a request made while the web process is dead is one song in the line', async () => {
    await using party = await startParty({ songs: SONGS, web: true });
    using page = openPage(party);
    const { talk } = page;
    await page.hears({ link: 'open' });
    await talk.hello('Ada', null);
    await talk.request('toto - africa');
    const [pid] = party.pids('web');
    const before = talk.request('queen - bohemian rhapsody');
    process.kill(pid ?? NaN, 'SIGKILL');
    await page.hears({ link: 'lost' });
    const after = talk.request('abba - dancing queen');
    expect(await page.hears({ link: 'open' })).toMatchObject({ hello: { final: { name: 'Ada' } } });
    await Promise.all([before, after]);
    const mine = rowsOf(await talk.say('MINE'), 'queue row');
    expect(mine.map(({ title }) => title).filter((title) => title !== 'Africa')).toEqual([
      'Bohemian Rhapsody',
      'Dancing Queen',
    ]);
  });

  test('it hears the goodbye, comes back, and finds the next party', async () => {
    await using party = await startParty({ songs: SONGS, web: true });
    using page = openPage(party);
    await page.hears({ link: 'open' });
    await party.dj('party', 'end');
    expect(await page.hears({ link: 'over' })).toMatchObject({ bye: { reason: 'party-over' } });
    expect(await page.hears({ link: 'open' })).toMatchObject({ party: { on: false } });
    await party.dj('party', 'start', 'Saturday');
    expect(await page.hears({ topic: 'NOW' })).toBeDefined();
    expect((await page.talk.say('PARTY')).final).toMatchObject({ on: true, name: 'Saturday' });
  });
});
