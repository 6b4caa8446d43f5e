import { describe, expect, test } from '@jest/globals';
import { readIdentity } from '../../../../src/web/pages/guest/identity.ts';
import { artistAndTitle, asWish, words } from '../../../../src/web/pages/guest/typed.ts';

describe('what people type', () => {
  test.each([
    ['queen - bohemian rhapsody', { artist: 'queen', title: 'bohemian rhapsody' }],
    ['  Щурците – Вкусът на времето ', { artist: 'Щурците', title: 'Вкусът на времето' }],
    ['AC/DC / TNT', { artist: 'AC/DC', title: 'TNT' }],
    ['a-ha', null],
    ['- nothing', null],
    ['queen -', null],
  ])('%j', (text, song) => {
    expect(artistAndTitle(text)).toEqual(song);
  });

  test('is one line, and never an option', () => {
    expect(words('  two\nlines\t\u0007 ')).toBe('two lines');
    expect(words('page=3 size=9')).toBe('page 3 size=9');
    expect(asWish({ artist: 'with=Bo', title: ' Song ' })).toBe('with Bo - Song');
  });
});

describe('who this phone belongs to', () => {
  test('is in one cookie among others', () => {
    const cookies = `lang=bg; karaoke=${encodeURIComponent('7KQ4M2 Ада К')}; other=1`;
    expect(readIdentity(cookies)).toEqual({ code: '7KQ4M2', name: 'Ада К' });
  });

  test.each(['', 'lang=bg', 'karaoke=', 'karaoke=7KQ4M2', 'karaoke=%E0%A4%A', 'xkaraoke=7KQ4M2%20Ada'])(
    'nobody is named by %j',
    (cookies) => {
      expect(readIdentity(cookies)).toBeNull();
    },
  );
});
