import { describe, expect, test } from '@jest/globals';
import { compare } from '../../../../src/librarian/library/compare.ts';
import type { Candidate, Comparison } from '../../../../src/librarian/library/compare.ts';
import { sizeAfter } from '../../../../src/librarian/library/batch_size.ts';
import { mustAsk } from '../../../../src/librarian/library/vanished.ts';
import type { FileRow } from '../../../../src/store/library.ts';

const NOW = 1_000_000;
const OLD = NOW - 60_000;

const zip = (name: string, size = 10, mtimeMs = OLD): Candidate => ({
  is: 'unit',
  unit: { format: 'zip', main: name, parts: [name] },
  sizes: [size],
  onDisk: { name, others: [], size, mtimeMs },
});
const pair = (stem: string): Candidate => ({
  is: 'unit',
  unit: { format: 'mp3+cdg', main: `${stem}.mp3`, parts: [`${stem}.mp3`, `${stem}.cdg`] },
  sizes: [5, 5],
  onDisk: { name: `${stem}.mp3`, others: [`${stem}.cdg`], size: 10, mtimeMs: OLD },
});
const row = (name: string, more: Partial<FileRow> = {}): FileRow => ({
  fileId: 1,
  name,
  others: [],
  size: 10,
  mtimeMs: OLD,
  format: 'zip',
  reason: null,
  ...more,
});
const comparing = (candidates: readonly Candidate[], rows: readonly FileRow[], more: Partial<Comparison> = {}) => {
  const { look, gone, waiting } = compare({
    candidates,
    rows,
    naming: 'same',
    nowMs: NOW,
    earlier: null,
    ...more,
  });
  return {
    look: look.map(({ candidate }) => candidate.onDisk.name),
    gone: gone.map(({ name }) => name),
    waiting: [...waiting.keys()],
  };
};

describe('of a directory', () => {
  test('what has the size and time that are known is left alone', () => {
    expect(comparing([zip('a.zip')], [row('a.zip')])).toEqual({ look: [], gone: [], waiting: [] });
  });

  test.each([
    ['what is new', zip('a.zip'), []],
    ['another size', zip('a.zip', 11), [row('a.zip')]],
    ['another time', zip('a.zip', 10, OLD + 1), [row('a.zip')]],
    ['a .cdg that came to its .mp3', pair('a'), [row('a.mp3', { format: 'audio' })]],
    ['a problem, for it may be mended without a trace', zip('a.zip'), [row('a.zip', { format: null, reason: 'torn' })]],
  ])('%s is looked at', (_what, candidate, rows) => {
    expect(comparing([candidate], rows).look).toEqual([candidate.onDisk.name]);
  });

  test('everything is looked at when the names are to be read otherwise', () => {
    expect(comparing([zip('a.zip')], [row('a.zip')], { naming: 'changed' }).look).toEqual(['a.zip']);
  });

  test('graphics that lost their audio are told once', () => {
    const lost: Candidate = {
      is: 'lost',
      reason: 'alone',
      onDisk: { name: 'a.cdg', others: [], size: 10, mtimeMs: OLD },
    };
    expect(comparing([lost], []).look).toEqual(['a.cdg']);
    expect(comparing([lost], [row('a.cdg', { format: null, reason: 'alone' })]).look).toEqual([]);
  });

  test('what is not there is gone', () => {
    expect(comparing([zip('b.zip')], [row('a.zip'), row('b.zip')]).gone).toEqual(['a.zip']);
  });

  test('what was written to a moment ago waits, and keeps its row', () => {
    const fresh = zip('a.zip', 10, NOW - 999);
    expect(comparing([fresh], [row('a.zip', { size: 5 })])).toEqual({ look: [], gone: [], waiting: ['a.zip'] });
    expect(comparing([fresh], [], { nowMs: NOW + 1 }).look).toEqual(['a.zip']);
  });

  test('a time in the future is believed when the file looks as it did before', () => {
    const odd = zip('a.zip', 10, NOW + 86_400_000);
    expect(comparing([odd], []).waiting).toEqual(['a.zip']);
    const same = new Map([['a.zip', { size: 10, mtimeMs: NOW + 86_400_000 }]]);
    expect(comparing([odd], [], { earlier: same }).look).toEqual(['a.zip']);
    const grown = new Map([['a.zip', { size: 9, mtimeMs: NOW + 86_400_000 }]]);
    expect(comparing([odd], [], { earlier: grown }).waiting).toEqual(['a.zip']);
  });
});

test.each([
  [0, 0, 'missing', false],
  [1, 1, 'missing', true],
  [1, 1, 'bare', true],
  [9, 10, 'filled', false],
  [10, 19, 'filled', true],
  [10, 20, 'filled', false],
  [200_001, 400_000, 'filled', true],
] as const)('%i of %i files gone from a folder that is %s: asks %s', (vanished, known, root, asks) => {
  expect(mustAsk({ vanished, known }, root)).toBe(asks);
});

test('a batch is as large as the lock may be held, and finds that out by itself', () => {
  // A machine that writes a row in 0.1 ms, then one that takes a whole millisecond.
  const settled = (msPerRow: number, from: number): number =>
    Array.from({ length: 30 }).reduce<number>((size) => sizeAfter(size, size, size * msPerRow), from);
  expect(settled(0.1, 50) * 0.1).toBeGreaterThan(15);
  expect(settled(0.1, 50) * 0.1).toBeLessThan(50);
  expect(settled(1, 1_000)).toBeLessThan(50);
  expect(settled(100, 50)).toBe(10);
  expect(settled(0.001, 50)).toBe(2_000);
  expect(sizeAfter(100, 3, 0.5)).toBe(100);
});
