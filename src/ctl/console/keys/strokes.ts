/** What came from the keyboard as strokes: a key with a name, or a character. Pure. */
import type { Edit } from '../field.ts';

/** `key` is how the table of actions names it: a character as typed, `space`, `enter`, `shift-up`, `ctrl-c`. */
export interface Stroke {
  readonly key: string;
  /** What it adds to a line that is being typed; empty: nothing. */
  readonly text: string;
}

/** Which keys Ink saw pressed; its names. */
export interface Pressed {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

const NAMED = {
  upArrow: 'up',
  downArrow: 'down',
  leftArrow: 'left',
  rightArrow: 'right',
  pageUp: 'pageup',
  pageDown: 'pagedown',
  home: 'home',
  end: 'end',
  return: 'enter',
  escape: 'escape',
  tab: 'tab',
  backspace: 'backspace',
  delete: 'delete',
} as const satisfies Partial<Record<keyof Pressed, string>>;

const names = Object.entries(NAMED) as readonly [keyof typeof NAMED, string][];

/**
 * The strokes of one piece of input. Over a slow line several keys come at once, and Enter among them is a character.
 */
export function strokesOf(input: string, pressed: Pressed): readonly Stroke[] {
  // Esc and the key after it come as one over a slow line; nothing here is pressed with Alt.
  if (pressed.meta && !pressed.escape)
    return [{ key: 'escape', text: '' }, ...strokesOf(input, { ...pressed, meta: false })];
  const named = names.find(([name]) => pressed[name]);
  if (named) {
    const [, key] = named;
    return [{ key: pressed.shift && SHIFTED.has(key) ? `shift-${key}` : key, text: '' }];
  }
  if (pressed.ctrl) return [{ key: `ctrl-${input.toLowerCase()}`, text: '' }];
  return Array.from(input.replaceAll('\r\n', '\r'), stroke);
}

const SHIFTED = new Set(['up', 'down', 'tab']);

function stroke(character: string): Stroke {
  if (character === '\r' || character === '\n') return { key: 'enter', text: '' };
  if (character === '\t') return { key: 'tab', text: '' };
  if (character === ' ') return { key: 'space', text: ' ' };
  if (character < ' ') return { key: `ctrl-${String.fromCharCode(character.charCodeAt(0) + 96)}`, text: '' };
  return { key: character, text: character };
}

const EDITS: Readonly<Record<string, Edit>> = {
  left: 'left',
  right: 'right',
  home: 'home',
  end: 'end',
  backspace: 'backspace',
  delete: 'delete',
  'ctrl-a': 'home',
  'ctrl-e': 'end',
  'ctrl-h': 'backspace',
  'ctrl-d': 'delete',
  'ctrl-u': 'clear',
  'ctrl-w': 'word',
};

/** What a key does to a line that is being typed; null: nothing. */
export function editOf(key: string): Edit | null {
  return EDITS[key] ?? null;
}
