import { expect, test } from '@jest/globals';
import { createEvening } from '../../../../src/web/pages/guest/evening/evening.ts';
import { ringAtCalls } from '../../../../src/web/pages/guest/ring.ts';
import { called, event, heard, hello, music, party } from './evenings.ts';

/** A phone of Ada at a party that is on. */
function ringing() {
  const evening = createEvening();
  const rung: string[] = [];
  const titles: string[] = [];
  ringAtCalls({
    evening,
    language: () => 'en',
    ring: (call) => rung.push(call),
    entitle: (title) => titles.push(title),
  });
  evening.happened(heard({ link: 'open', party: party() }));
  evening.happened(hello());
  return { evening, rung, titles };
}

const NEXT = heard(event('NEXT', called(17)));
const LATER = heard(event('LATER', { ...called(17), why: 'displaced' }));
const onStage = heard(event('NOW', music({ queue_id: 17, singer: 'Ada' })));
const QUEUE = heard(event('QUEUE', { waiting: 3 }));

test('each call rings once, and is said in the title', () => {
  const { evening, rung, titles } = ringing();
  for (const each of [NEXT, QUEUE, NEXT, onStage, QUEUE]) evening.happened(each);
  expect(rung).toEqual(['next', 'turn']);
  expect(titles).toContain('You are next! · Friday');
  expect(titles.at(-1)).toBe('Your turn! · Friday');
});

test('announced, put off and announced again rings again', () => {
  const { evening, rung } = ringing();
  for (const each of [NEXT, LATER, QUEUE, NEXT]) evening.happened(each);
  expect(rung).toEqual(['next', 'next']);
});

test('while a later song was put off, the one on the stage rings no more', () => {
  const { evening, rung } = ringing();
  evening.happened(onStage);
  evening.happened(heard(event('NEXT', called(18))));
  evening.happened(heard(event('LATER', { ...called(18), why: 'removed' })));
  for (let times = 0; times < 5; times += 1) evening.happened(QUEUE);
  expect(rung).toEqual(['turn']);
});
