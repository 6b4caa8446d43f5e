/** A talk with a fake house, and everything that a page heard of it. */
import type { Heard } from '../../../../src/web/pages/talk/said.ts';
import { openTalk } from '../../../../src/web/pages/talk/talk.ts';
import type { Talk } from '../../../../src/web/pages/talk/talk.ts';
import { FakeHouse, FakeStorage } from './fake_house.ts';

export interface Talking {
  readonly house: FakeHouse;
  readonly talk: Talk;
  readonly heard: Heard[];
  /** How the link stood, one after the other. */
  readonly links: () => readonly string[];
}

/** Not connected yet: the house opens its calls. */
export function startTalk(wanted: { readonly house?: FakeHouse; readonly storage?: Storage | null } = {}): Talking {
  const { house = new FakeHouse(), storage = new FakeStorage() } = wanted;
  const talk = openTalk(surroundedBy(house, storage));
  const heard: Heard[] = [];
  talk.on((each) => heard.push(each));
  return { house, talk, heard, links: () => heard.flatMap((each) => ('link' in each ? [each.link] : [])) };
}

export async function openedTalk(wanted: Parameters<typeof startTalk>[0] = {}): Promise<Talking> {
  const talking = startTalk(wanted);
  await talking.house.call.opens();
  return talking;
}

/** What became of a promise by now. */
export async function fateOf(promise: Promise<unknown>): Promise<string> {
  const open = Promise.resolve('open');
  return Promise.race([
    promise.then(
      () => 'answered',
      (error: unknown) => (error as Error).name,
    ),
    open.then(() => open),
  ]);
}

const surroundedBy = (house: FakeHouse, storage: Storage | null): Parameters<typeof openTalk>[0] => ({
  url: 'ws://house/',
  storage,
  connect: (url, hears) => house.connect(url, hears),
  now: () => house.now(),
  elapsedMs: () => house.elapsedMs(),
  later: (ms, run) => house.later(ms, run),
  chance: () => house.chance(),
  onWake: (wake) => {
    house.onWake(wake);
  },
});
