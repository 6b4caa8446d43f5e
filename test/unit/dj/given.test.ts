import { describe, expect, test } from '@jest/globals';
import { readGiven } from '../../../src/dj/given.ts';
import { KINDS, readDuration } from '../../../src/dj/kinds.ts';
import { usage } from '../../../src/dj/usage.ts';
import { isVerb, verbNames, verbTable } from '../../../src/dj/verbs.ts';

describe('what is given with a verb', () => {
  test('is complete: what was left out is null', () => {
    expect(readGiven('songs', {})).toEqual({ ok: true, given: { words: null, hidden: null, page: null } });
    expect(readGiven('add', { for: 'Ada', song: '731' })).toEqual({
      ok: true,
      given: { for: 'Ada', song: '731', with: null },
    });
  });

  test.each([
    ['a required argument is missing', 'remove', {}, '<id>'],
    ['null stands for a required argument', 'remove', { id: null }, '<id>'],
    ['the kind is wrong', 'remove', { id: '17' }, '<id>'],
    ['the number is no id', 'remove', { id: 0 }, '<id>'],
    ['the number is not whole', 'remove', { id: 1.5 }, '<id>'],
    ['the text is blank', 'say', { text: '  ' }, '<text>'],
    ['the text has an escape', 'say', { text: 'hi \u001b[2J' }, '<text>'],
    ['the text was not UTF-8', 'say', { text: 'caf\ufffd' }, '<text>'],
    ['the text is endless', 'say', { text: 'a'.repeat(501) }, '<text>'],
    ['the path is relative', 'import', { 'file.csv': 'songs.csv' }, '<file.csv>'],
    ['the path has a second spelling', 'library add', { folder: '/music/../music/' }, '<folder>'],
    ['the folder is a number of none', 'library remove', { folder: 0 }, '<folder>'],
    ['the file is relative', 'found', { wish: 1, 'song-or-file': 'a.zip' }, '<song-or-file>'],
    ['the naming order is unknown', 'library add', { folder: '/m', names: 'constructor' }, '<names>'],
    ['a flag has a value', 'library scan', { 'forget-vanished': 'no' }, '<forget-vanished>'],
    ['a stranger is there', 'skip', { force: 1 }, '"force"'],
    [
      'the stranger is called __proto__',
      'skip',
      JSON.parse('{"__proto__":1}') as Record<string, unknown>,
      '"__proto__"',
    ],
  ] as const)('is refused when %s', (_case, verb, raw, named) => {
    const read = readGiven(verb, raw);
    expect(read).toMatchObject({ ok: false, code: 'usage' });
    expect(read.ok ? '' : read.text).toContain(named);
    expect(read.ok ? '' : read.text).toContain(usage(verb));
  });
});

describe('a duration', () => {
  test.each([
    ['20m', 1_200_000],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['2h', 7_200_000],
    ['1h5s', 3_605_000],
    ['24h', 86_400_000],
  ])('%s is %d ms', (typed, ms) => {
    expect(readDuration(typed)).toBe(ms);
  });

  test.each(['', '20', '0m', 'm', '-5m', '20 m', '25h', '1.5h', '5x', '30m1h', '1m1m', '99999999h'])(
    '"%s" is none',
    (typed) => {
      expect(readDuration(typed)).toBeNull();
    },
  );
});

describe('the table of verbs', () => {
  test('knows verbs by their own names only', () => {
    expect(isVerb('party start')).toBe(true);
    for (const name of ['constructor', 'toString', '__proto__', '', 'party', 7, null]) expect(isVerb(name)).toBe(false);
  });

  test('says how a verb is typed', () => {
    expect(usage('add')).toBe('add --for <name> [--with <name>] <song>');
    expect(usage('party end')).toBe('party end [--in <time>]');
    expect(usage('found')).toBe('found <wish> <song-or-file>');
    expect(usage('library scan')).toBe('library scan [--forget-vanished] [folder]');
    expect(usage('library add')).toBe('library add [--names <naming>] <folder>');
  });

  test('has no name twice in a verb, and what is optional comes last', () => {
    for (const verb of verbNames) {
      const { args, options } = verbTable[verb];
      const names = [...Object.keys(args), ...Object.keys(options)];
      expect(new Set(names).size).toBe(names.length);
      const needs = Object.values(args).map(({ need }) => need);
      expect(needs).toEqual(needs.toSorted().reverse());
    }
  });

  test('what a kind reads, it recognises on the other end of the wire', () => {
    expect(KINDS.number.is(KINDS.number.read('17'))).toBe(true);
    expect(KINDS.text.is(KINDS.text.read('  Ada  '))).toBe(true);
    expect(KINDS.file.is(KINDS.file.read('songs.csv'))).toBe(true);
    expect(KINDS.duration.is(KINDS.duration.read('20m'))).toBe(true);
    expect(KINDS.folder.is(KINDS.folder.read('music/'))).toBe(true);
    expect(KINDS['known-folder'].is(KINDS['known-folder'].read('2'))).toBe(true);
    expect(KINDS['song-or-file'].is(KINDS['song-or-file'].read('./2'))).toBe(true);
    expect(KINDS.naming.is(KINDS.naming.read('tags'))).toBe(true);
  });
});
