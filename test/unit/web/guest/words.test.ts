import { describe, expect, test } from '@jest/globals';
import { ERRORS } from '../../../../src/protocol/errors.ts';
import { count, range } from '../../../../src/web/words/numbers.ts';
import { refusalSentence } from '../../../../src/web/words/refusals.ts';
import type { Refusal } from '../../../../src/web/words/refusals.ts';
import { languageOf, wordsIn } from '../../../../src/web/words/words.ts';

const LANGUAGES = ['en', 'bg'] as const;
const ABOUT: Refusal = { doing: 'ask', retry: null, partner: null };

/** Every sentence of a table, those that count said for one and for three. */
function sentences(table: unknown): readonly string[] {
  if (typeof table === 'string') return [table];
  if (typeof table === 'function') {
    const say = table as (...about: readonly unknown[]) => string;
    return [say(1, 1, null), say(3, 3, '3–5')];
  }
  return Object.values(table as object).flatMap(sentences);
}

describe('what the page says', () => {
  test('is in Bulgarian letters in Bulgarian, and in Latin ones in English', () => {
    for (const sentence of sentences(wordsIn('bg'))) expect(sentence).toMatch(/\p{Script=Cyrillic}|^\d|^[–&]$|^$/u);
    for (const sentence of sentences(wordsIn('en'))) expect(sentence).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  test('never says a command, which a page has no place for', () => {
    for (const language of LANGUAGES)
      for (const sentence of sentences(wordsIn(language))) expect(sentence).not.toMatch(/\b[A-Z]{4,}\b|undefined|NaN/);
  });

  test.each(Object.values(ERRORS).map(({ word }) => word))('%s has words of its own in both languages', (word) => {
    const house = { word, text: 'as the house says it' };
    const said = LANGUAGES.map((language) => refusalSentence(house, ABOUT, language));
    for (const sentence of said) expect(sentence).not.toBe(house.text);
    expect(said[1]).toMatch(/\p{Script=Cyrillic}/u);
  });

  test('what it has no words for is said as the house says it', () => {
    expect(refusalSentence({ word: 'TIRED', text: 'the house sleeps' }, ABOUT, 'bg')).toBe('the house sleeps');
  });

  test('a refusal says what it is about', () => {
    const say = (word: string, about: object): string =>
      refusalSentence({ word, text: '' }, { ...ABOUT, ...about }, 'en');
    expect(say('LIMIT', { limit: 3 })).toBe(
      'You have 3 already, as many as one guest may. Sing one, or take one out first.',
    );
    expect(say('NAME_TAKEN', { doing: 'name', name: 'Сара', like: 'Capa' })).toBe(
      'Сара looks like Capa, who is somebody else here.',
    );
    expect(say('DENIED', { song_id: 7 })).toBe('The DJ does not play that song. Choose another one.');
    expect(say('DENIED', { partner: 'Bo' })).toBe('The DJ has closed this party to Bo.');
    expect(say('SLOW_DOWN', { retry: 60 })).toBe('That was tried too often. Wait 60 seconds.');
  });
});

describe('numbers', () => {
  test('one is one', () => {
    expect([count(1, 'song', 'songs'), count(0, 'song', 'songs'), count(21, 'песен', 'песни')]).toEqual([
      '1 song',
      '0 songs',
      '21 песни',
    ]);
    expect([range(3, 5), range(4, 4), range(null, 4)]).toEqual(['3–5', '4', null]);
  });

  test('a language that is not spoken here is English', () => {
    expect([languageOf('bg-BG'), languageOf('de'), languageOf('')]).toEqual(['bg', 'en', 'en']);
  });
});
