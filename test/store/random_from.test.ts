/** Random songs of one folder of the library. */
import { expect, test } from '@jest/globals';
import { evening, row } from './evening.ts';
import type { Evening } from './evening.ts';
import { file, folder, record, told } from './library_folder.ts';

const songs = (dir: string, ...titles: readonly string[]) =>
  titles.map((title) => file(`${title}.zip`, { song: told('Somebody', title) }, { dir }));

/** Plays random songs and says what they were; each ends before the next. */
async function plays(night: Evening, count: number): Promise<readonly string[]> {
  const epoch = await night.store.takeEpoch();
  const heard: string[] = [];
  let turn = await night.store.takeNext(epoch);
  for (let at = 0; at < count && turn; at += 1) {
    heard.push(turn.song.title);
    await night.store.endTurn(epoch, turn.playId, 'sung');
    turn = await night.store.turn();
  }
  return heard;
}

async function library(): Promise<Evening> {
  const night = await evening();
  await night.store.importRows(Array.from({ length: 50 }, (_, at) => row('Elsewhere', `Other ${at}`)));
  const music = await folder(night, '/music');
  await record(night, music, ...songs('quiet', 'Q1', 'Q2'), ...songs('quiet/late', 'Q3'), ...songs('loud', 'L1', 'L2'));
  // A name that only begins so is another folder.
  await record(night, music, ...songs('quieter', 'X1'), ...songs('', 'Top'));
  return night;
}

test.each([
  ['/music/quiet', ['Q1', 'Q2', 'Q3']],
  ['/music/quiet/late', ['Q3']],
  ['/music', ['L1', 'L2', 'Q1', 'Q2', 'Q3', 'Top', 'X1']],
  ['/', ['L1', 'L2', 'Q1', 'Q2', 'Q3', 'Top', 'X1']],
])('%s: each song there, none twice while others are left', async (randomFrom, titles) => {
  using night = await library();
  night.limits = { ...night.limits, randomFrom };
  expect(await night.store.randomFrom()).toEqual({ folder: randomFrom, has: 'songs' });
  expect((await plays(night, titles.length)).toSorted()).toEqual(titles);
});

test('when all of them were played they come again, and not the same twice in a row', async () => {
  using night = await library();
  night.limits = { ...night.limits, randomFrom: '/music/loud' };
  const heard = await plays(night, 9);
  expect(new Set(heard)).toEqual(new Set(['L1', 'L2']));
  expect(heard.some((title, at) => title === heard[at - 1])).toBe(false);
});

test('a folder without a playable song, or none of the library, gives way to the whole library and says so', async () => {
  using night = await library();
  for (const randomFrom of ['/nowhere', '/music/quiet/none', '/mus']) {
    night.limits = { ...night.limits, randomFrom };
    expect(await night.store.randomFrom()).toEqual({ folder: randomFrom, has: 'nothing' });
  }
  expect(await plays(night, 3)).toHaveLength(3);
  night.limits = { ...night.limits, randomFrom: '/music/quiet/late' };
  await night.store.hide({ text: 'Somebody - Q3' }, 'dj');
  expect(await night.store.randomFrom()).toMatchObject({ has: 'nothing' });
  expect(await plays(night, 2)).not.toContain('Q3');
});

test('nothing is thrown for a folder of which nothing is left to play', async () => {
  using night = await library();
  let thrown = 0;
  const chance = (below: number): number => (thrown += 1) % below;
  const store = night.open({ chance });
  const epoch = await store.takeEpoch();
  for (const randomFrom of ['/nowhere', '/music/quiet/none']) {
    night.limits = { ...night.limits, randomFrom };
    const turn = await store.takeNext(epoch);
    await store.endTurn(epoch, turn?.playId ?? 0, 'sung');
  }
  // One for each song of the whole library that was played instead.
  expect(thrown).toBe(3);
});

test('files that were brought from outside the library are found by their own folder', async () => {
  using night = await library();
  await record(night, null, file('Q9.zip', { song: told('Somebody', 'Q9') }, { dir: '/downloads/new' }));
  night.limits = { ...night.limits, randomFrom: '/downloads' };
  expect(await plays(night, 1)).toEqual(['Q9']);
});
