import { describe, expect, test } from '@jest/globals';
import { fit, table } from '../../../src/ctl/table.ts';
import type { Column, Screen } from '../../../src/ctl/table.ts';
import { clip, columnsOf } from '../../../src/ctl/width.ts';

const screen = (columns: number, style: Screen['style'] = 'plain'): Screen => ({ columns, style, nowMs: 0 });

interface Row {
  readonly id: number;
  readonly name: string;
  readonly note: string | null;
}

const columns: readonly Column<Row>[] = [
  { title: 'id', as: 'number', cell: ({ id }) => id },
  { title: 'name', as: 'text', cell: ({ name }) => name },
  { title: 'note', as: 'text', cell: ({ note }) => note },
];

const rows: readonly Row[] = [
  { id: 7, name: 'Ada', note: 'the first guest of the evening' },
  { id: 117, name: 'さくら', note: null },
];

describe('a table', () => {
  test('lines its columns up, wide characters counted, numbers to the right', () => {
    expect(table(columns, rows, screen(Infinity))).toEqual([
      ' id  name    note',
      '  7  Ada     the first guest of the evening',
      '117  さくら  -',
    ]);
  });

  test('fits the terminal by shortening its widest text', () => {
    const lines = table(columns, rows, screen(24));
    expect(lines[1]).toBe('  7  Ada     the first …');
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(24);
  });

  test('has no head when there is nothing under it', () => {
    expect(table(columns, [], screen(80))).toEqual([]);
  });

  test('lets no control or bidi character of a guest through to the terminal', () => {
    const sly = [{ id: 1, name: 'A\u001b[2Jd\u202ea', note: 'x\ny' }];
    const text = table(columns, sly, screen(80)).join('');
    expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  test('colours its head only where there is colour', () => {
    const escape = '\u001b[';
    expect(table(columns, rows, screen(80)).join('')).not.toContain(escape);
    expect(table(columns, rows, screen(80, 'colour'))[0]).toContain(escape);
  });
});

describe('fitting', () => {
  test('takes from the widest first and never from numbers', () => {
    expect(fit([5, 20, 12], [false, true, true], 27)).toEqual([5, 11, 11]);
    expect(fit([5, 20, 12], [false, true, true], 100)).toEqual([5, 20, 12]);
  });

  test('stops where nothing could be read any more', () => {
    expect(fit([30, 10], [false, true], 10)).toEqual([30, 6]);
  });
});

describe('the width of a text', () => {
  test.each([
    ['Ada', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['Щурците', 7],
    ['か', 2],
    ['가', 2],
    ['Ａ', 2],
    ['🎤', 2],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['', 0],
  ])('of "%s" is %d', (text, width) => {
    expect(columnsOf(text)).toBe(width);
  });

  test.each([
    ['Africa', 6, 'Africa'],
    ['Africa', 5, 'Afri…'],
    ['さくら', 5, 'さく…'],
    ['さくら', 4, 'さ…'],
    ['Africa', 1, '…'],
    ['Africa', 0, ''],
  ])('"%s" in %d columns is "%s"', (text, width, clipped) => {
    expect(clip(text, width)).toBe(clipped);
  });
});
