import { describe, expect, test } from '@jest/globals';
import { lookOf, mixedWord } from '../../../src/party/look_alikes.ts';
import { nameKey } from '../../../src/party/names.ts';

describe('names look alike', () => {
  test.each([
    ['Сара', 'Capa', 'Cyrillic and Latin'],
    ['СОРА', 'Copa', 'whatever the case, as long as the name could be written so'],
    ['Ѕаѕhа', 'Sasha', 'Serbian and Macedonian letters'],
    ['Іvan', 'Ivan', 'the Ukrainian І'],
    ['Ивана', 'Ивaнa', 'Latin letters inside Cyrillic'],
    ['ΝΙΚΟ', 'NIKO', 'Greek capitals'],
    ['ΝΙΚΟ', 'ΝІКО', 'Greek and Cyrillic'],
    ['B0b', 'Bob', 'zero and O'],
    ['AI', 'Al', 'I and l'],
    ['A1', 'Al', '1 and l'],
    ['Ада  K', 'Aдa K', 'and how many blanks there are'],
    ['Åse', 'Аse', 'accents do not tell them apart'],
  ])('%s and %s: %s', (one, other) => {
    expect(lookOf(one)).toBe(lookOf(other));
  });

  test.each([
    ['Ваня', 'Вася'],
    ['Асен', 'Acen'],
    ['Lan', 'Ian'],
    ['Том', 'Tom'],
    ['в', 'b'],
    ['Bern', 'Bem'],
    ['Ada', 'Ada K'],
    ['花子', '花'],
  ])('but not %s and %s', (one, other) => {
    expect(lookOf(one)).not.toBe(lookOf(other));
  });

  test('and only as they were typed: ian is no lan, though Ian is', () => {
    expect(nameKey('Ian')).toBe(nameKey('ian'));
    expect(lookOf('Ian')).toBe(lookOf('lan'));
    expect(lookOf('ian')).not.toBe(lookOf('lan'));
  });
});

describe('a word in two alphabets', () => {
  test.each([
    ['Аda', 'Аda', 'Latin', 'Cyrillic'],
    ['Ada Вo', 'Вo', 'Latin', 'Cyrillic'],
    ['Νiko', 'Νiko', 'Latin', 'Greek'],
    ['Bօ', 'Bօ', 'Latin', 'Armenian'],
    ['Αнна', 'Αнна', 'Cyrillic', 'Greek'],
  ])('%s is named', (name, word, one, other) => {
    expect(mixedWord(name)).toEqual({ word, alphabets: [one, other] });
  });

  test.each([
    'Ada',
    'Ваня',
    'Асен',
    'Сара',
    'DJ Асен',
    'DJ-Асен',
    'Ваня2',
    'Ελένη',
    'Хана花',
    'kana カナ',
    'Ａｄａ',
    'José ☆',
    '👩‍🎤',
    'Հայկ',
  ])('%s is written honestly', (name) => {
    expect(mixedWord(name)).toBeNull();
  });
});
