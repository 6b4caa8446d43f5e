/** Which page has which generated tables. */
import { environmentName, SETTING_NAMES } from '../src/config/resolve.ts';
import { SETTINGS } from '../src/config/schema.ts';
import { helpLines } from '../src/ctl/console/help.ts';
import { beside, ENVIRONMENT, EVERYWHERE } from '../src/dj/everywhere.ts';
import type { EverywhereName } from '../src/dj/everywhere.ts';
import { usage as verbUsage } from '../src/dj/usage.ts';
import { verbNames, verbTable } from '../src/dj/verbs.ts';
import { NAMINGS } from '../src/party/naming.ts';
import { COMMANDS, COMMAND_NAMES, OPTIONS, namesOf, usage } from '../src/protocol/commands.ts';
import { ERRORS } from '../src/protocol/errors.ts';
import { EVENTS } from '../src/protocol/events.ts';
import { BYES } from '../src/protocol/farewell.ts';
import { LIMITS } from '../src/protocol/limits.ts';
import { EVENT_SHAPES, ROW_SHAPES, SHAPES } from '../src/protocol/shapes.ts';
import type { Shapes } from '../src/protocol/shapes.ts';
import { CTL_EXITS, DAEMON_EXITS, FILES, SIGNALS } from './manual.ts';

/** Sections of a page, by the name in its markers. */
export type Sections = Readonly<Record<string, () => string>>;

export const PAGES: Readonly<Record<string, Sections>> = {
  'docs/protocol.md': { commands, options, events, byes, errors, fields, limits },
  'docs/operations.md': {
    settings,
    files,
    signals,
    exits,
    verbs,
    namings,
    besides,
    environment,
    'ctl-exits': ctlExits,
    'console-keys': consoleKeys,
  },
};

/** The console's help, in English, a heading a row of its own. */
function consoleKeys(): string {
  const rows = helpLines('en').map((line) =>
    line.is === 'heading' ? ['', `**${line.text}**`] : [line.keys.split(', ').map(code).join(', '), line.text],
  );
  return table(['key', 'what it does'], rows);
}

function commands(): string {
  return table(
    ['command', 'what it does', 'needs a name'],
    COMMAND_NAMES.map((name) => {
      const [, ...aliases] = namesOf(name);
      const also = aliases.length > 0 ? ` (also ${aliases.map(code).join(', ')})` : '';
      return [code(usage(name)), COMMANDS[name].what + also, COMMANDS[name].needsName ? 'yes' : ''];
    }),
  );
}

function options(): string {
  return table(
    ['option', 'value'],
    Object.values(OPTIONS).map(({ shown, type, least, most }) => [
      code(shown),
      type === 'number' ? `a whole number from ${least} to ${most}` : `${least} to ${most} characters`,
    ]),
  );
}

function events(): string {
  return table(
    ['event', 'when', 'heard with'],
    Object.values(EVENTS).map(({ shown, what, watch }) => [
      code(shown),
      what,
      watch === 'mine' ? '`WATCH mine` and `all`' : '`WATCH all`',
    ]),
  );
}

function byes(): string {
  return table(
    ['reason', 'text'],
    Object.entries(BYES).map(([reason, text]) => [code(reason), text]),
  );
}

function errors(): string {
  return table(
    ['code', 'word', 'what it means'],
    Object.entries(ERRORS).map(([id, { word, what }]) => [id, code(word), what]),
  );
}

function fields(): string {
  const rows = (shapes: Shapes, as: (name: string) => string): readonly (readonly string[])[] =>
    Object.entries(shapes).map(([name, shape]) => [
      as(name),
      Object.entries(shape)
        .map(([field, type]) => `${code(field)} ${type.replace('?', ' or null')}`)
        .join(', ') || 'none but the text',
    ]);
  return table(
    ['of', 'fields'],
    [
      ...rows(SHAPES, (word) => code(`OK ${word}`)),
      ...rows(ROW_SHAPES, (name) => name),
      ...rows(EVENT_SHAPES, (topic) => code(`* ${topic}`)),
    ],
  );
}

function limits(): string {
  return table(
    ['limit', 'of what'],
    Object.values(LIMITS).map(({ value, what }) => [value.toLocaleString('en'), what]),
  );
}

function settings(): string {
  return table(
    ['setting', 'environment', 'default', 'meaning', 'live'],
    SETTING_NAMES.map((name) => {
      const { default: fallback, what, live } = SETTINGS[name];
      return [code(name), code(environmentName(name)), code(JSON.stringify(fallback)), what, live ? 'yes' : ''];
    }),
  );
}

function verbs(): string {
  return table(
    ['verb', 'what it does'],
    verbNames.map((name) => [code(verbUsage(name)), verbTable[name].help]),
  );
}

function besides(): string {
  return table(
    ['with any verb, or alone', 'what it does'],
    Object.entries(EVERYWHERE).map(([name, { about }]) => [code(beside(name as EverywhereName)), about]),
  );
}

function environment(): string {
  return table(
    ['environment', 'what it says'],
    Object.entries(ENVIRONMENT).map(([name, what]) => [code(name), what]),
  );
}

function files(): string {
  return table(
    ['file', 'what'],
    FILES.map(([file, what]) => [code(file), what]),
  );
}

function signals(): string {
  return table(['signal', 'meaning'], SIGNALS);
}

function exits(): string {
  return table(['code', 'karaoked'], DAEMON_EXITS);
}

function ctlExits(): string {
  return table(['code', 'karaokectl'], CTL_EXITS);
}

function namings(): string {
  return table(
    ['`--names`', 'how the files are named'],
    Object.entries(NAMINGS).map(([name, what]) => [code(name), what]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;
