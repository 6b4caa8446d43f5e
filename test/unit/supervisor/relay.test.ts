import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Subject } from '../../../src/ipc/messages.ts';
import { createRelay } from '../../../src/supervisor/relay.ts';

describe('a hint', () => {
  const passed: Subject[] = [];
  beforeEach(() => {
    passed.length = 0;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('goes down at once, and a hundred after it as one', () => {
    const relay = createRelay((about) => passed.push(about));
    relay('queue');
    expect(passed).toEqual(['queue']);
    for (let n = 0; n < 100; n += 1) relay('queue');
    expect(passed).toEqual(['queue']);
    jest.runAllTimers();
    expect(passed).toEqual(['queue', 'queue']);
  });

  test('of one subject does not hold up another', () => {
    const relay = createRelay((about) => passed.push(about));
    relay('queue');
    relay('song');
    expect(passed).toEqual(['queue', 'song']);
  });

  test('that comes later goes at once again; none is invented', () => {
    const relay = createRelay((about) => passed.push(about));
    relay('song');
    jest.runAllTimers();
    relay('song');
    expect(passed).toEqual(['song', 'song']);
    jest.runAllTimers();
    expect(passed).toEqual(['song', 'song']);
  });
});
