/** The places, the tabs and the list. Pure. */
import { clip, columnsOf } from '../../width.ts';
import { songName } from '../../words.ts';
import { chosenRow, lengthOf, rowOf } from '../cursor.ts';
import type { Layout } from '../layout.ts';
import { above, wrapped } from '../layout.ts';
import { reasonIn } from '../reason.ts';
import { rowAt } from '../pages.ts';
import { TABS } from '../rows.ts';
import type { AnyRow, Message, Rows, Tab } from '../rows.ts';
import type { State } from '../state.ts';
import { gridHead, gridRow } from './grid.ts';
import type { Column } from './grid.ts';
import { blank, span } from './line.ts';
import type { Line, Span } from './line.ts';
import { guestColumns, lineColumns, messageColumns, missingColumns, songColumns, sungColumns } from './lists.ts';
import type { Pen } from './lists.ts';

/** The next five: always in sight, whatever tab is open. */
export function nextLines(state: State, { next }: Layout, pen: Pen): readonly Line[] {
  if (next === 0) return [];
  const columns = lineColumns(state, pen);
  const { at } = state.cursors.line;
  const rows = Array.from({ length: next }, (_, index): Line => {
    const row = rowAt(state.lists.line, index);
    if (row) return gridRow(columns, row, pen.columns, state.tab === 'line' && at === index ? 'chosen' : 'other');
    return index === 0 && state.link === 'there' ? nothing(state, 'line', pen.words.next.nobody, pen) : blank;
  });
  return [gridHead(columns, pen.columns), ...rows];
}

/** `--[1 Line 12] 2 Missing 3  3 Guests …`, the open one in brackets; on a narrow screen only the counts that call for the DJ. */
export function tabLine(state: State, { words, columns }: Pen): Line {
  const calling: Partial<Record<Tab, number>> = { missing: state.counts.missing, messages: state.unread };
  const { waiting: line, songs } = state.counts;
  const counts: Partial<Record<Tab, number>> = { ...calling, line, songs, guests: state.namedGuests };
  const wide = tabTexts(counts, words, state.filter === '' ? '' : ` /${clip(state.filter, 12)}`);
  const used = wide.reduce((sum, text) => sum + columnsOf(text) + 2, 2);
  if (used > columns) return tabSpans(state, tabTexts(calling, words, state.filter === '' ? '' : '/'), '');
  return [span('--', 'dim'), ...tabSpans(state, wide, ' '), span('-'.repeat(columns - used), 'dim')];
}

/** `filter` follows the tab of songs while it shows not all of them. */
function tabTexts(counts: Partial<Record<Tab, number>>, words: Pen['words'], filter: string): readonly string[] {
  return TABS.map((tab, at) => {
    const count = counts[tab] ?? 0;
    return `${at + 1} ${words.tabs[tab]}${count > 0 ? ` ${count}` : ''}${tab === 'songs' ? filter : ''}`;
  });
}

function tabSpans(state: State, texts: readonly string[], room: '' | ' '): readonly Span[] {
  return TABS.flatMap((tab, at): Span[] => {
    const text = texts[at] ?? '';
    if (tab === state.tab) return [span(`[${text}]`, 'chosen')];
    const before = room === '' && at > 0 && TABS[at - 1] !== state.tab ? ' ' : room;
    return [span(`${before}${text}${room}`, tab === 'messages' && state.unread > 0 ? 'strong' : 'dim')];
  });
}

/** The list of the open tab: what its columns are, its rows, and what is to say of the chosen one. */
export function listLines(state: State, layout: Layout, pen: Pen): readonly Line[] {
  switch (state.tab) {
    case 'line':
      return shown(state, 'line', lineColumns(state, pen), layout, pen);
    case 'missing':
      return shown(state, 'missing', missingColumns(pen), layout, pen);
    case 'guests':
      return shown(state, 'guests', guestColumns(pen), layout, pen);
    case 'songs':
      return shown(state, 'songs', songColumns(pen), layout, pen);
    case 'sung':
      return shown(state, 'sung', sungColumns(pen), layout, pen);
    case 'messages':
      return shown<Message>(state, 'messages', messageColumns(pen), layout, pen);
  }
}

function shown<Row extends AnyRow>(
  state: State,
  tab: Tab,
  columns: readonly Column<Row>[],
  layout: Layout,
  pen: Pen,
): readonly Line[] {
  const { at, top } = state.cursors[tab];
  const head = above(layout, tab);
  const length = lengthOf(state, tab);
  const rows = Array.from({ length: layout.list }, (_, index): Line => {
    const place = head + top + index;
    if (place >= length) {
      if (index > 0 || length > 0 || state.link !== 'there') return blank;
      return nothing(state, tab, pen.words.empty[tab], pen);
    }
    const row = rowOf(state, tab, place) as Row | undefined;
    if (row === undefined) return [span('  …', 'dim')];
    return gridRow(columns, row, pen.columns, place === at ? 'chosen' : 'other');
  });
  const below = length - head - top - layout.list;
  const headings = head > 0 ? [span(restLine(below, pen), 'dim')] : gridHead(columns, pen.columns);
  return [headings, ...rows, ...detailLines(state, layout, pen)];
}

/** Of a list that was not read yet nobody knows whether it is empty. */
function nothing({ lists }: State, tab: Tab, empty: string, { words }: Pen): Line {
  const read = tab === 'messages' || lists[tab].known.size > 0;
  return [span(`  ${read ? empty : words.hints.loading}`, 'dim')];
}

function restLine(below: number, { words }: Pen): string {
  return below > 0 ? `  ${words.hints.more(below)}` : '';
}

/** What does not fit a row, about the chosen one. */
function detailLines(state: State, { details, columns }: Layout, pen: Pen): readonly Line[] {
  const row = chosenRow(state);
  const text = row === null ? '' : detail(state, row, pen);
  const lines = wrapped(text, columns - 3).slice(0, details);
  return Array.from({ length: details }, (_, at): Line => [
    span(` ${at === 0 && text !== '' ? '*' : ' '} ${lines[at] ?? ''}`),
  ]);
}

function detail(state: State, row: AnyRow, { words, time }: Pen): string {
  switch (state.tab) {
    case 'line': {
      const entry = row as Rows['line'];
      const late = entry.tooLateFor === null ? '' : `${words.details.late(time(entry.tooLateFor))} `;
      return `${words.details.entry(entry.queueId)}: ${songName(entry)}. ${late}${reasonIn(state.language, entry)}`;
    }
    case 'missing':
      return words.details.asked(row as Rows['missing'], time);
    case 'messages':
      return words.message((row as Message).event, time) ?? '';
    case 'songs':
      return songName(row as Rows['songs']);
    case 'sung':
      return songName(row as Rows['sung']);
    case 'guests':
      return (row as Rows['guests']).name;
  }
}
