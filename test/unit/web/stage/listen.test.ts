import { expect, test } from '@jest/globals';
import { BEFORE_ALL, after } from '../../../../src/web/pages/stage/evening.ts';
import type { Evening } from '../../../../src/web/pages/stage/evening.ts';
import { listen } from '../../../../src/web/pages/stage/listen.ts';
import { settled } from '../talk/fake_house.ts';
import { openedTalk, startTalk } from '../talk/talking.ts';
import type { Talking } from '../talk/talking.ts';

/** What the stage knows as soon as it listens and was answered. */
async function knownBy({ talk }: Talking, meanwhile: () => Promise<void> = settled): Promise<Evening> {
  let evening = BEFORE_ALL;
  const stop = listen(talk, (step) => {
    evening = after(evening, step);
  });
  await meanwhile();
  stop();
  return evening;
}

test('a stage that begins to listen when the link is open already reads everything', async () => {
  const talking = await openedTalk();
  expect(await knownBy(talking)).toMatchObject({ link: 'open', party: { on: true } });
  expect(talking.house.call.spoken.slice(-3)).toEqual(['NOW', 'QUEUE', 'PARTY']);
});

test('a stage that listens from the beginning reads it once', async () => {
  const talking = startTalk();
  const known = await knownBy(talking, async () => {
    await talking.house.call.opens();
    await settled();
  });
  expect(known).toMatchObject({ link: 'open', party: { on: true } });
  expect(talking.house.call.spoken.slice(3)).toEqual(['NOW', 'QUEUE']);
});
