/** The commands that a typed beginning can become. Pure. */
import { verbNames } from '../../dj/verbs.ts';
import type { Verb } from '../../dj/verbs.ts';

/** In the order of the table; all for nothing typed, none once a command is typed and what it takes follows. */
export function commandsLike(line: string): readonly Verb[] {
  const begun = line.trimStart().replace(/\s+/g, ' ');
  return verbNames.filter((verb) => verb !== 'watch' && verb.startsWith(begun));
}

/** The command that a line begins with; the longest, since some begin like others. */
export function commandOf(line: string): Verb | null {
  const typed = `${line.trim().replace(/\s+/g, ' ')} `;
  const fitting = verbNames.filter((verb) => typed.startsWith(`${verb} `));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
