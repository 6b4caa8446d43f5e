/** One guest's connection on a wire of the test: what is read while something is under way. */
import { expect, test } from '@jest/globals';
import { openConnection } from '../../../src/guest/connection.ts';
import type { Conversation } from '../../../src/guest/conversation.ts';
import type { Wire } from '../../../src/guest/wire.ts';
import { wholeLine } from '../../../src/protocol/lines.ts';
import type { Line } from '../../../src/protocol/lines.ts';

type Ears = Parameters<Wire['listen']>[0];

const FRAMES = 2_000;

/** Lines that count how many of them are copied, and hand the counting on to their copies. */
class Watched extends Array<Line> {
  static copied = 0;
  override slice(...range: [number?, number?]): Line[] {
    const copy = super.slice(...range);
    Watched.copied += copy.length;
    return copy;
  }
  override concat(...more: ConcatArray<Line>[]): Line[] {
    const copy = super.concat(...more);
    Watched.copied += copy.length;
    return copy;
  }
  override [Symbol.iterator](): ArrayIterator<Line> {
    Watched.copied += this.length;
    return super[Symbol.iterator]();
  }
}

test('thousands of frames in one chunk are heard in order, and what waits is not copied for each of them', async () => {
  let ears: Ears | null = null;
  const heard: string[] = [];
  const all = Promise.withResolvers<null>();
  const idle = (): undefined => undefined;
  const wire: Wire = {
    unread: 0,
    listen: (given) => {
      ears = given;
    },
    send: idle,
    gather: idle,
    pause: idle,
    resume: () => {
      if (heard.length === FRAMES) all.resolve(null);
    },
    check: idle,
    close: idle,
    left: () => Promise.resolve(),
  };
  const conversation: Conversation = {
    guest: null,
    begin: () => Promise.resolve(),
    hear: (line) => {
      heard.push(line.is === 'line' ? line.text : line.is);
      return Promise.resolve('go-on');
    },
    tell: idle,
    heard: idle,
    lagged: idle,
    bye: idle,
    greeted: null,
    watch: 'none',
    heardUpTo: 0,
  };
  openConnection({
    wire,
    id: { epoch: 1, seat: 1 },
    remote: '::1',
    connected: 1,
    clock: () => 0,
    converse: () => conversation,
    speaks: idle,
    told: idle,
    begun: idle,
    gone: idle,
  });
  const frames = Array.from({ length: FRAMES }, (_, n) => `#${n} PING`);
  // The library tells of every frame of a chunk in one tick, one by one.
  for (const frame of frames) {
    const read = new Watched();
    read.push(wholeLine(Buffer.from(frame)));
    (ears as Ears | null)?.said(read);
  }
  await all.promise;
  expect(heard).toEqual(frames);
  expect(Watched.copied).toBeLessThanOrEqual(FRAMES);
});
