/** A program with its fixed arguments, as a setting names it. Pure. */

/** The words of a command as they were written, or a sentence that says why it is none. No words: no command. */
export type ReadCommand =
  { readonly ok: true; readonly words: readonly string[] } | { readonly ok: false; readonly why: string };

const bad = (why: string): ReadCommand => ({ ok: false, why });

/**
 * A text is split at blanks, without quotes or escapes: half a shell would only be guessed at. Whoever needs a blank inside a
 * word writes a list; a text that begins with `[` is such a list as JSON, because the environment knows only texts.
 */
export function readCommand(said: string | readonly string[]): ReadCommand {
  if (typeof said !== 'string') return checked(said);
  if (!said.trimStart().startsWith('[')) return checked(said.split(/\s+/u).filter((word) => word !== ''));
  const list = parsed(said);
  return list === null
    ? bad('begins with "[", so it must be a JSON list of texts: ["program", "argument"]')
    : checked(list);
}

function parsed(json: string): readonly string[] | null {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : null;
  } catch {
    return null;
  }
}

function checked(words: readonly string[]): ReadCommand {
  const [program] = words;
  if (program === undefined) return { ok: true, words };
  if (words.some((word) => word.includes('\0'))) return bad('holds a NUL, which no program can be given');
  if (program.includes('{'))
    return bad('begins with a placeholder: the program must be named, only its arguments vary');
  // Whoever starts karaoked may stand anywhere: a path from there would mean another file each time.
  const named = program.startsWith('/') || (program !== '' && !program.includes('/'));
  return named ? { ok: true, words } : bad('must begin with an absolute path or with the name of a program on PATH');
}
