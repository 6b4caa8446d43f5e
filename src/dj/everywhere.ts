/** What is typed beside the verbs, and what the environment says: read by karaokectl, by completion and by the manual. */

/** An option of karaokectl itself. */
interface Beside {
  /** What stands for its value; null: it has none. */
  readonly value: string | null;
  /** `alone`: it means something only where no verb is. */
  readonly goes: 'with every verb' | 'alone';
  readonly about: string;
}

export const EVERYWHERE = {
  json: { value: null, goes: 'with every verb', about: 'print one JSON document (watch: one for each event)' },
  timeout: { value: 's', goes: 'with every verb', about: 'how many seconds karaoked may be silent (default: 5)' },
  var: {
    value: 'dir',
    goes: 'with every verb',
    about: 'where that karaoked keeps its files (default: KARAOKE_VAR, else var/ of the checkout)',
  },
  plain: {
    value: null,
    goes: 'alone',
    about: 'on a terminal: a plain numbered menu instead of the console (or KARAOKE_PLAIN=1)',
  },
  version: { value: null, goes: 'alone', about: 'print the version of karaokectl' },
  help: { value: null, goes: 'with every verb', about: 'print what can be typed here' },
} as const satisfies Readonly<Record<string, Beside>>;

export type EverywhereName = keyof typeof EVERYWHERE;

/** How it is typed: `--timeout <s>`. */
export function beside(name: EverywhereName): string {
  const { value } = EVERYWHERE[name];
  return value === null ? `--${name}` : `--${name} <${value}>`;
}

/** What karaokectl reads of its environment. */
export const ENVIRONMENT = {
  KARAOKE_VAR: 'where karaoked keeps its files, when `--var` does not say',
  KARAOKE_PLAIN: 'when set, and not 0: the menu instead of the console, as with `--plain`',
  NO_COLOR: 'when set, nothing is coloured',
  LANG: 'the language of the console (`LC_ALL` and `LC_MESSAGES` go before it): Bulgarian for bg, else English',
  TERM: 'dumb: the menu instead of the console',
  KARAOKE_KEYBOARD:
    'bds: the Cyrillic keys of the console are those of a Bulgarian typewriter, else of the phonetic layout',
} as const;
