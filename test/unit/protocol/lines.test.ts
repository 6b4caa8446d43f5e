import { describe, expect, test } from '@jest/globals';
import { createLineReader } from '../../../src/protocol/lines.ts';
import type { Line } from '../../../src/protocol/lines.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const line = (text: string): Line => ({ is: 'line', text });
/** Everything that a connection says, in one chunk, then its end. */
const all = (said: Uint8Array): Line[] => {
  const reader = createLineReader();
  return [...reader.push(said), ...reader.end()];
};
const inPieces = (said: Uint8Array, size: (at: number) => number): Line[] => {
  const reader = createLineReader();
  const lines: Line[] = [];
  for (let at = 0; at < said.length;) {
    const next = at + size(at);
    lines.push(...reader.push(said.subarray(at, next)));
    at = next;
  }
  return [...lines, ...reader.end()];
};
const kinds = (lines: readonly Line[]): string[] => lines.map((each) => ('code' in each ? String(each.code) : each.is));

describe('lines', () => {
  test('end in LF or in CR LF, and one CR belongs to the end', () => {
    expect(all(bytes('NOW\nQUEUE\r\n\r\n'))).toEqual([line('NOW'), line('QUEUE'), line('')]);
    expect(kinds(all(bytes('NOW\r\r\n')))).toEqual(['505']);
  });

  test('are given as they come, the rest is kept for the next chunk', () => {
    const reader = createLineReader();
    expect(reader.push(bytes('NO'))).toEqual([]);
    expect(reader.push(bytes('W\nQUE'))).toEqual([line('NOW')]);
    expect(reader.push(bytes('UE\n'))).toEqual([line('QUEUE')]);
  });

  test('come composed, whatever the keyboard sends', () => {
    expect(all(bytes('HELLO Jose\u0301\n'))).toEqual([line('HELLO José')]);
  });

  test('are never executed without their LF', () => {
    expect(all(bytes('CANCEL 1'))).toEqual([
      { is: 'refusal', code: 500, tag: null, text: 'the last line was not ended' },
    ]);
    expect(all(bytes('NOW\n#a7 CANCEL 1'))).toEqual([
      line('NOW'),
      { is: 'refusal', code: 500, tag: 'a7', text: 'the last line was not ended' },
    ]);
    expect(all(bytes('NOW\n \t\r'))).toEqual([line('NOW')]);
  });

  test('may be 1,024 bytes long, not one more', () => {
    const longest = `SEARCH ${'a'.repeat(1017)}`;
    expect(all(bytes(`${longest}\n`))).toEqual([line(longest)]);
    expect(all(bytes(`${longest}\r\n`))).toEqual([line(longest)]);
    expect(kinds(all(bytes(`${longest}a\nNOW\n`)))).toEqual(['504', 'line']);
    expect(kinds(all(bytes(`${longest}a\r\nNOW\n`)))).toEqual(['504', 'line']);
  });

  test('are refused at once when they grow too long, once, with their tag', () => {
    const reader = createLineReader();
    expect(reader.push(bytes(`#t1 SEARCH ${'a'.repeat(1013)}`))).toEqual([]);
    expect(reader.push(bytes('a'))).toMatchObject([{ is: 'refusal', code: 504, tag: 't1' }]);
    expect(reader.push(bytes('a'.repeat(3000)))).toEqual([]);
    expect(reader.push(bytes('\nNOW\n'))).toEqual([line('NOW')]);
    expect(reader.end()).toEqual([]);
  });

  test('end the conversation when 64 KiB hold no newline', () => {
    expect(kinds(all(bytes('a'.repeat(65_535) + '\nNOW\n')))).toEqual(['504', 'line']);
    expect(kinds(all(bytes('a'.repeat(65_536) + '\nNOW\n')))).toEqual(['504', 'endless']);
  });

  test.each([0, 1, 7, 8, 11, 27, 31, 127])('with the control byte %i are refused', (byte) => {
    expect(kinds(all(Uint8Array.of(65, byte, 66, 10, 78, 79, 87, 10)))).toEqual(['505', 'line']);
  });

  test('may have TABs', () => {
    expect(all(bytes('SEARCH\tqueen\n'))).toEqual([line('SEARCH\tqueen')]);
  });

  test.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['half a letter', [0xd0]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf5, 0x80, 0x80, 0x80]],
    ['a control character of two bytes', [0xc2, 0x9b]],
  ])('that are not UTF-8 text are refused: %s', (_what, wrong) => {
    expect(all(Uint8Array.of(...bytes('#x 1'), ...wrong, 10))).toMatchObject([{ code: 505, tag: 'x' }]);
  });

  test('do not end within a letter', () => {
    expect(inPieces(bytes('HELLO Ива\n'), () => 1)).toEqual([line('HELLO Ива')]);
  });

  test('of TLS are refused by their first two bytes, then nothing is heard', () => {
    for (const size of [1, 3, 512]) {
      const said = Uint8Array.of(0x16, 0x03, 0x01, 0x02, 0x00, 10, 78, 79, 87, 10);
      expect(kinds(inPieces(said, () => size))).toEqual(['500']);
      expect(inPieces(said, () => size)).toMatchObject([{ is: 'refusal-and-close' }]);
    }
    expect(kinds(all(Uint8Array.of(65, 0x16, 0x03, 10)))).toEqual(['505']);
  });

  test.each(['GET / HTTP/1.1', 'POST /party HTTP/1.0', 'CONNECT host:80 HTTP/1.1', 'PRI * HTTP/2.0'])(
    'of a browser are refused as the first line, and the connection is closed: %s',
    (request) => {
      expect(all(bytes(`${request}\r\nHost: here\r\n\r\n`))).toMatchObject([{ is: 'refusal-and-close', code: 500 }]);
      expect(kinds(all(bytes(`NOW\n${request}\nNOW\n`)))).toEqual(['line', 'line', 'line']);
    },
  );

  test('are read around what telnet negotiates', () => {
    const said = [255, 251, 31, 78, 255, 250, 31, 0, 10, 255, 255, 255, 240, 79, 255, 241, 87, 10];
    for (const size of [1, 2, 100]) expect(inPieces(Uint8Array.from(said), () => size)).toEqual([line('NOW')]);
  });

  test('with the byte 255 itself are no UTF-8', () => {
    expect(kinds(all(Uint8Array.of(65, 255, 255, 66, 10)))).toEqual(['505']);
  });

  test('are not swallowed for ever by a negotiation without an end', () => {
    const said = Uint8Array.of(255, 250, ...Array.from({ length: 600 }, () => 65), 10, ...bytes('NOW\n'));
    expect(all(said).at(-1)).toEqual(line('NOW'));
  });

  test('are the same a byte at a time, in any pieces and in one chunk', () => {
    const random = seeded(7);
    const alphabet = [...bytes('NOW #1 ='), 10, 10, 13, 13, 0, 9, 255, 255, 240, 250, 251, 0xd0, 0x98, 0x16, 0x03];
    for (let round = 0; round < 1_000; round++) {
      const said = Uint8Array.from({ length: random(80) }, () => alphabet[random(alphabet.length)] ?? 0);
      const whole = all(said);
      expect(inPieces(said, () => 1)).toEqual(whole);
      expect(inPieces(said, () => 1 + random(9))).toEqual(whole);
    }
    const long = bytes(
      `#l ${'é'.repeat(600)}\r\n${'x'.repeat(1024)}\r\n${'x'.repeat(1025)}\r\n${'y'.repeat(70_000)}\n`,
    );
    expect(inPieces(long, () => 1)).toEqual(all(long));
  });

  test('of one byte each are all read, however many a chunk holds', () => {
    expect(createLineReader().push(bytes('\n'.repeat(65_536)))).toEqual(Array.from({ length: 65_536 }, () => line('')));
  });
});

/** Whole numbers below `n`, the same in every run. */
function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
