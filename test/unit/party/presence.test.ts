import { describe, expect, test } from '@jest/globals';
import { nextToCall, placeInLine } from '../../../src/party/order.ts';
import { presence } from '../../../src/party/presence.ts';
import { line, rules, shown } from './lines.ts';

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

describe('the presence of guests in the line', () => {
  const requests = [['Ada', 30], ['Bo', 20], ['Cy', 10]] as const; // prettier-ignore
  test('passes the absent over while somebody is here, and says how many go first', () => {
    const of = line(requests, { Ada: { presence: 'absent' } });
    expect(shown(of)).toEqual(['Bo 12', 'Cy 13', 'Ada 11']);
    expect(placeInLine(of)[2]?.reason).toEqual({ rule: 'after-present', presentWaiting: 2 });
  });
  test('makes no difference when all are absent', () => {
    const gone = { presence: 'absent' } as const;
    const of = line(requests, { Ada: gone, Bo: gone, Cy: gone });
    expect(shown(of)).toEqual(shown(line(requests)));
    expect(rules(of)).toEqual(['first', 'longest-wait', 'longest-wait']);
  });
  test('shows those who are away last, in their own order, and never calls them', () => {
    const away = { presence: 'away' } as const;
    const of = line([['Ada', 30, { rank: 13 }], ['Bo', 20], ['Ada', 10, { rank: 11 }]], { Ada: away, Bo: { presence: 'absent' } }); // prettier-ignore
    expect(shown(of)).toEqual(['Bo 12', 'Ada 13', 'Ada 11']);
    expect(nextToCall(line(requests, { Ada: away, Bo: away, Cy: away }))).toBeNull();
  });
  test('a duet whose partner is away is not called, and says who is; the guest’s other song is', () => {
    const of = line([['Ada', 30, { with: 'Cy' }], ['Ada', 5], ['Bo', 20]], { Cy: { presence: 'away' } }); // prettier-ignore
    // Asked for longest ago, although only the second song can be sung.
    expect(shown(of)).toEqual(['Ada 12', 'Bo 13', 'Ada 11']);
    expect(placeInLine(of)[2]?.reason).toEqual({ rule: 'away', who: 'Cy' });
  });
  test('a duet whose partner lost the connection is called: the owner is here to see', () => {
    const of = line([['Ada', 30, { with: 'Cy' }], ['Bo', 20]], { Cy: { presence: 'absent' } }); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Bo 12']);
  });
});
