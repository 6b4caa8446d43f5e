import { describe, expect, test } from '@jest/globals';
import { nextToCall, placeInLine } from '../../../src/party/order.ts';
import { missedRounds, roundOn } from '../../../src/party/rounds.ts';
import type { Reason } from '../../../src/party/model.ts';
import { idOf, line, rules, shown } from './lines.ts';

const [ADA, BO, CY] = ['Ada', 'Bo', 'Cy'].map(idOf);
const announced = (entryId: number, rule: Reason['rule'] = 'first') => ({ announced: { entryId, rule } });

describe('without any difference, the line', () => {
  test('is first come, first served, and goes round', () => {
    const of = line([
      ['Ada', 30],
      ['Ada', 29],
      ['Bo', 20],
      ['Ada', 15],
      ['Cy', 10],
      ['Bo', 5],
    ]);
    expect(shown(of)).toEqual(['Ada 11', 'Bo 13', 'Cy 15', 'Ada 12', 'Bo 16', 'Ada 14']);
    expect(placeInLine(of).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });
  test('of two who asked in the same millisecond has the older entry first', () => {
    expect(shown(line([['Bo', 5], ['Ada', 5]]))).toEqual(['Bo 11', 'Ada 12']); // prettier-ignore
  });
  test('refuses an entry of nobody', () => {
    expect(() => placeInLine({ ...line([['Ada', 1]]), guests: [] })).toThrow('entry 11 is of guest 1');
  });
  test('may be empty', () => {
    expect(placeInLine(line([]))).toEqual([]);
    expect(nextToCall(line([]))).toBeNull();
  });
});

describe('a pin of the DJ', () => {
  const three = (pin: number) => [['Ada', 30], ['Bo', 20], ['Cy', 10, { pin }]] as const; // prettier-ignore
  test('is its place, before every other rule, and it says so', () => {
    expect(shown(line(three(1)))).toEqual(['Cy 13', 'Ada 11', 'Bo 12']);
    expect(rules(line(three(2)))).toEqual(['first', 'pinned', 'longest-wait']);
  });
  test('moves up as the line does', () => {
    expect(shown(line(three(7), {}, { turnsPlayed: 5 }))).toEqual(['Ada 11', 'Cy 13', 'Bo 12']);
    expect(shown(line(three(2), {}, { turnsPlayed: 5 }))).toEqual(['Cy 13', 'Ada 11', 'Bo 12']);
  });
  test('beyond the end is the end', () => {
    expect(shown(line([['Ada', 30, { pin: 9 }], ['Bo', 20], ['Cy', 10]]))).toEqual(['Bo 12', 'Cy 13', 'Ada 11']); // prettier-ignore
    const two = line([['Ada', 30, { pin: 9 }], ['Bo', 20, { pin: 8 }], ['Cy', 10]]); // prettier-ignore
    expect(shown(two)).toEqual(['Cy 13', 'Bo 12', 'Ada 11']);
  });
  test('for a place that another has comes right after it, the older entry first', () => {
    const of = line([['Ada', 30], ['Bo', 20, { pin: 1 }], ['Cy', 10, { pin: 1 }], ['Di', 5, { pin: 3 }]]); // prettier-ignore
    expect(shown(of)).toEqual(['Bo 12', 'Cy 13', 'Di 14', 'Ada 11']);
  });
  test('goes before the announced entry; of the announced one itself it waits until the lock is undone', () => {
    expect(shown(line(three(1), {}, announced(11)))).toEqual(['Cy 13', 'Ada 11', 'Bo 12']);
    expect(rules(line(three(1), {}, announced(11)))).toEqual(['pinned', 'announced', 'longest-wait']);
    const late = line([['Ada', 30, { pin: 3 }], ['Bo', 20], ['Cy', 10]], {}, announced(11)); // prettier-ignore
    expect(shown(late)).toEqual(['Ada 11', 'Bo 12', 'Cy 13']);
    expect(rules(late)[0]).toBe('announced');
  });
  test('may let somebody sing twice in a row', () => {
    expect(shown(line(three(1), {}, { before: [CY ?? 0] }))[0]).toBe('Cy 13');
  });
  test('holds for somebody whose phone is gone: the DJ sees who is in the room', () => {
    expect(shown(line(three(1), { Cy: { presence: 'absent' } }))[0]).toBe('Cy 13');
  });
  test('does not call somebody who said AWAY', () => {
    const of = line(three(1), { Cy: { presence: 'away' } });
    expect(shown(of)).toEqual(['Ada 11', 'Bo 12', 'Cy 13']);
    expect(rules(of)[2]).toBe('away');
  });
  test('counts as a turn for what else that guest asked for', () => {
    const of = line([['Ada', 30], ['Ada', 25, { pin: 1 }], ['Bo', 20]]); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 12', 'Bo 13', 'Ada 11']);
  });
});

describe('the announced entry', () => {
  const three = [['Ada', 30], ['Bo', 20], ['Cy', 10]] as const; // prettier-ignore
  test('keeps its place, whoever comes', () => {
    const of = line(three, { Cy: { sung: 3, last: 5 } }, announced(13));
    expect(shown(of)).toEqual(['Cy 13', 'Ada 11', 'Bo 12']);
    expect(rules(of)[0]).toBe('announced');
  });
  test('is forgotten when it no longer waits', () => {
    expect(shown(line(three, {}, announced(99)))[0]).toBe('Ada 11');
  });
  test('is not waited for when its singer is gone and somebody is here', () => {
    expect(shown(line(three, { Cy: { presence: 'absent' } }, announced(13)))).toEqual(['Ada 11', 'Bo 12', 'Cy 13']);
    expect(shown(line(three, { Cy: { presence: 'away' } }, announced(13)))[0]).toBe('Ada 11');
  });
  test('keeps its place among guests who are all gone', () => {
    const gone = { presence: 'absent' } as const;
    expect(shown(line(three, { Ada: gone, Bo: gone, Cy: gone }, announced(13)))[0]).toBe('Cy 13');
  });
  test('of a duet is not waited for when the partner said AWAY', () => {
    const of = line([['Ada', 30], ['Bo', 20, { with: 'Cy' }]], { Cy: { presence: 'away' } }, announced(12)); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Bo 12']);
  });
  test('may be of who sings now, when it was announced before anybody else came', () => {
    expect(shown(line([['Bo', 20], ['Ada', 10]], {}, { ...announced(11), before: [BO ?? 0] }))[0]).toBe('Bo 11'); // prettier-ignore
  });
});

describe('nobody sings twice in a row while another could', () => {
  test('who is on the stage waits for somebody else, although with fewer turns', () => {
    const of = line([['Ada', 30], ['Bo', 20]], { Ada: { sung: 1, last: 1 }, Bo: { sung: 3, last: 5 } }, { before: [ADA ?? 0] }); // prettier-ignore
    expect(shown(of)).toEqual(['Bo 12', 'Ada 11']);
    expect(placeInLine(of).map(({ reason }) => reason)).toEqual([
      { rule: 'in-between', passed: 'Ada' },
      { rule: 'not-twice', between: 'Bo' },
    ]);
  });
  test('a newcomer who catches up has somebody in between', () => {
    const of = line([['Ada', 30], ['Ada', 29], ['Bo', 20]], { Bo: { sung: 2, last: 5 } }); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Bo 13', 'Ada 12']);
  });
  test('when only one is left, that one goes on', () => {
    expect(shown(line([['Ada', 30], ['Ada', 29]], {}, { before: [ADA ?? 0] }))).toEqual(['Ada 11', 'Ada 12']); // prettier-ignore
  });
  test('somebody who is gone is not waited for', () => {
    const of = line([['Ada', 30], ['Ada', 29], ['Bo', 20]], { Bo: { presence: 'absent' } }, { before: [ADA ?? 0] }); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Ada 12', 'Bo 13']);
  });
  test('a duet counts for both: neither sings right before or after it', () => {
    const of = line([['Ada', 30, { with: 'Bo' }], ['Bo', 20], ['Cy', 10]]); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Cy 13', 'Bo 12']);
    expect(placeInLine(of)[2]?.reason).toEqual({ rule: 'not-twice', between: 'Cy' });
    const stage = line([['Ada', 30, { with: 'Bo' }], ['Cy', 10]], {}, { before: [BO ?? 0] }); // prettier-ignore
    expect(shown(stage)).toEqual(['Cy 12', 'Ada 11']);
  });
  test('a partner nobody knows by name counts as well', () => {
    const of = line([['Ada', 30, { with: 'zed' }], ['Bo', 20, { with: 'zed' }], ['Cy', 10]]); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Cy 13', 'Bo 12']);
  });
  test('a guest’s own order stands, although a later song would not be one too many', () => {
    const of = line([['Ada', 30, { with: 'Bo' }], ['Ada', 29], ['Cy', 10]], {}, { before: [BO ?? 0] }); // prettier-ignore
    expect(shown(of)).toEqual(['Cy 13', 'Ada 11', 'Ada 12']);
  });
  test('a duet is no turn of the partner’s own until it is sung', () => {
    const of = line([['Ada', 30, { with: 'Bo' }], ['Cy', 25], ['Bo', 20], ['Di', 10]]); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Cy 12', 'Bo 13', 'Di 14']);
  });
});

describe('who waits for more than an hour', () => {
  const veteran = { sung: 5, last: 61 };
  test('goes first, and the reason says how long it was', () => {
    const of = line([['Ada', 30], ['Bo', 70]], { Bo: veteran }); // prettier-ignore
    expect(shown(of)).toEqual(['Bo 12', 'Ada 11']);
    expect(placeInLine(of)[0]?.reason).toEqual({ rule: 'overdue', waitedMin: 61 });
  });
  test('is measured from the later of the last turn and the first open request', () => {
    expect(shown(line([['Ada', 30], ['Bo', 60]], { Bo: veteran }))[0]).toBe('Ada 11'); // prettier-ignore
    expect(shown(line([['Ada', 30], ['Bo', 70]], { Bo: { sung: 5, last: 60 } }))[0]).toBe('Ada 11'); // prettier-ignore
  });
  const others = [['Ada', 30], ['Di', 20], ['Ada', 10], ['Di', 9]] as const; // prettier-ignore
  test('goes first with one song only', () => {
    const of = line([...others, ['Bo', 70], ['Bo', 69]], { Bo: veteran });
    expect(shown(of)).toEqual(['Bo 15', 'Ada 11', 'Di 12', 'Ada 13', 'Di 14', 'Bo 16']);
  });
  test('gets at most every third place', () => {
    const of = line([...others, ['Bo', 80], ['Cy', 70]], { Bo: veteran, Cy: veteran });
    expect(shown(of)).toEqual(['Bo 15', 'Ada 11', 'Di 12', 'Cy 16', 'Ada 13', 'Di 14']);
    expect(rules(of)).toEqual(['overdue', 'first', 'longest-wait', 'overdue', 'fewest-turns', 'fewest-turns']);
  });
  test('also counts the turns that were played already', () => {
    const at = (sinceOverdue: number) =>
      shown(line([...others, ['Bo', 80]], { Bo: veteran }, { sinceOverdue })).indexOf('Bo 15');
    expect([0, 1, 2, 3].map(at)).toEqual([2, 1, 0, 0]);
  });
  test('is not somebody who was away in between: the hour counts from BACK', () => {
    const requests = [
      ['Ada', 90],
      ['Bo', 30],
    ] as const;
    const of = line(requests, { Ada: { sung: 1, last: 95 } });
    expect(rules(of)[0]).toBe('overdue');
    const back = line(requests, { Ada: { sung: 1, last: 95, backAtMs: of.nowMs - 10 * 60_000 } });
    expect(shown(back)).toEqual(['Bo 12', 'Ada 11']);
  });
  test('was overdue, also for those after it, when it was announced for that', () => {
    const guests = { Bo: veteran, Cy: veteran };
    const of = line([...others, ['Bo', 80], ['Cy', 70]], guests, announced(15, 'overdue'));
    expect(rules(of).slice(0, 4)).toEqual(['announced', 'first', 'longest-wait', 'overdue']);
    const first = line([...others, ['Bo', 80], ['Cy', 70]], guests, announced(15, 'first'));
    expect(rules(first).slice(0, 2)).toEqual(['announced', 'overdue']);
  });
  test('does not go first twice in a row, nor when gone', () => {
    expect(shown(line([['Ada', 30], ['Bo', 80]], { Bo: veteran }, { before: [BO ?? 0] }))[0]).toBe('Ada 11'); // prettier-ignore
    expect(shown(line([['Ada', 30], ['Bo', 80]], { Bo: { ...veteran, presence: 'absent' } }))[0]).toBe('Ada 11'); // prettier-ignore
  });
  test('the longest wait first', () => {
    expect(shown(line([['Ada', 70], ['Bo', 80]], { Bo: { missed: 2 } }))[0]).toBe('Bo 12'); // prettier-ignore
  });
});

describe('of those who have had fewest turns', () => {
  test('the model sentence’s Bo and Cy have sung once, Ada twice', () => {
    const of = line([['Ada', 30], ['Bo', 20], ['Cy', 10]], { Ada: { sung: 2, last: 50 }, Bo: { sung: 1, last: 20 }, Cy: { sung: 1, last: 10 } }); // prettier-ignore
    expect(shown(of)).toEqual(['Bo 12', 'Cy 13', 'Ada 11']);
    expect(placeInLine(of)[2]?.reason).toEqual({
      rule: 'fewest-turns',
      turns: 2,
      placed: 0,
      missed: 0,
      others: { names: ['Bo', 'Cy'], more: 0, turns: 1 },
      counted: 'sung',
    });
  });
  test('what was missed before the first request counts, so that a newcomer catches up by one round at most', () => {
    const others = { Ada: { sung: 4, last: 20 }, Bo: { sung: 4, last: 10 } };
    const requests = [['Ada', 30], ['Bo', 20], ['Cy', 2], ['Cy', 1], ['Ada', 1]] as const; // prettier-ignore
    expect(shown(line(requests, { ...others, Cy: { missed: 3 } }))).toEqual([
      'Cy 13',
      'Ada 11',
      'Bo 12',
      'Cy 14',
      'Ada 15',
    ]);
    expect(missedRounds(0, 4)).toBe(3);
    expect(missedRounds(2, 4)).toBe(1);
    expect(missedRounds(0, 1)).toBe(0);
    expect(missedRounds(6, 4)).toBe(0);
    expect(missedRounds(0, 0)).toBe(0);
  });
  test('the round that is on is the lowest of those who wait; who was let in behind it does not pull it down', () => {
    const regular = { sung: 4, missed: 0, round: 0 };
    expect(roundOn([])).toBe(0);
    expect(roundOn([regular, { ...regular, sung: 3 }])).toBe(3);
    const newcomer = { sung: 0, missed: missedRounds(0, 4), round: 4 };
    expect(roundOn([regular, newcomer])).toBe(4);
    expect(roundOn([regular, { ...newcomer, sung: 1 }])).toBe(4);
    expect(
      roundOn([
        { ...regular, sung: 6 },
        { ...newcomer, sung: 2 },
      ]),
    ).toBe(5);
  });
  test('goes the one whose last turn, or first request, is the longest ago', () => {
    const of = line([['Ada', 5], ['Bo', 30], ['Cy', 1]], { Ada: { sung: 1, last: 40 }, Bo: { missed: 1 }, Cy: { sung: 1, last: 20 } }); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 11', 'Bo 12', 'Cy 13']);
  });
  test('a guest’s own songs keep the guest’s order, which SWAP changes by the rank', () => {
    const of = line([['Ada', 30, { rank: 13 }], ['Bo', 20], ['Ada', 10, { rank: 11 }]]); // prettier-ignore
    expect(shown(of)).toEqual(['Ada 13', 'Bo 12', 'Ada 11']);
  });
});
