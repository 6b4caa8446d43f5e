/** The line that shows how far work is, as wide as the terminal allows. Pure: how it stands and a width in, a line out. */
import { mmss } from '../party/clock.ts';
import { visible } from '../party/visible.ts';
import { alive } from './table.ts';
import type { Screen } from './table.ts';
import { clip, columnsOf } from './width.ts';

/** Work that goes on. */
export interface Going {
  /** What is done: `Scanning`. */
  readonly verb: string;
  /** With what: `/srv/music`. Empty where that goes without saying. */
  readonly subject: string;
  /** `files`, `rows`. */
  readonly unit: string;
  readonly done: number;
  /** null: nobody knows. More done than there were is the same. */
  readonly total: number | null;
  /** null: too early to say. */
  readonly perSecond: number | null;
}

/** Where a terminal does not know its width; every one is that wide, and a bar that wraps cannot be drawn over. */
const USUAL = 80;
const GAP = '  ';
/** With its brackets. */
const LONGEST_DRAWING = 26;
const SHORTEST_DRAWING = 10;
const SHORTEST_SUBJECT = 12;

type Piece = 'drawing' | 'share' | 'count' | 'rate' | 'left';

/** What is shown, from wide to narrow. */
const CHOICES: readonly (readonly Piece[])[] = [
  ['drawing', 'share', 'count', 'rate', 'left'],
  ['share', 'count', 'rate', 'left'],
  ['share', 'count', 'left'],
  ['share', 'count'],
  ['share'],
];

/**
 * `Scanning /srv/music  [######------]  45%  45,231 of 100,000 files  5,213/s  0:11 left`, or as much of it as there is room
 * for. One column stays free: a terminal may wrap when the last one is written.
 */
export function barLine(going: Going, screen: Screen): string {
  const room = (Number.isFinite(screen.columns) ? screen.columns : USUAL) - 1;
  const subject = visible(going.subject);
  const share = shareOf(going);
  const figures = figuresOf(going, share);
  for (const choice of CHOICES) {
    const texts = choice.map((piece) => (piece === 'drawing' ? '' : figures[piece])).filter((text) => text !== '');
    const draws = choice.includes('drawing') && share !== null;
    const taken = texts.reduce((sum, text) => sum + GAP.length + columnsOf(text), going.verb.length + 1);
    const left = room - taken - (draws ? SHORTEST_DRAWING + GAP.length : 0);
    if (left < Math.min(SHORTEST_SUBJECT, columnsOf(subject))) continue;
    const shown = subject === '' ? going.verb : `${going.verb} ${clip(subject, left)}`;
    const drawing = draws
      ? [drawingOf(share, room - columnsOf(shown) - (taken - going.verb.length - 1) - GAP.length, screen)]
      : [];
    return [shown, ...drawing, ...texts].join(GAP);
  }
  return clip([going.verb, figures.share === '' ? figures.count : figures.share].join(GAP), room);
}

/** Empty: there is nothing to say. */
type Figures = Readonly<Record<Exclude<Piece, 'drawing'>, string>>;

function figuresOf({ done, total, unit, perSecond }: Going, share: number | null): Figures {
  const known = share === null ? null : total;
  return {
    // Rounded down: 100% is said when it is over, and then nothing is said any more.
    share: share === null ? '' : `${String(Math.floor(share * 100)).padStart(2)}%`,
    count: `${grouped(done)}${known === null ? '' : ` of ${grouped(known)}`} ${unit}`,
    rate: perSecond === null ? '' : `${grouped(Math.round(perSecond))}/s`,
    left: known === null || !perSecond ? '' : `${mmss(((known - done) / perSecond) * 1_000)} left`,
  };
}

/** From 0 to 1; null where nobody can say. */
function shareOf({ done, total }: Going): number | null {
  return total === null || total <= 0 || done > total ? null : done / total;
}

function drawingOf(share: number, room: number, screen: Screen): string {
  const columns = Math.min(room, LONGEST_DRAWING) - '[]'.length;
  const full = Math.floor(share * columns);
  return `[${alive('#'.repeat(full), screen)}${'-'.repeat(columns - full)}]`;
}

function grouped(n: number): string {
  return n.toLocaleString('en');
}
