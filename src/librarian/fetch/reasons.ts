/** Why a fetch brought nothing, as the DJ's list says it. Pure. */
import { visible } from '../../party/visible.ts';
import type { RunEnd } from './run.ts';

/** Characters; it is one cell of a table. */
const LONGEST = 200;
/** Names of what a program left that is no song. */
const NAMED = 3;

/** null when the program ended well, and what it left decides. */
export function whyNothing(end: Exclude<RunEnd, { is: 'stopped' }>, timeoutMs: number): string | null {
  const complaint = end.complaint === null ? '' : `: ${end.complaint}`;
  switch (end.is) {
    case 'exited':
      return end.code === 0 ? null : short(`the program ended with code ${end.code}${complaint}`);
    case 'killed':
      return short(`the program was ended by ${end.signal}${complaint}`);
    case 'too-slow':
      return short(`the program took longer than ${timeoutMs / 1_000} s${complaint}`);
    case 'not-started':
      return short(`the program cannot be started: ${end.why}`);
  }
}

/** Of a run that ended well: `problems` are sentences about files, `others` the files that are no song at all. */
export function whyNoSong(problems: readonly string[], others: readonly string[], complaint: string | null): string {
  const [first] = problems;
  if (first !== undefined) return short(first);
  const said = complaint === null ? '' : `; it said: ${complaint}`;
  if (others.length === 0) return short(`the program left no file${said}`);
  const named = others.slice(0, NAMED).join(', ') + (others.length > NAMED ? ', …' : '');
  return short(`the program left no song, only ${named}${said}`);
}

/** What the system refused while files were moved. */
export const whyNotKept = (error: NodeJS.ErrnoException): string => short(`it cannot be kept: ${error.message}`);

function short(text: string): string {
  const clean = visible(text);
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1)}…`;
}
