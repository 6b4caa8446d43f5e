/** The whole screen: a state, and the time, in; exactly as many lines as there are rows, out. Pure. */
import { clockTime } from '../../words.ts';
import { layoutOf } from '../layout.ts';
import type { State } from '../state.ts';
import { wordsIn } from '../words/speak.ts';
import { listLines, nextLines, tabLine } from './body.ts';
import { footerLine, wordLines } from './footer.ts';
import { headerLine, nowLines } from './header.ts';
import { blank, fitted } from './line.ts';
import type { Line } from './line.ts';
import type { Pen } from './lists.ts';
import { findings, overLines } from './over.ts';

export function picture(state: State, nowMs: number): readonly Line[] {
  const { columns, rows } = state.size;
  const said = state.over?.is === 'question' ? { text: state.over.text, tone: 'refused' as const } : state.said;
  const layout = layoutOf(state.size, state.tab, state.over?.is === 'field' ? null : said);
  const pen: Pen = { words: wordsIn(state.language), nowMs, time: (ms) => clockTime(ms, nowMs), columns };
  const lines = [
    headerLine(state, nowMs, columns, pen.time),
    ...nowLines(state, nowMs, columns),
    ...middle(state, layout, pen),
    ...wordLines({ ...state, said }, layout, pen),
    footerLine(state, pen),
  ];
  return Array.from({ length: rows }, (_, at) => fitted(lines[at] ?? blank, columns));
}

function middle(state: State, layout: ReturnType<typeof layoutOf>, pen: Pen): readonly Line[] {
  const { over } = state;
  if (over?.is === 'help' || over?.is === 'page' || over?.is === 'menu') {
    return overLines(state, over, layout.over, pen);
  }
  const height = layout.list + layout.details + 1;
  const below = over ? findings(state, over, height, pen) : null;
  return [...nextLines(state, layout, pen), tabLine(state, pen), ...(below ?? listLines(state, layout, pen))];
}
