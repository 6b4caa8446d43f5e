/** What a guest is told who has as many as one may: of what, and not what was pressed. */
import { expect, test } from '@jest/globals';
import { notAsked } from '../../../src/guest/answers/not_asked.ts';
import type { AskRefusal } from '../../../src/store/guests.ts';
import { refusalSentence } from '../../../src/web/words/refusals.ts';

const said = (refusal: AskRefusal, language: 'en' | 'bg'): string => {
  const { text, fields } = notAsked(refusal, { text: 'Nobody - Unknown' }, () => 0);
  return refusalSentence({ word: 'LIMIT', text }, { ...fields, doing: 'ask', retry: null, partner: null }, language);
};

test('a request that would have become a wish meets the limit of wishes', () => {
  expect(said({ is: 'wish-limit', limit: 100 }, 'en')).toBe(
    'You have 100 open wishes, as many as one guest may. Take one back first.',
  );
  expect(said({ is: 'wish-limit', limit: 100 }, 'bg')).toBe('Вече имаш 100 желания, повече не може. Откажи някое.');
});

test('a request meets that of the line', () => {
  expect(said({ is: 'queue-limit', limit: 2 }, 'en')).toContain('Sing one, or take one out first.');
});
