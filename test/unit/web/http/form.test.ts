import { describe, expect, test } from '@jest/globals';
import { readForm } from '../../../../src/web/plain/form.ts';
import type { Posted } from '../../../../src/web/plain/form.ts';

const ada = { name: 'Ada', code: '7KQ4M2' };
const read = (body: string, remembered: typeof ada | null = null): Posted =>
  readForm(new URLSearchParams(body), remembered, () => 'new');
const deed = (body: string) => {
  const posted = read(body, ada);
  return posted.is === 'deed' ? posted.deed : posted;
};
const who = (body: string, remembered: typeof ada | null = null) => {
  const posted = read(body, remembered);
  return posted.is === 'deed' ? posted.who : posted;
};

describe('what a form asks for', () => {
  test('a song as typed, under a key that is the form’s and the song’s', () => {
    const first = deed('song=toto+-+africa&key=k1');
    expect(first).toEqual({ is: 'ask', song: 'toto - africa', key: expect.stringMatching(/^k1\.[\w-]{12}$/) });
    // A reload sends it again; who went back and typed another song means another one.
    expect(deed('song=toto+-+africa&key=k1')).toEqual(first);
    expect(deed('song=other&key=k1')).not.toMatchObject({ key: (first as { key: string }).key });
  });

  test.each([
    ['take=731&key=k&song=x', { is: 'take', songId: '731' }],
    ['wish=a+-+b', { is: 'wish', song: 'a - b' }],
    ['cancel=17', { is: 'cancel', id: '17' }],
    ['unwish=5', { is: 'unwish', id: '5' }],
    ['here=away', { is: 'away' }],
    ['here=back', { is: 'back' }],
    ['', { is: 'look' }],
    ['song=++', { is: 'look' }],
    ['here=nowhere', { is: 'look' }],
    ['take=17%0ACANCEL+3', { is: 'look' }],
    ['cancel=-1', { is: 'look' }],
    ['cancel=9999999999999999', { is: 'look' }],
    ['__proto__=x&constructor=y&take=1', { is: 'take', songId: '1' }],
    ['song=first&song=second', { is: 'ask', song: 'first' }],
  ])('%s', (body, wanted) => {
    expect(deed(body)).toMatchObject(wanted);
  });

  test('a key that no form of ours has is replaced', () => {
    for (const key of ['', 'a b', 'x'.repeat(33), 'a"b', 'k%0Ax'])
      expect(deed(`song=x&key=${key}`)).toMatchObject({ key: expect.stringMatching(/^new\./) });
  });

  test('the language, and to be forgotten', () => {
    expect(read('lang=bg&song=x')).toMatchObject({ is: 'language', language: 'bg' });
    expect(read('lang=xx&forget=yes')).toEqual({ is: 'forget' });
  });
});

describe('who asks', () => {
  test('whom the form names, else whom the phone remembers, else nobody', () => {
    expect(who('name=Bo&code=abc', ada)).toEqual({ name: 'Bo', code: 'abc', by: 'form' });
    expect(who('name=Bo', ada)).toEqual({ name: 'Bo', code: null, by: 'form' });
    expect(who('song=x', ada)).toEqual({ ...ada, by: 'cookie' });
    expect(who('name=+', null)).toBeNull();
  });

  test('a name without a code has the key of its form, which makes it safe to send again', () => {
    expect(who('name=Zoe&key=k1')).toEqual({ name: 'Zoe', code: null, by: 'form', key: 'k1' });
    expect(who('name=Zoe&key=a+b')).toEqual({ name: 'Zoe', code: null, by: 'form' });
    expect(who('name=Zoe&code=7KQ4M2&key=k1')).toEqual({ name: 'Zoe', code: '7KQ4M2', by: 'form' });
    expect(who('name=Ada&key=k1', ada)).toEqual({ name: 'Ada', code: '7KQ4M2', by: 'cookie' });
  });

  test('a form sent again by its guest, who has got a code since', () => {
    expect(who('name=ADA', ada)).toEqual({ name: 'ADA', code: '7KQ4M2', by: 'cookie' });
    expect(who('name=Ada&code=XXXXX2', ada)).toMatchObject({ code: 'XXXXX2' });
  });
});
