import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { hashCode, newCode, normaliseCode, sameHash } from '../../../src/party/code.ts';

describe('a code', () => {
  test('has six characters that nobody confuses, one of them a digit', () => {
    for (let at = 0; at < 2000; at += 1) expect(newCode(randomBytes)).toMatch(/^(?=.*[2-9])[0-9A-HJKMNP-TV-Z]{6}$/);
  });
  test('is thrown again until it has a digit that is typed as one', () => {
    const throws = [
      Uint8Array.of(20, 20, 20, 20, 20, 20),
      Uint8Array.of(0, 1, 20, 20, 20, 20),
      Uint8Array.of(7, 19, 36, 20, 2, 1),
    ];
    expect(newCode(() => throws.shift() ?? new Uint8Array())).toBe('7K4M21');
  });
  test('is known in any spelling', () => {
    for (const typed of ['7K0M1Z', '7k0m1z', '7KOM1Z', '7komIz', '7komlz']) expect(normaliseCode(typed)).toBe('7K0M1Z');
  });
  test('however it is typed, it is known', () => {
    for (let at = 0; at < 500; at += 1) {
      const code = newCode(randomBytes);
      expect(normaliseCode(code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
    }
  });
  test.each(['Martin', 'Monika', 'Oliver', 'ABCDEF', '7KQ4M', '7KQ4M2X', '7KU4M2', '7KQ-M2', '7КQ4M2', '', ' 7KQ4M'])(
    '%j has not the form of one',
    (word) => {
      expect(normaliseCode(word)).toBeNull();
    },
  );
});

describe('what is kept of a code', () => {
  const secret = Buffer.from('a secret');
  test('is the same for the same guest and code only', () => {
    const kept = hashCode(secret, '12', '7KQ4M2');
    expect(kept.length).toBe(32);
    expect(sameHash(kept, hashCode(secret, '12', '7KQ4M2'))).toBe(true);
    for (const other of [
      hashCode(secret, '13', '7KQ4M2'),
      hashCode(secret, '12', '7KQ4M3'),
      hashCode(Buffer.from('another'), '12', '7KQ4M2'),
      Buffer.alloc(0),
    ])
      expect(sameHash(kept, other)).toBe(false);
  });
});
