import { describe, expect, test } from '@jest/globals';
import { clock, placeOf } from '../../../../src/web/pages/guest/evening/music.ts';
import type { Now } from '../../../../src/web/pages/guest/evening/state.ts';
import { readIdentity } from '../../../../src/web/pages/guest/identity.ts';
import { artistAndTitle, asWish, words } from '../../../../src/web/pages/guest/typed.ts';
import { music } from './evenings.ts';

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

describe('where the music is', () => {
  const at = (fields: object, ms: number) => placeOf(music(fields) as Now, 1_000_000 + ms);

  test('goes on with the clock of the house, and not beyond its end', () => {
    expect(at({}, 5000)).toEqual({ positionMs: 65_000, durationMs: 295_000 });
    expect(at({}, 900_000)?.positionMs).toBe(295_000);
    expect(at({}, -50)?.positionMs).toBe(60_000);
  });

  test('stands while it is paused, also in the gap', () => {
    expect(at({ state: 'paused' }, 5000)?.positionMs).toBe(60_000);
    expect(at({ state: 'between', position_ms: -12_000 }, 5000)?.positionMs).toBe(-7000);
    expect(at({ state: 'silence', position_ms: null, duration_ms: null }, 0)).toBeNull();
  });

  test('reads as on a record sleeve', () => {
    expect([clock(72_999), clock(-3), clock(3_661_000)]).toEqual(['1:12', '0:00', '61:01']);
  });
});
