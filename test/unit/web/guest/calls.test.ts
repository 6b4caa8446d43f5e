import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/web/pages/guest/evening/action.ts';
import { callOf, otherThan, sameName } from '../../../../src/web/pages/guest/evening/calls.ts';
import { ADA, after, answer, called, err, event, heard, mine, music, ok, party, place, read } from './evenings.ts';

const announced = { why: { rule: 'announced' } };
const NEXT = heard(event('NEXT', called(17)));
/** HELLO was said again, and its code did not hold any more. */
const stranger = heard({ link: 'open', hello: answer(err(531, 'NAME_TAKEN')) });
const TURN = heard(event('TURN', called(17)));

describe('who is up knows it', () => {
  test('as soon as NEXT is heard, and before the line is read', () => {
    expect(callOf(after([NEXT], ADA))).toMatchObject({ is: 'next', queueId: 17, title: 'Bohemian Rhapsody' });
  });

  test('after a reload, from the line alone', () => {
    expect(callOf(after([mine(place(17, 1, announced))], ADA))).toMatchObject({ is: 'next', queueId: 17 });
  });

  test('also when the DJ has pinned what was announced', () => {
    const pinned = place(17, 1, { why: { rule: 'pinned' } });
    expect(callOf(after([NEXT, mine(pinned)], ADA))).toMatchObject({ is: 'next' });
    expect(callOf(after([mine(pinned)], ADA))).toBeNull();
  });

  test('until it is LATER, with the reason', () => {
    const later = after([NEXT, heard(event('LATER', { ...called(17), why: 'displaced' }))], ADA);
    expect(callOf(later)).toBeNull();
    expect(later.notices).toMatchObject([{ about: 'later', why: 'displaced' }]);
    expect(after([NEXT], later).notices).toEqual([]);
  });

  test('or until the line says that it is not announced any more, which a lost connection may have missed', () => {
    expect(callOf(after([NEXT, mine(place(17, 2))], ADA))).toBeNull();
    expect(callOf(after([NEXT, mine()], ADA))).toBeNull();
  });
});

test('who says AWAY or takes the song out is not next any more, and is not told LATER', () => {
  const next = after([mine(place(17, 1)), NEXT], ADA);
  const did = (final: Parameters<typeof answer>[0]): Action => ({
    is: 'answered',
    doing: 'change',
    answer: answer(final),
  });
  expect(callOf(after([did(ok('CANCEL', { queue_id: 17, artist: 'Queen', title: 'X' }))], next))).toBeNull();
  const away = after([did(ok('AWAY', { away: true }))], next);
  expect(callOf(away)).toBeNull();
  const kept = place(17, 1, { why: { rule: 'away', who: 'Ada' } });
  expect(callOf(after([NEXT, mine(kept)], away))).toBeNull();
});

describe('whose turn it is knows it', () => {
  const between = music({ queue_id: 17, singer: 'Ada', state: 'between', position_ms: -12_000 });

  test('from TURN, before and after the music', () => {
    expect(callOf(after([NEXT, TURN], ADA))).toMatchObject({ is: 'turn', queueId: 17, music: 'comes' });
    const soon = after([NEXT, TURN, heard(event('NOW', between))], ADA);
    expect(callOf(soon)).toMatchObject({ is: 'turn', music: 'comes' });
    const on = after([heard(event('NOW', music({ queue_id: 17, singer: 'Ada', position_ms: 0 })))], soon);
    expect(callOf(on)).toMatchObject({ is: 'turn', music: 'plays' });
  });

  test('after a reload, from the music alone', () => {
    expect(callOf(after([read('NOW', answer(ok('NOW', between)))], ADA))).toMatchObject({ is: 'turn', queueId: 17 });
  });

  test('also the other of a duet, whose name was typed in small letters', () => {
    const duet = music({ queue_id: 17, singer: 'Bo', with: 'ada' });
    expect(callOf(after([heard(event('NOW', duet))], ADA))).toMatchObject({ is: 'turn', other: 'Bo' });
  });

  test('and it is over when something else is on', () => {
    expect(callOf(after([TURN, heard(event('NOW', music()))], ADA))).toBeNull();
    expect(callOf(after([TURN, heard(event('NOW', music({ state: 'silence', queue_id: null })))], ADA))).toBeNull();
  });

  test('the own turn goes before the own next song', () => {
    const both = after([TURN, heard(event('NOW', between)), heard(event('NEXT', called(20)))], ADA);
    expect(callOf(both)).toMatchObject({ is: 'turn', queueId: 17 });
  });

  test('nobody is called where no party is on, nor a stranger', () => {
    expect(callOf(after([TURN, read('PARTY', answer(party({ on: false })))], ADA))).toBeNull();
    expect(callOf(after([TURN, stranger], ADA))).toBeNull();
  });
});

test('names are the same as one would call them', () => {
  expect(sameName('Ada  K', 'ada k')).toBe(true);
  expect(sameName('Ada', 'Bo')).toBe(false);
  expect(sameName(null, null)).toBe(false);
  expect(otherThan(ADA.me, 'Bo', 'ADA')).toBe('Bo');
  expect(otherThan(ADA.me, 'Ada', 'Bo')).toBe('Bo');
  expect(otherThan(ADA.me, 'Ada', null)).toBeNull();
});
