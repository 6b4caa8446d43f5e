/**
 * Typing errors: how many there are between two words, how many are forgiven, and how a vocabulary finds the words that are
 * so near without looking at every one.
 */

/** Edits that are forgiven in a word of so many letters: one from 4, two from 8 (domain.md, "As people type"). */
export const forgiven = (letters: number): 0 | 1 | 2 => (letters >= 8 ? 2 : letters >= 4 ? 1 : 0);

/** The same for two words that may be one: the longer one counts, because the letter that is missing was meant. */
export const forgivenBetween = (a: string, b: string): 0 | 1 | 2 => forgiven(Math.max(a.length, b.length));

/** How far what was typed is from a word, in letters to insert, delete, replace or swap with their neighbour. */
export interface Apart {
  /** From the whole word. */
  readonly whole: number;
  /** From the beginning of it that comes nearest: the word may not be finished yet. */
  readonly begun: number;
}

/**
 * The restricted Damerau-Levenshtein distance, because fingers swap neighbours as often as they miss a key. Counted up to
 * `most`; whatever is more is `most + 1`.
 */
export function edits(typed: string, word: string, most: number): Apart {
  const far = { whole: most + 1, begun: most + 1 };
  // Letters beyond these can only be ones to come.
  const reach = Math.min(word.length, typed.length + most);
  if (typed.length > word.length + most) return far;
  let before: number[] = [];
  let last: number[] = [];
  for (let column = 0; column <= reach; column += 1) last.push(column);
  for (let row = 1; row <= typed.length; row += 1) {
    const letter = typed.charCodeAt(row - 1);
    const now = [row];
    let least = row;
    for (let column = 1; column <= reach; column += 1) {
      const other = word.charCodeAt(column - 1);
      const kept = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
      let cost = Math.min(kept, (last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
      const swapped =
        row > 1 && column > 1 && letter === word.charCodeAt(column - 2) && other === typed.charCodeAt(row - 2);
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      now.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return far;
    [before, last] = [last, now];
  }
  const whole = reach < word.length ? most + 1 : (last[reach] ?? 0);
  return { whole: Math.min(whole, most + 1), begun: Math.min(...last, most + 1) };
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
