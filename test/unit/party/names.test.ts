import { describe, expect, test } from '@jest/globals';
import { checkName, freeNameLike, nameKey } from '../../../src/party/names.ts';
import { visible } from '../../../src/party/visible.ts';

describe('a name', () => {
  test.each([
    ['Ada', 'Ada'],
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['José'.normalize('NFD'), 'José'],
    ['Ж', 'Ж'],
    ['D’Arcy & Co.', 'D’Arcy & Co.'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['❤️ Eva', '❤️ Eva'],
    ['🇧🇬', '🇧🇬'],
    ['99', '99'],
    ['می‌خواهم', 'می‌خواهم'],
    ['e\u0301'.repeat(32), 'é'.repeat(32)],
    ['👩🏽‍🎤'.repeat(32), '👩🏽‍🎤'.repeat(32)],
  ])('%j is %j', (raw, name) => {
    expect(checkName(raw)).toEqual({ ok: true, name });
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \t '],
    ['33 characters', 'x'.repeat(33)],
    ['an endless emoji', `👩${'\u200D👩'.repeat(100)}`],
    ['marks only', '?!-'],
    ['a tag', '#1'],
    ['a row', '| Ada'],
    ['an event', '* NOW'],
    ['an escape', 'A\u001B[31mda'],
    ['a null', 'A\0da'],
    ['an override of direction', 'Ada\u202Eold'],
    ['an isolate', 'Ada\u2067'],
    ['a zero-width blank', 'A\u200Bda'],
    ['a joiner between Latin letters', 'A\u200Dda'],
    ['a Hangul filler', '\u3164'],
    ['half a surrogate', 'A\uD83D'],
    ['a tower of marks', `A${'\u0300'.repeat(9)}`],
  ])('is not %s', (_what, raw) => {
    expect(checkName(raw)).toEqual({ ok: false, why: expect.stringMatching(/\.$/) });
  });

  test('is the same in any case, with or without accents', () => {
    for (const same of ['ada', 'ADA', 'Áda', 'Ａｄａ']) expect(nameKey(same)).toBe(nameKey('Ada'));
    expect(nameKey('Ёлка')).toBe(nameKey('елка'));
    expect(nameKey('İpek')).toBe(nameKey('ipek'));
    expect(nameKey('Ada  K')).toBe(nameKey('ada k'));
    expect(nameKey('Ada K')).not.toBe(nameKey('Ada'));
    expect(nameKey('👩‍👩‍👧')).not.toBe('');
  });

  test('that is taken has a free one like it', () => {
    expect(freeNameLike('Ada', () => true)).toBe('Ada K');
    expect(freeNameLike('Ada', (name) => name !== 'Ada K')).toBe('Ada A');
    expect(freeNameLike('Ada', (name) => /\d/.test(name) && name !== 'Ada 2')).toBe('Ada 3');
  });
  test('that is free in place of a long one is still a name', () => {
    for (const long of ['x'.repeat(32), '👩🏽‍🎤'.repeat(32)]) {
      const example = freeNameLike(long, (name) => name.endsWith('12'));
      expect(checkName(example)).toEqual({ ok: true, name: example });
    }
  });
});

describe('what is visible', () => {
  test.each([
    ['Queen - Bohemian Rhapsody', 'Queen - Bohemian Rhapsody'],
    ['\u001B[31mred\u001B[0m', '[31mred[0m'],
    ['a\u0007b\u0000c\u007Fd\u009Be', 'abcde'],
    ['one\r\ntwo\u2028three\u2029four\u0085five', 'one  two three four five'],
    ['tab\tand\u00A0blank\u3000s', 'tab and blank s'],
    ['abc\u202Edef\u2066ghi\u200F', 'abcdefghi'],
    ['so\u00ADft\u200B\uFEFF', 'soft'],
    ['A\u200D\u200Cda', 'Ada'],
    ['a\uFE0F', 'a'],
    ['lone \uD83D half', 'lone  half'],
    [`Z${'\u0300'.repeat(20)}`, `Z${'\u0300'.repeat(4)}`],
  ])('of %j is %j', (text, rest) => {
    expect(visible(text)).toBe(rest);
  });

  test.each(['👩‍👩‍👧‍👦', '👩🏽‍🎤', '🏳️‍🌈', '❤️', '1️⃣', '🇧🇬', 'Щурците', 'が', 'می‌خواهم', 'क्‍ष', 'שָׁלוֹם', 'Việt'])(
    '%s stays',
    (text) => {
      expect(visible(text)).toBe(text);
      expect(visible(visible(text))).toBe(text);
    },
  );

  test('nothing a sanitiser leaves behind needs another one', () => {
    const nasty = '\u200D\uFE0F\u001B\u202E👩\u0000\u200D👩 a\u0300\u0300\u0300\u0300\u0300\u200B\u0300';
    expect(visible(visible(nasty))).toBe(visible(nasty));
  });
});
