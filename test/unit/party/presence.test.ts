import { describe, expect, test } from '@jest/globals';
import { presence } from '../../../src/party/presence.ts';

describe('a guest', () => {
  const facts = { connections: 0, leftAtMs: 1000, saidAway: false };
  test.each([
    ['present while connected', { ...facts, connections: 1, leftAtMs: 0 }, 9_999_999, 'present'],
    ['present within the grace of the last connection', facts, 301_000, 'present'],
    ['absent after it', facts, 301_001, 'absent'],
    ['present without a phone, added by the DJ', { ...facts, leftAtMs: null }, 9_999_999, 'present'],
    ['away when saying so, connected or not', { ...facts, connections: 2, saidAway: true }, 1000, 'away'],
  ] as const)('is %s', (_what, of, nowMs, expected) => {
    expect(presence(of, nowMs, 300_000)).toBe(expected);
  });
});
