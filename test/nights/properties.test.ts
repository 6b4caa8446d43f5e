/** Each property of a night, on a night made by hand that breaks it: what cannot fail proves nothing. */
import { describe, expect, test } from '@jest/globals';
import { newChronicle } from './replay/chronicle.ts';
import type { Chronicle, Heard, PlayRow, Taking, Visit, Waiter } from './replay/chronicle.ts';
import { announcedStays } from './replay/properties/announced_stays.ts';
import { byes } from './replay/properties/byes.ts';
import { calls } from './replay/properties/calls.ts';
import { catchingUp } from './replay/properties/catching_up.ts';
import { evenTurns } from './replay/properties/even_turns.ts';
import { fewestFirst } from './replay/properties/fewest_first.ts';
import { firstSong } from './replay/properties/first_song.ts';
import { honestyOf } from './replay/properties/honest_waits.ts';
import { longestFirst } from './replay/properties/longest_first.ts';
import { notTwice } from './replay/properties/not_twice.ts';
import { nothingLost } from './replay/properties/nothing_lost.ts';
import { overdueOnce } from './replay/properties/overdue_once.ts';
import { pins } from './replay/properties/pins.ts';
import { randomSongs } from './replay/properties/random_songs.ts';
import { whoIsHere } from './replay/properties/who_is_here.ts';
import { wishesTold } from './replay/properties/wishes_told.ts';
import type { Understood } from './replay/understanding.ts';

const MINUTE = 60_000;

const waiter = (entryId: number, who: string, more: Partial<Waiter> = {}): Waiter => ({
  entryId,
  who,
  partner: null,
  askedAtMs: 0,
  presence: 'present',
  partnerPresence: 'present',
  pinned: false,
  pinPlace: null,
  sung: 0,
  missed: 0,
  ...more,
});

/** A turn, five minutes after the one before it. `taken` null: a random song. */
const turn = (
  at: number,
  taken: Waiter | null,
  waiting: readonly Waiter[] = [],
  more: Partial<Taking> = {},
): Taking => ({
  atMs: at * 5 * MINUTE,
  playId: at,
  partyId: 1,
  entryId: taken?.entryId ?? null,
  who: taken?.who ?? null,
  partner: taken?.partner ?? null,
  rule: taken === null ? null : 'first',
  artist: 'Artist',
  title: `Song ${at}`,
  waiting,
  taken,
  ...more,
});

function night(takings: readonly Taking[], more: Partial<Chronicle> = {}): Chronicle {
  const plays = takings.map(({ playId, partyId, entryId, who, partner, artist, title, atMs }): PlayRow => ({
    ...{ playId, partyId, entryId, who, partner, artist, title },
    ...{ takenAtMs: atMs, endedAtMs: atMs + 4 * MINUTE, how: 'sung' },
  }));
  return { ...newChronicle(), takings: [...takings], plays, ...more };
}

const heard = (atMs: number, who: string, what: Understood, connection = 1): Heard => ({
  ...what,
  atMs,
  who,
  connection,
});
const visit = (who: string, more: Partial<Visit> = {}): Visit => ({
  ...{ connection: 1, who, fromMs: 0, untilMs: null, end: null, byes: 0 },
  ...more,
});

const [ada, bo] = [waiter(1, 'Ada'), waiter(2, 'Bo')];
const adaAgain = waiter(3, 'Ada', { sung: 1 });

describe('nobody sings twice in a row', () => {
  test('while somebody else waits', () => {
    expect(notTwice(night([turn(1, ada), turn(2, adaAgain, [bo])]))).toEqual([expect.stringContaining('Bo waited')]);
  });
  test.each([
    ['alone', turn(2, adaAgain, [])],
    ['by the word of the DJ', turn(2, adaAgain, [bo], { rule: 'pinned' })],
    ['while the other is not here', turn(2, adaAgain, [waiter(2, 'Bo', { presence: 'absent' })])],
  ])('but %s', (_why, second) => {
    expect(notTwice(night([turn(1, ada), second]))).toEqual([]);
  });
  test('but announced before the other came', () => {
    const announcements = [{ atMs: 6 * MINUTE, entryId: 3, rule: 'first' as const, waiting: [adaAgain] }];
    expect(notTwice(night([turn(1, ada), turn(2, adaAgain, [bo])], { announcements }))).toEqual([]);
  });
  test('also in a duet', () => {
    const duet = waiter(4, 'Cy', { partner: 'Ada' });
    expect(notTwice(night([turn(1, ada), turn(2, duet, [bo])]))).toHaveLength(1);
  });
});

test('nobody who has had more turns goes before somebody who waits, the missed rounds counted', () => {
  expect(fewestFirst(night([turn(1, waiter(3, 'Cy', { sung: 1 }), [bo])]))).toHaveLength(1);
  expect(fewestFirst(night([turn(1, waiter(3, 'Cy', { sung: 1 }), [waiter(2, 'Bo', { missed: 1 })])]))).toEqual([]);
  expect(fewestFirst(night([turn(1, waiter(3, 'Cy', { sung: 1 }), [bo], { rule: 'overdue' })]))).toEqual([]);
});

test('of those who have had as many turns who waits longest goes first', () => {
  const late = waiter(1, 'Ada', { askedAtMs: 2 * MINUTE });
  expect(longestFirst(night([turn(1, late, [bo])]))).toEqual([expect.stringContaining('Bo, who has had as many')]);
  expect(longestFirst(night([turn(1, late, [waiter(2, 'Bo', { askedAtMs: 3 * MINUTE })])]))).toEqual([]);
  // Both have sung once, Bo first; then Bo waits longer, whenever it was asked for.
  const both = [turn(1, bo), turn(2, late)];
  const again = [waiter(3, 'Ada', { sung: 1, askedAtMs: 0 }), waiter(4, 'Bo', { sung: 1, askedAtMs: 11 * MINUTE })];
  expect(longestFirst(night([...both, turn(3, again[0] ?? ada, again.slice(1))]))).toHaveLength(1);
  expect(longestFirst(night([...both, turn(3, again[1] ?? bo, again.slice(0, 1))]))).toEqual([]);
});

test('who is overdue has waited for an hour, and is one of three', () => {
  const overdue = (...at: readonly number[]): readonly string[] =>
    overdueOnce(night(at.map((when) => turn(when, waiter(when, 'Ada'), [], { rule: 'overdue' }))));
  expect(overdue(13)).toEqual([]);
  expect(overdue(11)).toEqual([expect.stringContaining('less than an hour')]);
  expect(overdue(13, 14)).toEqual([expect.stringContaining('so was one of the two')]);
});

test('of two who wait all along nobody sings twice more', () => {
  const turns = [1, 2, 3].map((at) => turn(at, waiter(at, 'Ada', { sung: at - 1 }), [waiter(9, 'Bo')]));
  expect(evenTurns(night(turns.slice(0, 1)))).toEqual([]);
  expect(evenTurns(night(turns))).not.toEqual([]);
});

test('who comes late is one round behind at most', () => {
  const others = [waiter(2, 'Bo', { sung: 3 })];
  const comes = (missed: number): Chronicle =>
    night([turn(1, waiter(1, 'Ada', { sung: 3 }), others), turn(2, others[0] ?? bo, [waiter(5, 'Late', { missed })])]);
  expect(catchingUp(comes(2))).toEqual([]);
  expect(catchingUp(comes(1))).toEqual([expect.stringContaining('Late is new with 1 turns')]);
});

test('who was announced is not displaced by somebody who comes', () => {
  const announce = (entryId: number, waiting: readonly Waiter[]): Chronicle['announcements'][number] => ({
    ...{ atMs: entryId * MINUTE, entryId, rule: 'first', waiting },
  });
  const displaced = (...waiting: readonly Waiter[]): readonly string[] =>
    announcedStays(night([], { announcements: [announce(1, [ada]), announce(2, waiting)] }));
  expect(displaced(ada, bo)).toEqual([expect.stringContaining('Ada was announced')]);
  expect(displaced(ada, waiter(2, 'Bo', { pinned: true }))).toEqual([]);
  expect(displaced(waiter(1, 'Ada', { presence: 'absent' }), bo)).toEqual([]);
  expect(displaced(bo)).toEqual([]);
});

test('whom the DJ pins to the next place is announced', () => {
  const announced = (entryId: number, pinPlace: number): readonly string[] => {
    const waiting = [ada, waiter(2, 'Bo', { pinned: true, pinPlace })];
    return pins(night([], { announcements: [{ atMs: 0, entryId, rule: 'first', waiting }] }));
  };
  expect(announced(2, 1)).toEqual([]);
  expect(announced(1, 2)).toEqual([]);
  expect(announced(1, 1)).toEqual([expect.stringContaining('the DJ wants Bo there')]);
});

test('nobody waits for a first song while others sing a second and a third', () => {
  const again = [1, 2].map((at) => turn(at, waiter(at + 10, at === 1 ? 'Ada' : 'Cy', { sung: 1 }), [bo]));
  expect(firstSong(night(again.slice(0, 1)))).toEqual([]);
  expect(firstSong(night(again))).toEqual([expect.stringContaining('Bo waits for a first song')]);
});

describe('nothing is lost', () => {
  const row = { entryId: 1, partyId: 1, who: 'Ada', artist: 'Artist', title: 'Song 1', askedAtMs: 0 };
  const ends = [{ atMs: 60 * MINUTE, partyId: 1 }];
  test.each([
    ['accepted and not there', night([], { heard: [heard(0, 'Ada', { is: 'queued', entryId: 7 })] })],
    ['waiting after the end', night([], { ends, entries: [{ ...row, state: 'waiting' }] })],
    [
      'another song than was asked for',
      night([turn(1, ada, [], { title: 'Other' })], { ends, entries: [{ ...row, state: 'sung' }] }),
    ],
    [
      'sung twice',
      night([turn(1, ada), turn(2, ada, [], { title: 'Song 1' })], { ends, entries: [{ ...row, state: 'sung' }] }),
    ],
    ['sung, and cancelled', night([turn(1, ada)], { ends, entries: [{ ...row, state: 'cancelled' }] })],
    ['sung, says the row, and never was', night([], { ends, entries: [{ ...row, state: 'sung' }] })],
  ])('%s', (_what, broken) => {
    expect(nothingLost(broken)).toHaveLength(1);
  });
  test('sung once', () => {
    expect(nothingLost(night([turn(1, ada)], { ends, entries: [{ ...row, state: 'sung' }] }))).toEqual([]);
  });
});

test('a random song comes when nobody waits, and once', () => {
  expect(randomSongs(night([turn(1, null), turn(2, null)]))).toEqual([]);
  expect(randomSongs(night([turn(1, null, [bo])]))).toHaveLength(1);
  expect(randomSongs(night([turn(1, null), turn(2, null, [], { title: 'Song 1' })]))).toHaveLength(1);
});

test('who said AWAY does not sing, nor who is not here before somebody who is', () => {
  expect(whoIsHere(night([turn(1, waiter(1, 'Ada', { presence: 'away' }))]))).toHaveLength(1);
  expect(whoIsHere(night([turn(1, waiter(1, 'Ada', { partner: 'Cy', partnerPresence: 'away' }))]))).toHaveLength(1);
  expect(whoIsHere(night([turn(1, waiter(1, 'Ada', { presence: 'absent' }), [bo])]))).toHaveLength(1);
  expect(whoIsHere(night([turn(1, waiter(1, 'Ada', { presence: 'absent' }))]))).toEqual([]);
});

describe('who is told to be next', () => {
  const next = heard(2 * MINUTE, 'Ada', { is: 'NEXT', entryId: 1 });
  const entries = [
    { entryId: 1, partyId: 1, who: 'Ada', artist: 'Artist', title: 'Song 1', askedAtMs: 0, state: 'sung' },
  ];
  const visits = [visit('Ada')];
  test('is called', () => {
    const turnHeard = heard(5 * MINUTE, 'Ada', { is: 'TURN', entryId: 1 });
    expect(calls(night([turn(1, ada)], { heard: [next, turnHeard], visits, entries }))).toEqual([]);
  });
  test('or breaks a promise', () => {
    expect(calls(night([turn(1, bo)], { heard: [next], visits, entries }))).toEqual([
      expect.stringContaining('Bo came'),
    ]);
  });
  test('or is told why not', () => {
    const later = heard(3 * MINUTE, 'Ada', { is: 'LATER', entryId: 1 });
    expect(calls(night([turn(1, bo)], { heard: [next, later], visits, entries }))).toEqual([]);
  });
  test('hears it when the time has come', () => {
    expect(calls(night([turn(1, ada)], { visits, entries }))).toEqual([expect.stringContaining('hears TURN 0 times')]);
  });
  test('hears it once', () => {
    const again = heard(3 * MINUTE, 'Ada', { is: 'NEXT', entryId: 1 });
    expect(calls(night([turn(1, ada)], { heard: [next, again], entries }))).toEqual([
      expect.stringContaining('told twice'),
    ]);
  });
});

test('at the end of a party everybody who is there hears one BYE', () => {
  const ends = [{ atMs: 60 * MINUTE, partyId: 1 }];
  const over = { untilMs: 60 * MINUTE, end: 'bye' } as const;
  expect(byes(night([], { ends, visits: [visit('Ada', { ...over, byes: 1 })] }))).toEqual([]);
  expect(byes(night([], { ends, visits: [visit('Ada')] }))).toHaveLength(1);
  expect(byes(night([], { ends, visits: [visit('Ada', { ...over, byes: 2 })] }))).toHaveLength(1);
  expect(byes(night([], { ends, visits: [visit('Ada', { untilMs: MINUTE, end: 'left' })] }))).toEqual([]);
});

test('what became of a wish is heard once by everybody who asked and is there', () => {
  const resolutions = [{ atMs: MINUTE, wishId: 5, state: 'found', askers: ['Ada'] }];
  const news = heard(MINUTE, 'Ada', { is: 'wish news', wishId: 5, state: 'found', by: 'event' });
  const visits = [visit('Ada')];
  expect(wishesTold(night([], { resolutions, visits, heard: [news] }))).toEqual([]);
  expect(wishesTold(night([], { resolutions, visits }))).toHaveLength(1);
  expect(wishesTold(night([], { resolutions, visits, heard: [news, news] }))).toHaveLength(1);
});

test('a wait is honest when the turn begins within what was told', () => {
  const told = heard(0, 'Ada', { is: 'wait', entryId: 1, fromMin: 4, toMin: 6 });
  const early = heard(0, 'Ada', { is: 'wait', entryId: 1, fromMin: 6, toMin: 9 });
  const late = heard(0, 'Ada', { is: 'wait', entryId: 1, fromMin: 1, toMin: 2 });
  expect(honestyOf(night([turn(1, ada)], { heard: [told, early, late] }))).toEqual({
    ...{ tellings: 3, within: 1, sooner: 1, later: 1 },
  });
});
