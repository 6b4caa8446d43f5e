/** What is run for a wish: the program, its arguments and its environment. Pure; no shell ever sees any of it. */
import type { Named } from '../../party/model.ts';

/** A missing song, as the fetch command is told of it. */
export interface Fetchable extends Named {
  readonly wishId: number;
}

/** As node:child_process takes it. */
export interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a program needs to find its helpers, its home and its tongue. Nothing else of ours is its business. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'TMPDIR'] as const;
/** By which the processes of a run are known again, whatever became of their parents. */
export const FOLDER_VARIABLE = 'KARAOKE_FOLDER';

/** Only these: a brace that means something else to the program stays as it is. */
const PLACEHOLDER = /\{(artist|title|folder|wish)\}/g;

/**
 * `words` are the program and its fixed arguments, `folder` is where its files belong, absolute. Without a placeholder in any
 * argument, artist, title and folder are appended as three.
 */
export function invocationOf(
  words: readonly [program: string, ...args: string[]],
  wish: Fetchable,
  folder: string,
  daemon: Readonly<Record<string, string | undefined>>,
): Invocation {
  const [program, ...fixed] = words;
  const values = { artist: wish.artist, title: wish.title, folder, wish: String(wish.wishId) };
  const all = fixed.some((word) => word.search(PLACEHOLDER) >= 0)
    ? fixed
    : [...fixed, '{artist}', '{title}', '{folder}'];
  const inherited = INHERITED.flatMap((name) => (daemon[name] === undefined ? [] : [[name, daemon[name]]]));
  return {
    program,
    args: all.map((word) => filledIn(word, values)),
    env: {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      KARAOKE_ARTIST: values.artist,
      KARAOKE_TITLE: values.title,
      [FOLDER_VARIABLE]: values.folder,
      KARAOKE_WISH: values.wish,
    },
  };
}

/**
 * In one pass, so that a song called "{folder}" stays a song. A word that begins with `-` only because a song does gets a blank
 * in front: "--exec=…" would be an option, and no other escape means the same to every program (not all know `--`). A
 * blank does no harm to a search, and the environment has the exact text.
 */
function filledIn(word: string, values: Readonly<Record<string, string>>): string {
  const filled = word.replaceAll(PLACEHOLDER, (_whole, name: string) => values[name] ?? '');
  return filled.startsWith('-') && !word.startsWith('-') ? ` ${filled}` : filled;
}
