import { expect, test } from '@jest/globals';
import {
  due,
  earlierOf,
  GRACE_MS,
  lookedAt,
  missedIn,
  nextAtMs,
  putBack,
  stirred,
  takenOut,
  withoutFolder,
} from '../../../../src/librarian/watch/attention.ts';
import type { Attention, Attentions, Left } from '../../../../src/librarian/watch/attention.ts';
import { QUIET_MS } from '../../../../src/librarian/library/compare.ts';
import type { FileRow } from '../../../../src/store/library.ts';

const none: Attentions = new Map();
const nothing: Left = { waiting: new Map(), gone: [] };
const only = (all: Attentions): Attention => {
  const [first] = all.values();
  if (!first || all.size > 1) throw new Error(`${all.size} directories are in mind`);
  return first;
};
const row = (fileId: number): FileRow => ({
  fileId,
  name: `${fileId}.mp3`,
  others: [`${fileId}.cdg`],
  size: 1,
  mtimeMs: 0,
  format: 'mp3+cdg',
  reason: null,
});
const fresh = (size: number): Left => ({ waiting: new Map([['a.zip', { size, mtimeMs: 7 }]]), gone: [] });

test('of many events one look comes, soon', () => {
  const once = stirred(none, 1, 'rock', 1_000);
  const often = stirred(stirred(once, 1, 'rock', 1_010), 1, 'rock', 1_040);
  expect(often).toBe(once);
  expect(due(once, 1_049)).toEqual([]);
  expect(due(once, 1_050)).toMatchObject([{ folderId: 1, dir: 'rock' }]);
});

test('a look that leaves nothing open is the last', () => {
  const all = stirred(none, 1, 'rock', 0);
  expect(lookedAt(none, only(all), nothing, 60)).toEqual({ all: none, forget: [] });
  expect(nextAtMs(none)).toBeNull();
});

test('a file that may still grow is looked at again when it has been quiet, and taken if it looks the same', () => {
  let all = stirred(none, 1, '', 0);
  all = lookedAt(none, only(all), fresh(10), 60).all;
  expect(nextAtMs(all)).toBe(60 + QUIET_MS);
  expect(earlierOf(only(all), 59 + QUIET_MS).size).toBe(0);
  expect(earlierOf(only(all), 60 + QUIET_MS).get('a.zip')).toEqual({ size: 10, mtimeMs: 7 });
  all = lookedAt(none, only(all), fresh(20), 500).all;
  expect(earlierOf(only(all), 60 + QUIET_MS).size).toBe(0);
  expect(nextAtMs(all)).toBe(500 + QUIET_MS);
});

test('an event does not put off what was due', () => {
  let all = stirred(none, 1, '', 0);
  all = lookedAt(none, only(all), fresh(10), 60).all;
  all = stirred(all, 1, '', 30 + QUIET_MS);
  expect(nextAtMs(all)).toBe(60 + QUIET_MS);
  expect(only(all).waiting.size).toBe(1);
});

test('a file that is gone is forgotten after its grace, or never when it comes back', () => {
  let all = stirred(none, 1, '', 0);
  all = lookedAt(none, only(all), { ...nothing, gone: [row(1), row(2)] }, 60).all;
  expect(missedIn(all, 1)).toBe(4);
  expect(missedIn(all, 2)).toBe(0);
  expect(nextAtMs(all)).toBe(60 + GRACE_MS);
  const after = lookedAt(none, only(all), { ...nothing, gone: [row(2)] }, 60 + GRACE_MS);
  expect(after.forget.map(({ fileId }) => fileId)).toEqual([2]);
  expect(after.all).toEqual(none);
});

test('what happens during a look is looked at afterwards, whatever the look leaves', () => {
  const before = stirred(none, 1, '', 0);
  const looked = due(before, 60);
  const meanwhile = stirred(takenOut(before, looked), 1, '', 70);
  for (const left of [nothing, fresh(10)]) {
    const after = lookedAt(meanwhile, only(before), left, 80).all;
    expect(nextAtMs(after)).toBe(120);
    expect(only(after).waiting.size).toBe(left.waiting.size);
  }
});

test('a look that comes to nothing is made again soon, and knows what was missed before', () => {
  let all = stirred(none, 1, '', 0);
  all = lookedAt(none, only(all), { ...nothing, gone: [row(1)] }, 60).all;
  all = putBack(takenOut(all, due(all, 60 + GRACE_MS)), due(all, 60 + GRACE_MS), 60 + GRACE_MS);
  expect(nextAtMs(all)).toBe(110 + GRACE_MS);
  expect(lookedAt(none, only(all), { ...nothing, gone: [row(1)] }, 110 + GRACE_MS).forget).toHaveLength(1);
});

test('a folder that was removed is out of mind', () => {
  const all = stirred(stirred(none, 1, 'rock', 0), 2, 'rock', 0);
  expect([...withoutFolder(all, 1).values()]).toMatchObject([{ folderId: 2 }]);
});
