/**
 * Typing errors: how many there are between two words, how many are forgiven, and how a vocabulary finds the words that are
 * so near without looking at every one.
 */

/** Edits that are forgiven in a word of so many letters: one from 4, two from 8 (domain.md, "As people type"). */
export const forgiven = (letters: number): 0 | 1 | 2 => (letters >= 8 ? 2 : letters >= 4 ? 1 : 0);

/** The same for two words that may be one: the longer one counts, because the letter that is missing was meant. */
export const forgivenBetween = (a: string, b: string): 0 | 1 | 2 => forgiven(Math.max(a.length, b.length));

/**
 * Letters to insert, delete, replace or swap with their neighbour to make `b` of `a`, counted up to `most`; more is
 * `most + 1`. The restricted Damerau-Levenshtein distance: fingers swap neighbours as often as they miss a key.
 */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** The edits between `typed` and the beginning of `word` that comes nearest to it: for a word that is not finished yet. */
export function editsFromStart(typed: string, word: string, most: number): number {
  let least = edits(typed, word, most);
  const longest = Math.min(word.length - 1, typed.length + most);
  for (let length = Math.max(1, typed.length - most); length <= longest && least > 0; length += 1)
    least = Math.min(least, edits(typed, word.slice(0, length), most));
  return least;
}

/** Letters of a word that its remains are made of: the beginning says enough, and a long word would have hundreds. */
const BEGINNING = 7;

/**
 * What is left of the beginning of `word` with up to `deleted` letters taken out, itself included. Two words with few edits
 * between them have one of these in common, so the index of them answers what is near without a scan (symmetric deletion:
 * W. Garbe, SymSpell, 2012; with its prefix of 7).
 */
export function remains(word: string, deleted: number): readonly string[] {
  const all = new Set([word.slice(0, BEGINNING)]);
  let last: readonly string[] = [...all];
  for (let left = deleted; left > 0; left -= 1) {
    const next = last.flatMap((rest) => Array.from(rest, (_, at) => rest.slice(0, at) + rest.slice(at + 1)));
    last = [...new Set(next)].filter((rest) => rest !== '' && !all.has(rest));
    for (const rest of last) all.add(rest);
  }
  return [...all];
}
