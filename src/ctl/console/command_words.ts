/** A typed line as words, as a shell reads it: blanks part them, quotes keep them together. Pure. */

/** null: a quote is not closed. */
export function commandWords(line: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (const character of line) {
    if (quote === null && /\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === quote) {
      quote = null;
    } else if (quote === null && (character === '"' || character === "'") && word === null) {
      // Only where a word begins: there are songs like Don't Stop Me Now.
      quote = character;
      word = '';
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== null) return null;
  return word === null ? words : [...words, word];
}
