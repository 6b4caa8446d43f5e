import { describe, expect, test } from '@jest/globals';
import { distance } from 'fastest-levenshtein';
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
