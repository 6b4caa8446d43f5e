import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { watchOver } from '../../../src/supervisor/watch_over.ts';

const EVERY_MS = 1_000;

describe('a child that is watched over', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const watched = (answers: (question: number) => boolean) => {
    let [questions, silences] = [0, 0];
    const watch = watchOver(
      {
        ask: () => {
          questions += 1;
          if (answers(questions)) watch.answered();
        },
        silent: () => (silences += 1),
      },
      EVERY_MS,
    );
    return { watch, questions: () => questions, silences: () => silences };
  };

  test('is left alone while it answers now and then', () => {
    const child = watched((question) => question % 6 === 0);
    jest.advanceTimersByTime(100 * EVERY_MS);
    expect(child.questions()).toBe(100);
    expect(child.silences()).toBe(0);
  });
  test('is silent once it has not answered six times in a row, and is asked no more', () => {
    const child = watched((question) => question <= 3);
    jest.advanceTimersByTime(9 * EVERY_MS);
    expect(child.silences()).toBe(0);
    jest.advanceTimersByTime(EVERY_MS);
    expect(child.silences()).toBe(1);
    jest.advanceTimersByTime(100 * EVERY_MS);
    expect([child.questions(), child.silences()]).toEqual([9, 1]);
  });
  test('is not asked after its end', () => {
    const child = watched(() => false);
    child.watch.over();
    jest.advanceTimersByTime(100 * EVERY_MS);
    expect([child.questions(), child.silences()]).toEqual([0, 0]);
  });
});
