/** Progress on a terminal: one line that is drawn over, and gone when there is something to say. */
import { stripVTControlCharacters } from 'node:util';
import type { Progress } from '../dj/results.ts';
import { barLine } from './bar.ts';
import { perSecond, seen } from './pace.ts';
import type { Pace } from './pace.ts';
import type { Screen } from './table.ts';
import { clip, columnsOf } from './width.ts';

export interface Gauge {
  show(news: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

export interface GaugeHands {
  readonly write: (text: string) => void;
  readonly screen: () => Screen;
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number;
}

/** More often nobody can read it, and over ssh each drawing is a packet. */
const REST_MS = 200;

/** No cursor orders but the carriage return: blanks wipe what a longer line left, on every terminal there is. */
export function createGauge({ write, screen, clock }: GaugeHands): Gauge {
  let pace: Pace = [];
  let drawnAtMs = -Infinity;
  let columns = 0;
  const draw = (line: string): void => {
    const now = columnsOf(stripVTControlCharacters(line));
    write(`\r${line}${' '.repeat(Math.max(0, columns - now))}`);
    columns = now;
  };
  return {
    show: (news) => {
      const atMs = clock();
      if (news.state === 'running') pace = seen(pace, news.done, atMs);
      if (atMs - drawnAtMs < REST_MS) return;
      drawnAtMs = atMs;
      draw(lineOf(news, pace, screen()));
    },
    clear: () => {
      if (columns === 0) return;
      draw('');
      write('\r');
    },
  };
}

function lineOf(news: Progress, pace: Pace, screen: Screen): string {
  const plain = (text: string): string => clip(text, Math.min(screen.columns, 80) - 1);
  if (news.state === 'waiting') return plain('Waiting for the librarian, which has other work first …');
  const { kind, done, total, folder } = news;
  if (kind === 'bring') return plain('Reading the file …');
  const [verb, unit] = DOING[kind];
  return barLine({ verb, subject: folder ?? '', unit, done, total, perSecond: perSecond(pace) }, screen);
}

const DOING = {
  backup: ['Copying', 'pages'],
  check: ['Checking', 'looks'],
  import: ['Importing', 'rows'],
  scan: ['Scanning', 'files'],
  remove: ['Taking out', 'files'],
} as const;
