/** Who is connected, written in batches. */
import { describe, expect, jest, test } from '@jest/globals';
import { createPresence } from '../../../src/guest/presence.ts';
import type { Presence } from '../../../src/guest/presence.ts';
import type { GuestStore } from '../../../src/store/guests.ts';

type Batch = Parameters<GuestStore['recordConnections']>[0];

function recorded(): {
  presence: Presence;
  batches: Batch[];
  failures: unknown[];
  disk: { state: 'free' | 'full' };
} {
  const batches: Batch[] = [];
  const failures: unknown[] = [];
  const disk: { state: 'free' | 'full' } = { state: 'free' };
  const recordConnections: GuestStore['recordConnections'] = (batch) => {
    if (disk.state === 'full') return Promise.reject(new Error('the disk is full'));
    batches.push(batch);
    return Promise.resolve();
  };
  const presence = createPresence(
    { recordConnections },
    7,
    () => 1_000,
    (error) => {
      failures.push(error);
    },
  );
  return { presence, batches, failures, disk };
}

describe('presence', () => {
  test('writes a burst as one batch', async () => {
    const { presence, batches } = recorded();
    for (let seat = 1; seat <= 100; seat += 1) presence.opened(seat, '::1');
    presence.closed(40);
    await presence.flush();
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ epoch: 7, closed: [40] });
    expect(batches[0]?.opened).toHaveLength(99);
    expect(batches[0]?.opened[0]).toEqual({ seat: 1, remote: '::1', sinceMs: 1_000 });
    await presence.flush();
    expect(batches).toHaveLength(1);
  });

  test('by itself, soon', async () => {
    jest.useFakeTimers();
    try {
      const { presence, batches } = recorded();
      presence.opened(1, '::1');
      expect(batches).toEqual([]);
      await jest.advanceTimersByTimeAsync(50);
      expect(batches).toHaveLength(1);
    } finally {
      jest.useRealTimers();
    }
  });

  test('keeps what could not be written, with what came and went meanwhile, and complains once until it is over', async () => {
    jest.useFakeTimers();
    try {
      const { presence, batches, failures, disk } = recorded();
      disk.state = 'full';
      presence.opened(1, '::1');
      presence.opened(2, '::1');
      await presence.flush();
      presence.closed(1);
      presence.opened(3, '::1');
      await jest.advanceTimersByTimeAsync(10_000);
      expect(failures).toHaveLength(1);
      disk.state = 'free';
      await jest.advanceTimersByTimeAsync(1_000);
      expect(batches).toEqual([
        { epoch: 7, closed: [1], opened: [2, 3].map((seat) => ({ seat, remote: '::1', sinceMs: 1_000 })) },
      ]);
      disk.state = 'full';
      presence.closed(2);
      await presence.flush();
      expect(failures).toHaveLength(2);
      await jest.advanceTimersByTimeAsync(0);
      jest.clearAllTimers();
    } finally {
      jest.useRealTimers();
    }
  });
});
