/** What lies over the list: help, the menu, something to read, the songs that words find. Pure. */
import { mmss } from '../../../party/clock.ts';
import { usage } from '../../../dj/usage.ts';
import { verbTable } from '../../../dj/verbs.ts';
import { songName } from '../../words.ts';
import { actions, VIEWS } from '../actions.ts';
import { findsSongs } from '../asks.ts';
import { commandOf, commandsLike } from '../commands.ts';
import { textOf } from '../field.ts';
import { helpLines, keyNames } from '../help.ts';
import { columnsOf } from '../../width.ts';
import { wrapped } from '../layout.ts';
import { menuLines } from '../menu.ts';
import type { MenuLine } from '../menu.ts';
import type { Over, State } from '../state.ts';
import { gridRow } from './grid.ts';
import { blank, cell, span } from './line.ts';
import type { Line } from './line.ts';
import type { Pen } from './lists.ts';

/** What takes the room of the places and the list: exactly `height` lines, the first a title. */
export function overLines(state: State, over: Over, height: number, pen: Pen): readonly Line[] {
  const { words, columns } = pen;
  switch (over.is) {
    case 'help': {
      const lines = helpLines(state.language).map((line): Line => {
        if (line.is === 'heading') return [span(` ${line.text}`, 'strong')];
        return [span(cell(`   ${line.keys}`, 20), 'strong'), span(` ${line.text}`)];
      });
      return sheet(words.headings.help, lines, over.top, height, columns);
    }
    case 'page': {
      const lines = over.lines.flatMap((text): Line[] => {
        const parts = wrapped(text, columns - 2);
        return parts.length === 0 ? [blank] : parts.map((part): Line => [span(` ${part}`)]);
      });
      return sheet(over.title, lines, over.top, height, columns);
    }
    case 'menu': {
      const lines = menuLines(over.from, state.tab).map((line, at) => menuLine(line, at === over.at, state, pen));
      const top = Math.max(0, Math.min(over.at - Math.floor(height / 2), lines.length - (height - 1)));
      return sheet(words.headings.menu, lines, top, height, columns);
    }
    case 'field':
    case 'question':
      return [];
  }
}

function sheet(title: string, lines: readonly Line[], top: number, height: number, columns: number): readonly Line[] {
  const name = cell(`-- ${title} `, Math.min(columns, columnsOf(title) + 4));
  const rule = name + '-'.repeat(Math.max(0, columns - columnsOf(name)));
  const shown = Array.from({ length: height - 1 }, (_, at) => lines[top + at] ?? blank);
  return [[span(rule, 'dim')], ...shown];
}

function menuLine(line: MenuLine, chosen: boolean, { language }: State, { words, columns }: Pen): Line {
  if (line.is === 'heading') return [span(` ${words.headings[line.of]}`, 'strong')];
  const keys = line.is === 'action' ? actions[line.id].keys : VIEWS[line.id];
  const { help } = line.is === 'action' ? words.actions[line.id] : words.views[line.id];
  const row = { keys: keyNames(keys.slice(0, 1), language), help };
  return gridRow(
    [
      { title: '', width: 9, side: 'right', cell: () => row.keys },
      { title: '', width: { share: 1 }, cell: () => ` ${row.help}` },
    ],
    row,
    columns,
    chosen ? 'chosen' : 'other',
  );
}

/** While a line is typed: the songs it finds, or the commands it can become. null: the list stays. */
export function findings(state: State, over: Over, height: number, pen: Pen): readonly Line[] | null {
  if (over.is !== 'field') return null;
  const asked = over.asks[over.given.length];
  const lines =
    over.doing.is === 'command'
      ? commands(textOf(over.field))
      : asked && findsSongs(asked)
        ? found(state, over, height, pen)
        : null;
  return lines && Array.from({ length: height }, (_, at) => lines[at] ?? blank);
}

function found(
  { search }: State,
  { chosen, field }: Extract<Over, { is: 'field' }>,
  height: number,
  { words, columns }: Pen,
): readonly Line[] {
  const typed = textOf(field).trim();
  if (typed === '') return [];
  if (search === null) return [[span(`  ${words.hints.loading}`, 'dim')]];
  if (search.rows.length === 0) {
    return [[span(`  ${/^\d+$/.test(typed) ? words.hints.byNumber(typed) : words.empty.found}`, 'dim')]];
  }
  const top = Math.max(0, chosen - height + 1);
  return search.rows.slice(top, top + height).map((row, at) =>
    gridRow(
      [
        { title: '', width: 7, side: 'right', cell: ({ songId }) => songId },
        { title: '', width: { share: 1 }, cell: songName },
        {
          title: '',
          width: 6,
          side: 'right',
          cell: ({ durationS }) => (durationS === null ? '' : mmss(durationS * 1_000)),
        },
      ],
      row,
      columns,
      top + at === chosen ? 'chosen' : 'other',
    ),
  );
}

function commands(line: string): readonly Line[] {
  const whole = commandOf(line);
  const verbs = whole === null ? commandsLike(line) : [whole];
  return verbs.map((verb): Line => [span(`  ${usage(verb)}`, 'strong'), span(`  ${verbTable[verb].help}`, 'dim')]);
}
