/** Search as somebody types: a moment after the last letter, one question at a time, and only the newest answer counts. */
import { lostIsTold } from '../talk/lost.ts';
import { isOk, rowsOf } from '../talk/said.ts';
import type { Answer, Row } from '../talk/said.ts';
import { isForNow } from '../talk/speaking.ts';
import { words } from './typed.ts';

export interface Found {
  /** What was looked for. */
  readonly words: string;
  readonly songs: readonly Row<'song row'>[];
  readonly total: number;
  /** `total` is a lower bound. */
  readonly more: boolean;
}

export interface SearchOptions {
  /** Rejects when there is no connection. */
  readonly say: (line: string) => Promise<Answer>;
  readonly found: (found: Found | null) => void;
  readonly after: (ms: number, then: () => void) => { readonly cancel: () => void };
}

export interface Search {
  readonly typed: (text: string) => void;
  /** At once: for who presses Enter, and when the connection is back. */
  readonly now: () => void;
  /** More of the same. */
  readonly more: () => void;
}

const PAUSE_MS = 150;
/** A house that is too busy is asked again by itself. */
const BUSY_MS = 2000;
const FIRST = 20;
const MORE = 40;
const MOST = 100;

export function createSearch({ say, found, after }: SearchOptions): Search {
  let wanted = '';
  let size = FIRST;
  /** What the last answer was for; null: there is none. */
  let shown: string | null = null;
  let asking = false;
  let pause: { readonly cancel: () => void } | null = null;

  const question = (): string => `SEARCH size=${size} ${wanted}`;
  const ask = async (): Promise<void> => {
    if (asking || wanted === '' || question() === shown) return;
    asking = true;
    const asked = question();
    const looked = wanted;
    // Without a connection nothing is shown anew; `now` asks again when there is one.
    const answer = await say(asked).catch((error: unknown) => {
      lostIsTold(error);
      return null;
    });
    asking = false;
    if (!answer) return;
    const { final } = answer;
    if (isForNow(answer)) pause ??= after(BUSY_MS, now);
    // What was cleared meanwhile is not shown, and is asked anew when it is typed anew.
    else if (wanted !== '') {
      shown = asked;
      if (isOk(final, 'SEARCH')) {
        const { total, more } = final;
        found({ words: looked, songs: rowsOf(answer, 'song row'), total, more });
      }
    }
    if (!pause) void ask();
  };
  const now = (): void => {
    pause?.cancel();
    pause = null;
    void ask();
  };

  return {
    typed(text) {
      const next = words(text);
      if (next === wanted) return;
      wanted = next;
      size = FIRST;
      pause?.cancel();
      pause = null;
      if (wanted === '') {
        shown = null;
        found(null);
      } else pause = after(PAUSE_MS, now);
    },
    now,
    more() {
      size = Math.min(MOST, size + MORE);
      now();
    },
  };
}
