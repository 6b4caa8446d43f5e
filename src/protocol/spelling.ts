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

/** The nearest name, or null when none is near: one slip in a short word, two from five letters on. */
export function nearest(word: string, names: readonly string[]): string | null {
  const meant = word.toUpperCase();
  if (meant.length > 16) return null;
  const allowed = meant.length < 5 ? 1 : 2;
  const found = names.map((name) => ({ name, off: slips(meant, name) })).sort((a, b) => a.off - b.off)[0];
  return found && found.off <= allowed ? found.name : null;
}

/** What was said, short enough to say it back. */
export function quoted(text: string): string {
  const head = /^.{0,40}/su.exec(text)?.[0] ?? '';
  return `"${head}${head === text ? '' : '…'}"`;
}

/** `; did you mean HELLO?` or nothing. */
export function didYouMean(word: string): string {
  const meant = nearest(word, COMMAND_NAMES.flatMap(namesOf));
  return meant === null ? '' : `; did you mean ${meant}?`;
}
