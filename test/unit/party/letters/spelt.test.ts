import { describe, expect, test } from '@jest/globals';
import { distance } from 'fastest-levenshtein';
import { readFileSync } from 'node:fs';
import { fold } from '../../../../src/party/fold.ts';
import { spelt } from '../../../../src/party/letters/spelt.ts';

const spellings = (typed: string): readonly string[] => typed.split(' ').flatMap((word) => spelt(fold(word)));

describe('a Latin name typed in Cyrillic letters', () => {
  test.each([
    ['аба', 'abba'],
    ['тото африка', 'toto africa'],
    ['бон джови', 'bon jovi'],
    ['куин', 'queen'],
    ['адел', 'adele'],
    ['хотел калифорния', 'hotel california'],
    ['лейди гага', 'lady gaga'],
    ['майкъл джексън', 'michael jackson'],
    ['бийтълс', 'beatles'],
    ['лайтс', 'lights'],
    ['хайуей', 'highway'],
    ['колдплей', 'coldplay'],
    ['деспасито', 'despacito'],
    ['феличита', 'felicita'],
    ['ин ди енд', 'in the end'],
    ['ай ту ю', 'i to you'],
    ['модърн токинг', 'modern talking'],
    ['юроп', 'europe'],
    ['лов', 'love'],
  ])('%s: %s', (typed, meant) => {
    const found = spellings(typed);
    expect(meant.split(' ').filter((word) => !found.includes(word))).toEqual([]);
  });
});

describe('within the one letter that a search forgives', () => {
  test.each([
    ['мадона', 'madonna'],
    ['металика', 'metallica'],
    ['мюз', 'muse'],
    ['нирвана', 'nirvana'],
    ['елвис', 'elvis'],
    ['пресли', 'presley'],
    ['шакира', 'shakira'],
    ['риана', 'rihanna'],
    ['суифт', 'swift'],
    ['тейлър', 'taylor'],
    ['колинс', 'collins'],
    ['крийп', 'creep'],
    ['роксет', 'roxette'],
    ['зомби', 'zombie'],
    ['имаджин', 'imagine'],
  ])('%s: %s', (typed, meant) => {
    const nearest = Math.min(...spellings(typed).map((spelling) => distance(spelling, meant)));
    expect(nearest).toBeLessThanOrEqual(1);
  });
});

/** As the search forgives: nothing in words of up to three letters, one of up to seven, two of more. */
const forgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

test('of the words of 250 names six in ten are spelt to the letter, and nine in ten as near as a search forgives', () => {
  const names = readFileSync(new URL('names.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([typed = '', meant = '']) => ({ meant, spellings: spellings(typed) }));
  const exact = names.filter((name) => name.spellings.includes(name.meant));
  const near = names.filter((name) =>
    name.spellings.some((spelling) => distance(spelling, name.meant) <= forgiven(spelling)),
  );
  expect(names.length).toBeGreaterThanOrEqual(240);
  expect(exact.length / names.length).toBeGreaterThanOrEqual(0.6);
  expect(near.length / names.length).toBeGreaterThanOrEqual(0.9);
});

test('the plain spelling of a plain word comes first', () => {
  expect(['липа', 'море', 'лили', 'нирвана', 'рио'].map((word) => spelt(word)[0])).toEqual([
    'lipa',
    'more',
    'lili',
    'nirvana',
    'rio',
  ]);
});

test('at most six spellings, none twice, and none of what is not Cyrillic', () => {
  for (const word of ['калифорния', 'щурците', 'рок', 'ъъъ', 'къстъмърс']) {
    const found = spelt(word);
    expect(found.length).toBeLessThanOrEqual(6);
    expect(new Set(found).size).toBe(found.length);
  }
  expect([spelt('hello'), spelt('46'), spelt(''), spelt('東京')]).toEqual([[], [], [], []]);
});

test('what is no letter of the table stays as it was typed', () => {
  expect(spelt('нов46')).toContain('nov46');
});
