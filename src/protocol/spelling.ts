/** "Did you mean": which of some names a word was meant to be. Sessions load no library for it. */
import { COMMAND_NAMES, namesOf } from './commands.ts';

/** Letters added, left out, replaced, or two exchanged (optimal string alignment). */
function slips(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1)
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The names that a word is nearest to, if it is near any: one slip in a short word, two from five letters on. */
function nearest(word: string, names: readonly string[]): readonly string[] {
  const meant = word.toUpperCase();
  const allowed = meant.length < 5 ? 1 : 2;
  // A name that is longer or shorter by more than the slips allowed need not be compared letter by letter.
  const near = names
    .filter((name) => Math.abs(name.length - meant.length) <= allowed)
    .map((name) => ({ name, off: slips(meant, name) }));
  const least = Math.min(allowed, ...near.map(({ off }) => off));
  return near.filter(({ off }) => off === least).map(({ name }) => name);
}

/** What was said, short enough to say it back. */
export function quoted(text: string): string {
  const head = /^.{0,40}/su.exec(text)?.[0] ?? '';
  return `"${head}${head === text ? '' : '…'}"`;
}

/** `; did you mean HELLO?` or nothing. HELO is as near to HELP: then both are named. */
export function didYouMean(word: string): string {
  const meant = nearest(word, COMMAND_NAMES.flatMap(namesOf)).slice(0, 3);
  return meant.length === 0 ? '' : `; did you mean ${meant.join(' or ')}?`;
}
