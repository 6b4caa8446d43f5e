/** Guests over WebSocket: the language is that of TCP, a frame is a line. */
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asksJson } from '../party/json_speech.ts';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { WebGuest, webGuest, webNamed } from './web_guest.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, web: true, flags: ['--party', 'Friday'] });
});
afterAll(() => party[Symbol.asyncDispose]());

describe('a conversation', () => {
  test('begins with the greeting, on every address of the port', async () => {
    await using guest = await WebGuest.connect(party.webPort);
    expect(await guest.hears('OK')).toMatch(/^OK KARAOKE\/1 Friday: \d+ connected, 0 songs waiting\. Type HELP$/);
    await using elsewhere = await WebGuest.connect(party.webPort, {}, '/any/where?x=1');
    await elsewhere.hears('OK KARAOKE/1 Friday');
  });

  test('is the one that TCP guests have: names, requests, lists, refusals, goodbyes', async () => {
    await using ada = await webGuest(party);
    expect((await ada.asks('MINE')).final).toBe('ERR 530 WHO say HELLO <your name> first');
    const code = await ada.joins('Ada');
    expect(code).toMatch(/^\w{6}$/);
    expect((await ada.asks('#q REQUEST toto - africa')).final).toMatch(/^OK #q QUEUED 1 song=2 position=1 /);
    expect((await ada.asks('MINE')).rows).toEqual([expect.stringMatching(/^\| 1 1\. Toto - Africa \(Ada\) /)]);
    expect((await ada.asks('SEARCH queen')).rows).toHaveLength(2);
    expect((await ada.asks('WISH Nobody - Unknown')).final).toMatch(/^OK WISHED 1 /);
    expect((await ada.asks('xyzzy')).final).toMatch(/^ERR 502 UNKNOWN /);
    // Who speaks is the same person whatever they speak through.
    await using tcp = await party.named('Ada', code);
    expect((await tcp.asks('MINE')).rows).toHaveLength(1);
    expect((await tcp.asks('CANCEL 1')).final).toMatch(/^OK CANCEL 1 /);
    expect((await ada.asks('MINE')).rows).toHaveLength(0);
    expect((await ada.asks('LEAVE')).final).toBe('OK BYE See you, Ada');
    expect(await ada.farewell()).toEqual({ code: 1000, reason: '' });
  });

  test('cut before a new name was answered costs nobody the name: said again with its key, it is theirs', async () => {
    const hello = 'HELLO key=nobody-guesses Yoe';
    {
      await using cut = await webGuest(party);
      await new Promise((left) => {
        cut.ws.send(hello, left);
      });
    }
    {
      // Heard by this test alone, which knows so that the house has made the name.
      await using cut = await webGuest(party);
      expect((await cut.asks(hello)).final).toMatch(/^OK HELLO guest=\d+ code=\w{6} Welcome, Yoe!/);
    }
    await using yoe = await webGuest(party);
    const { final } = await yoe.asks(hello);
    const [, guest = '', code = ''] = /^OK HELLO guest=(\d+) code=(\w{6}) Welcome, Yoe!/.exec(final) ?? [];
    expect(guest).not.toBe('');
    await using stranger = await webGuest(party);
    for (const line of ['HELLO Yoe', 'HELLO key=another Yoe'])
      expect((await stranger.asks(line)).final).toMatch(/^ERR 531 NAME_TAKEN /);
    await using tcp = await party.guest();
    expect((await tcp.asks(`HELLO Yoe ${code}`)).final).toMatch(new RegExp(`^OK HELLO guest=${guest} Welcome back`));
    // Proven by its code, it is for the key no more.
    expect((await stranger.asks(hello)).final).toMatch(/^ERR 531 NAME_TAKEN /);
  });

  test('speaks JSON, one object a frame', async () => {
    await using robot = await webNamed(party, 'Robot');
    await robot.asks('MODE json');
    const { final } = await asksJson(robot, '#1 REQUEST 2');
    expect(final).toMatchObject({ t: 'ok', word: 'QUEUED', tag: '1', artist: 'Toto' });
    await robot.hears(/"topic":"NEXT"/);
    const { rows } = await asksJson(robot, 'QUEUE');
    expect(rows).toEqual([expect.objectContaining({ t: 'row', singer: 'Robot', why: { rule: 'announced' } })]);
    const on = (await asksJson(robot, 'PARTY')).final;
    expect(on).toMatchObject({ on: true, name: 'Friday', closing_at_ms: null, waiting: 1 });
    await asksJson(robot, `CANCEL ${String(final['queue_id'])}`);
  });

  test('answers a thousand frames said at once, in order, and a blank one not at all', async () => {
    await using eager = await webGuest(party);
    const lines = Array.from({ length: 1000 }, (_, n) => `#${n} PING`);
    eager.says('', ' ', ...lines, '\t', '#last VERSION');
    await eager.hears('OK #last VERSION');
    expect(eager.transcript.slice(1, -1)).toEqual(lines.map((_, n) => `OK #${n} PONG`));
  });

  test('goes on for thousands of frames though they are not read, and nobody else waits for it', async () => {
    await using deaf = await webGuest(party);
    await using other = await webGuest(party);
    for (const guest of [deaf, other]) await guest.asks('MODE json');
    deaf.ws.pause();
    // Pages of help, 10 MB in all: more than the kernel holds for who does not read.
    const lines = Array.from({ length: 2000 }, (_, n) => `#${n} HELP`);
    deaf.says(...lines, '#last PING');
    const meanwhile = (await asksJson(other, 'PING')).final;
    deaf.ws.resume();
    for (const [n] of lines.entries())
      expect(JSON.parse((await deaf.answer()).final)).toMatchObject({ t: 'ok', word: 'HELP', tag: String(n) });
    const last = JSON.parse((await deaf.answer()).final) as Record<string, unknown>;
    expect(last).toMatchObject({ t: 'ok', word: 'PONG', tag: 'last' });
    // By the clock of the house: the other one was answered while the last of these was not.
    expect(Number(meanwhile['now_ms'])).toBeLessThan(Number(last['now_ms']));
  });
});

describe('a frame', () => {
  test('of more than a line is refused, by its tag, and the connection stays', async () => {
    await using guest = await webGuest(party);
    const longest = `#t SEARCH ${'x'.repeat(1014)}`;
    expect((await guest.asks(longest)).final).toBe('OK #t SEARCH 0 of 0 page=1');
    expect((await guest.asks(`${longest}x`)).final).toMatch(/^ERR #t 504 TOO_LONG /);
    expect((await guest.asks('x'.repeat(65_536))).final).toMatch(/^ERR 504 TOO_LONG /);
    expect((await guest.asks('PING')).final).toBe('OK PONG');
  });

  test('with a newline or another control byte in it is refused, and no part of it is executed', async () => {
    await using guest = await webGuest(party);
    for (const line of ['PING\nPING', 'PING\n', '#t PING\u0007', 'SEARCH \u0085']) {
      expect((await guest.asks(line)).final).toMatch(/^ERR (#t )?505 ENCODING /);
    }
    expect(guest.count(/PONG/)).toBe(0);
  });

  test('of bytes is refused politely', async () => {
    await using guest = await webGuest(party);
    guest.ws.send(Buffer.from('PING'));
    expect((await guest.answer()).final).toMatch(/^ERR 505 ENCODING a line comes in a text frame/);
    expect((await guest.asks('PING')).final).toBe('OK PONG');
  });

  test('that is no UTF-8 ends the connection with 1007', async () => {
    await using guest = await webGuest(party);
    guest.ws.send(Buffer.from([0x50, 0xff, 0xfe]), { binary: false });
    expect((await guest.farewell()).code).toBe(1007);
  });

  test('of ten megabytes ends the connection with 1009, is counted, and troubles nobody', async () => {
    await using other = await webGuest(party);
    await using huge = await webGuest(party);
    huge.ws.send('x'.repeat(10 * 1024 * 1024));
    const ended = await huge.farewell();
    // The refusal may be overtaken by the reset of what is still under way.
    expect([1009, 1006]).toContain(ended.code);
    expect((await other.asks('PING')).final).toBe('OK PONG');
    const { tree } = await party.djJson('status');
    expect((tree as { pages: { foreign: number } }).pages.foreign).toBeGreaterThanOrEqual(1);
    expect(party.log().map(({ code }) => code)).toContain('WS_ERR_UNSUPPORTED_MESSAGE_LENGTH');
  });

  test('that looks like HTTP is a line like any other', async () => {
    await using guest = await webGuest(party);
    expect((await guest.asks('GET / HTTP/1.1')).final).toMatch(/^ERR 502 UNKNOWN "GET"/);
    expect((await guest.asks('PING')).final).toBe('OK PONG');
  });
});

describe('where a page comes from', () => {
  const own = (): string => `http://127.0.0.1:${party.webPort}`;

  test('a foreign page is refused in words, and opens no conversation', async () => {
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${party.port}`]) {
      const { status, body } = await WebGuest.refused(party.webPort, { origin });
      expect({ origin, status }).toEqual({ origin, status: 403 });
      expect(body).toContain(origin);
    }
  });

  test('our own page and programs are welcome', async () => {
    await using page = await WebGuest.connect(party.webPort, { origin: own() });
    await page.hears('OK KARAOKE/1');
    await using program = await WebGuest.connect(party.webPort);
    await program.hears('OK KARAOKE/1');
  });
});

test('an upgrade to anything else is not taken, and the page comes as it is asked for', async () => {
  const asked = request({ port: party.webPort, headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' } });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const body = (await answer.setEncoding('utf8').toArray()).join('');
  expect(answer.statusCode).toBe(200);
  expect(body).toContain('<html');
});

describe('what is heard unasked', () => {
  test('comes to phones as to sockets: the line, the DJ, a kick', async () => {
    await using stage = await webGuest(party);
    await using eve = await webNamed(party, 'Eve');
    await using tcp = await party.named('Tee');
    for (const guest of [stage, eve, tcp]) await guest.asks('WATCH all');
    await tcp.asks('REQUEST 3');
    await stage.hears(/^\* QUEUE \d/);
    await eve.hears(/^\* QUEUE \d/);
    expect((await party.dj('say', 'Last round!')).code).toBe(0);
    for (const guest of [stage, eve, tcp]) await guest.hears('* SAY Last round!');
    await party.dj('kick', 'Eve', 'go', 'home');
    await eve.hears('* BYE kicked go home');
    expect(await eve.farewell()).toEqual({ code: 1000, reason: 'kicked' });
    expect((await stage.asks('PING')).final).toBe('OK PONG');
    await party.dj('ban', 'Tee');
    await tcp.closed();
  });

  test('who is banned is shown the door on every page, and not let in again', async () => {
    await using mal = await webGuest(party);
    const code = await mal.joins('Mal');
    expect(code).toMatch(/^\w{6}$/);
    await party.dj('ban', 'Mal', 'enough');
    await mal.hears('* BYE kicked');
    await using again = await webGuest(party);
    expect((await again.asks(`HELLO Mal ${code}`)).final).toMatch(/^ERR 532 DENIED /);
  });
});

test('somebody who hangs up without a word has left', async () => {
  await using guest = await webNamed(party, 'Ghost');
  guest.ws.terminate();
  await once(guest.ws, 'close');
  await using other = await webGuest(party);
  for (;;) if (!(await other.asks('WHO')).rows.join().includes('Ghost')) break;
});
