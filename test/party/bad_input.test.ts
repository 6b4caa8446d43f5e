/** Everything that a wire can carry and a guest cannot mean: one refusal each, and nobody else notices. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestGuest } from './guest.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

/** What no terminal of another guest may ever get: controls, escape among them, and what turns the direction of writing. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const TURNING = ' \u202eedispu\u2066\u200f';

let party: Party;
/** Sits in the same session process as the others and must notice nothing. */
let bystander: TestGuest;
beforeAll(async () => {
  party = await startParty({
    songs: [...SONGS, [`Evil${TURNING}`, `Song${TURNING}`, 100]],
    settings: { SESSION_PROCESSES: 1 },
  });
  bystander = await party.named('Bystander');
});
afterAll(async () => {
  const heard = bystander.transcript.length;
  const { final } = await bystander.asks('PING');
  expect([final, bystander.transcript.length]).toEqual(['OK PONG', heard + 1]);
  await bystander[Symbol.asyncDispose]();
  await party[Symbol.asyncDispose]();
});

const bytes = (...parts: readonly (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

describe('the length of a line', () => {
  test.each([
    ['1,023 bytes', 1023, '\n', /^OK SEARCH 0 of 0/],
    ['1,024 bytes', 1024, '\n', /^OK SEARCH 0 of 0/],
    ['1,024 bytes and CR LF', 1024, '\r\n', /^OK SEARCH 0 of 0/],
    ['1,025 bytes', 1025, '\n', /^ERR 504 TOO_LONG \S/],
    ['1,025 bytes and CR LF', 1025, '\r\n', /^ERR 504 TOO_LONG \S/],
    ['60,000 bytes', 60_000, '\n', /^ERR 504 TOO_LONG \S/],
  ])('%s', async (_name, length, end, answer) => {
    await using ada = await party.guest();
    ada.sends(`${'SEARCH '.padEnd(length, 'x')}${end}#next PING\n`);
    expect((await ada.answer()).final).toMatch(answer);
    expect((await ada.answer()).final).toBe('OK #next PONG');
  });

  test('is counted in bytes, the tag included, and a refusal names the tag', async () => {
    await using ada = await party.guest();
    const line = (count: number): string => `#t SEARCH ${'ж'.repeat((count - 10) / 2)}\n`;
    ada.sends(line(1024) + line(1026));
    expect((await ada.answer()).final).toMatch(/^OK #t SEARCH /);
    expect((await ada.answer()).final).toMatch(/^ERR #t 504 TOO_LONG /);
  });

  test('is refused at once, before the line has ended', async () => {
    await using ada = await party.guest();
    ada.sends('x'.repeat(2000));
    expect((await ada.answer()).final).toMatch(/^ERR 504 TOO_LONG /);
    ada.sends('still the same line\nPING\n');
    expect((await ada.answer()).final).toBe('OK PONG');
  });

  test.each([
    ['64 KiB', 64 * 1024],
    ['10 MiB', 10 * 1024 * 1024],
  ])('%s without a newline: a refusal, a line, and the end', async (_name, length) => {
    await using ada = await party.guest();
    ada.sends(Buffer.alloc(length, 'x'));
    expect((await ada.answer()).final).toMatch(/^ERR 504 TOO_LONG /);
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE protocol \S/);
    await ada.closed();
    expect(ada.transcript).toHaveLength(3);
  });
});

describe('bytes that are no text', () => {
  test.each([
    ['NUL', bytes('PING', 0)],
    ['a bell', bytes('PING ', 7)],
    ['an escape sequence', bytes('SEARCH ', '\u001b[31m')],
    ['DEL', bytes('PING', 127)],
    ['a CR within the line', bytes('PI', 13, 'NG')],
    ['a C1 control character', bytes('SEARCH ', '\u009b31m')],
    ['a lone continuation byte', bytes('SEARCH ', 0x80)],
    ['an overlong slash', bytes('SEARCH ', 0xc0, 0xaf)],
    ['a surrogate', bytes('SEARCH ', 0xed, 0xa0, 0x80)],
    ['a character cut off', bytes('SEARCH ', 0xd0)],
    ['Latin-1', bytes('SEARCH caf', 0xe9)],
    ['the byte 255, said as telnet says it', bytes('SEARCH ', 255, 255)],
  ])('%s', async (_name, line) => {
    await using ada = await party.guest();
    ada.sends(Buffer.concat([bytes('#t '), line, bytes('\n#next PING\n')]));
    expect((await ada.answer()).final).toMatch(/^ERR #t 505 ENCODING \S/);
    expect((await ada.answer()).final).toBe('OK #next PONG');
  });
});

describe('telnet', () => {
  const [IAC, SB, SE, WILL, DO] = [255, 250, 240, 251, 253];

  test('negotiates before, between and within lines, and is not heard', async () => {
    await using ada = await party.guest();
    ada.sends(
      bytes(IAC, WILL, 31, IAC, DO, 1, 'PI', IAC, WILL, 3, 'NG\r\n', IAC, SB, 31, 0, 80, 0, 10, IAC, SE, '#b PING\r\n'),
    );
    expect((await ada.answer()).final).toBe('OK PONG');
    expect((await ada.answer()).final).toBe('OK #b PONG');
  });

  test('may be split anywhere', async () => {
    await using ada = await party.guest();
    const said = [...bytes(IAC, DO, 1, '#c PI', IAC, SB, 24, 10, IAC, IAC, IAC, SE, 'NG\n')];
    for (let at = 0; at < said.length; at++) {
      // The answer in between shows that what came before it was read, so that the rest comes as another piece.
      if (at === 3) {
        ada.sends('PING\n');
        expect((await ada.answer()).final).toBe('OK PONG');
      }
      await new Promise((resolve) => ada.socket.write(Buffer.of(said[at] ?? 0), resolve));
    }
    expect((await ada.answer()).final).toBe('OK #c PONG');
  });
});

describe('another protocol', () => {
  test.each([
    ['HTTP GET', 'GET / HTTP/1.1\r\nHost: karaoke\r\n\r\n'],
    ['HTTP POST, whose body is not obeyed', 'POST /line HTTP/1.1\r\nContent-Length: 8\r\n\r\nHELLO Http\r\n'],
    ['a TLS hello', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3, 10, 10, 13, 10])],
  ])('%s hears one line and the end', async (_name, said) => {
    await using stranger = await TestGuest.connect(party.port);
    stranger.sends(said);
    await stranger.closed();
    expect(stranger.transcript).toEqual([
      expect.stringMatching(/^OK KARAOKE\/1 /),
      expect.stringMatching(/^ERR 500 SYNTAX \S/),
    ]);
    expect((await bystander.asks('WHO')).rows).toEqual(['| Bystander']);
  });

  test('is only meant by a first line: later it is no command', async () => {
    await using ada = await party.guest();
    await ada.asks('PING');
    expect((await ada.asks('GET / HTTP/1.1')).final).toMatch(/^ERR 502 UNKNOWN /);
    expect((await ada.asks('PING')).final).toBe('OK PONG');
  });
});

test('a blank line is no line', async () => {
  await using ada = await party.guest();
  ada.sends('\n\r\n  \t \r\n\n#a PING\n\n\n');
  expect((await ada.answer()).final).toBe('OK #a PONG');
  expect((await ada.asks('#b PING')).final).toBe('OK #b PONG');
  expect(ada.transcript).toHaveLength(3);
});

test('a letter and its accent are the letter with the accent', async () => {
  await using ada = await party.guest();
  expect((await ada.asks('HELLO Rene\u0301e')).final).toContain('Welcome, Renée!');
  expect((await ada.asks('SEARCH щурците\u0306')).final).toMatch(/^OK SEARCH /);
});

test('nothing of one guest moves the cursor of another, in text or in JSON', async () => {
  await using ada = await party.guest();
  await using bo = await party.named('Bo');
  const sneaky = 'X\u202eevil\u2066\u200b\u200f \u2028Band';
  expect((await ada.asks('HELLO \u202eMallory')).final).toMatch(/^ERR 501 BAD_ARGUMENT /);
  await ada.joins('Mallory');
  expect((await ada.asks(`WISH ${sneaky} - Song\u2029\u202d`)).final).toMatch(/^OK WISHED .*Xevil {1,2}Band - Song/);
  for (const mode of ['text', 'json']) {
    await bo.asks(`MODE ${mode}`);
    await bo.asks('REQUEST Xevil Band - Song');
    for (const line of [
      'SEARCH evil',
      'QUEUE',
      'WHO',
      'WISHES',
      'HELLO Mallory',
      'SONGS',
      TURNING,
      'SEARCH \u202eevil',
    ])
      await bo.asks(line);
  }
  await bo.asks('MODE text');
  const found = await bo.asks('SEARCH evil');
  expect(found.rows).toHaveLength(1);
  await bo.asks(`REQUEST ${/^\| (\d+)/.exec(found.rows[0] ?? '')?.[1] ?? ''}`);
  expect((await ada.asks('QUEUE')).rows.join()).toContain('Evil');
  for (const { transcript } of [ada, bo]) expect(transcript.filter((line) => UNSAFE.test(line))).toEqual([]);
});
