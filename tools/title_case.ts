/** Chart files shout their titles; people sing them in title case. Pure: one title in, one out. */

const SMALL = new Set('a an and as at but by for from in into nor of on or the to vs with'.split(' '));
/** Written in capitals by everybody. Roman numerals among them; "I" is a word of its own. */
const CAPITALS = new Set('APT DJ DNA FM II III IV LP NYC OK SOS TV UK USA VI VII XO YMCA'.split(' '));

/** `GIMME! GIMME! (A MAN AFTER MIDNIGHT)` becomes `Gimme! Gimme! (A Man After Midnight)`. */
export function titleCase(shouted: string): string {
  const words = shouted.trim().split(/\s+/);
  return words
    .map((word, index) => {
      const before = words[index - 1] ?? '';
      const opensSomething = index === 0 || /^[("'[]/.test(word) || /[:!?/)-]$/.test(before);
      const closesSomething = index === words.length - 1 || /[)\]]$/.test(word);
      const bare = word.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
      return SMALL.has(bare) && !opensSomething && !closesSomething ? word.toLowerCase() : wordCase(word);
    })
    .join(' ');
}

/** One word: `GO-GO` is Go-Go, `DON'T` is Don't, `U.S.A.` and `(II)` stay. */
function wordCase(word: string): string {
  if (/^[^\p{L}]*(\p{L}\.){2,}/u.test(word)) return word;
  if (CAPITALS.has(word.replaceAll(/[^\p{L}]/gu, ''))) return word;
  return word
    .toLowerCase()
    .replaceAll(/(^|[-/("[.…&])(['’]?)(\p{L})/gu, (_all, edge: string, quote: string, letter: string) => {
      return edge + quote + letter.toUpperCase();
    });
}
