/** Many lines at once, or a line in many pieces: every line gets its one answer, in order, and nothing else happens. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, settings: { QUEUE_PER_GUEST: 500 } });
});
afterAll(() => party[Symbol.asyncDispose]());

const numbered = (count: number, line: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => `#${at} ${line(at)}`);

test('a thousand commands in one write get a thousand answers, in order', async () => {
  await using ada = await party.named('Ada');
  const kinds = ['PING', 'QUEUE', 'SEARCH size=2 queen', 'NOW', 'nonsense', 'HELP', 'MINE', 'CANCEL 999999'];
  ada.says(...numbered(1000, (at) => kinds[at % kinds.length] ?? ''));
  const words = ['OK', 'OK', 'OK', 'OK', 'ERR', 'OK', 'OK', 'ERR'];
  for (let at = 0; at < 1000; at++) {
    const { final } = await ada.answer();
    expect(final.split(' ').slice(0, 2)).toEqual([words[at % words.length], `#${at}`]);
  }
  expect((await ada.asks('PING')).final).toBe('OK PONG');
});

test('what is written and read alternately keeps its order as well', async () => {
  await using bo = await party.named('Bo');
  const asked = numbered(60, (at) => (at % 2 === 0 ? 'REQUEST Toto - Africa' : 'CANCEL 999999'));
  bo.says(...asked, 'MINE');
  const first = await bo.answer();
  expect(first.final).toMatch(/^OK #0 QUEUED /);
  for (let at = 1; at < 60; at++)
    expect((await bo.answer()).final).toMatch(new RegExp(`^ERR #${at} ${at % 2 === 0 ? '553' : '550'} `));
  expect((await bo.answer()).final).toBe('OK MINE 1');
});

test('who has said everything and closes the sending side still hears every answer', async () => {
  await using cy = await party.guest();
  cy.socket.end(`${numbered(500, () => 'HELP').join('\n')}\n`);
  await cy.closed();
  expect(cy.ended).toBe('end');
  const finals = cy.transcript.filter((line) => line.startsWith('OK #'));
  expect(finals).toEqual(Array.from({ length: 500 }, (_, at) => `OK #${at} HELP`));
  expect(cy.transcript.at(-1)).toBe('OK #499 HELP');
});

test('a byte at a time is as good', async () => {
  await using dee = await party.guest();
  for (const byte of Buffer.from('#x SEARCH Щурците\r\n#y PING\r\n')) {
    if (!dee.socket.write(Buffer.of(byte))) await once(dee.socket, 'drain');
  }
  expect((await dee.answer()).final).toBe('OK #x SEARCH 1 of 1 page=1');
  expect((await dee.answer()).final).toBe('OK #y PONG');
});

describe('a last line that was not ended', () => {
  test('is refused and never executed: it may be the head of another', async () => {
    await using eve = await party.guest();
    const code = await eve.joins('Eve');
    const { final } = await eve.asks('REQUEST ABBA - Dancing Queen');
    const id = /^OK QUEUED (\d+)/.exec(final)?.[1] ?? '';
    eve.socket.end(`PING\n#c CANCEL ${id}`);
    await eve.hears('OK PONG');
    expect(await eve.hears('ERR')).toBe('ERR #c 500 SYNTAX the last line was not ended');
    await eve.closed();
    await using back = await party.named('Eve', code);
    expect((await back.asks('MINE')).final).toBe('OK MINE 1');
  });

  test('is nothing when it is blank', async () => {
    await using flo = await party.guest();
    flo.socket.end('PING\n \t\r');
    await flo.closed();
    expect(flo.transcript.slice(1)).toEqual(['OK PONG']);
  });
});

test('nothing after LEAVE is read', async () => {
  await using gus = await party.guest();
  const code = await gus.joins('Gus');
  const { final } = await gus.asks('REQUEST Queen - Bohemian Rhapsody');
  const id = /^OK QUEUED (\d+)/.exec(final)?.[1] ?? '';
  gus.says('#l LEAVE', `CANCEL ${id}`, 'PING');
  await gus.closed();
  expect(gus.transcript.at(-1)).toBe('OK #l BYE See you, Gus');
  await using back = await party.named('Gus', code);
  expect((await back.asks('MINE')).final).toBe('OK MINE 1');
});

test('a tag comes back with the answer, whatever it is; what is no tag is refused', async () => {
  await using hal = await party.guest();
  expect((await hal.asks('#a-B_9 PING')).final).toBe('OK #a-B_9 PONG');
  expect((await hal.asks(` \t#0123456789abcdef   ping`)).final).toBe('OK #0123456789abcdef PONG');
  expect((await hal.asks('#t MINE')).final).toBe('ERR #t 530 WHO say HELLO <your name> first');
  expect((await hal.asks('#t nonsense')).final).toMatch(/^ERR #t 502 UNKNOWN /);
  expect((await hal.asks('#t')).final).toMatch(/^ERR #t 500 SYNTAX /);
  for (const tag of ['#', '#a.b', '#0123456789abcdefg', '# PING'])
    expect((await hal.asks(`${tag} PING`)).final).toMatch(/^ERR 500 SYNTAX /);
});

test('lines end in LF or CRLF, blanks and tabs do not count, and the server says LF', async () => {
  await using ira = await party.guest();
  ira.sends('PING\r\n\tping \r\n  #a \t PING\t\n');
  for (const final of ['OK PONG', 'OK PONG', 'OK #a PONG']) expect((await ira.answer()).final).toBe(final);
  expect(ira.transcript.join('')).not.toContain('\r');
});

test('an event comes between answers and never inside one', async () => {
  await using watcher = await party.guest();
  await watcher.asks('WATCH all');
  await using jo = await party.named('Jo');
  watcher.says(...numbered(2000, () => 'HELP'));
  for (let round = 0; round < 20; round++) {
    const { final } = await jo.asks('REQUEST a-ha - Take On Me');
    await jo.asks(`CANCEL ${/^OK QUEUED (\d+)/.exec(final)?.[1] ?? ''}`);
  }
  await party.order('say', 'enough');
  await watcher.hears('* SAY enough');
  // At most one a second, so it may still be on its way.
  if (watcher.count(/^\* QUEUE \d+$/) === 0) await watcher.hears('* QUEUE');
  await watcher.asks('PING');
  const { transcript } = watcher;
  const torn = transcript.filter((line, at) => line.startsWith('* ') && transcript[at - 1]?.startsWith('| '));
  expect(watcher.count(/^\* QUEUE \d+$/)).toBeGreaterThan(0);
  expect(torn).toEqual([]);
});
