/**
 * Cyrillic songs under Latin fingers. Nobody agrees on how щ or ъ is spelt in Latin letters: the Bulgarian law of 2009 says
 * sht and a, a Russian passport says shch and ie, a phone says 6t and u. So a song and what is typed are both reduced to a
 * sound in which the spellings meet: `j` is ж, `4` ч, `6` ш, `6t` щ, `c` ц, `h` х, and `i` is whatever of и, й, ы, y and j is
 * left after softness has gone. It is lossy on purpose (любов, lyubov, liubov and lubov are all `lubov`) and no spelling.
 *
 * Both sides go through one reading, so what cannot be told apart in Latin letters (изход is typed izhod, as if it were
 * ижод) need not be: both become the same.
 */

/**
 * Letters of folded Cyrillic words (й is и, ё is е, ї is і, ѓ is г), after the Bulgarian law of 2009 but in the letters of
 * the sound. љ and њ end in j, which is an i here.
 */
const SPELT: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: '4', ш: '6', щ: '6t', ъ: 'a', ы: 'i', ь: '' },
  ...{ э: 'e', ю: 'iu', я: 'ia', і: 'i', є: 'ie', ґ: 'g', ј: 'i', љ: 'li', њ: 'ni', ђ: 'dj', ћ: 'c', џ: 'dj', ѕ: 'dz' },
};
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;

/** синьо, бульон: before о people type y or i for ь. Elsewhere it is not heard. */
const SOFT_O = /ь(?=о)/gu;

/** Spellings of one letter by two, and of two by one. Longer ones first: the regular expression takes the first that fits. */
const KEYS: Readonly<Record<string, string>> = { kh: 'h', gh: 'g', cz: 'c', tz: 'ts', q: 'ia', y: 'i' };
const HUSHED: Readonly<Record<string, string>> = {
  ...{ shch: '6t', sh4: '6t', sch: '6t', s4: '6t', '6ch': '6t', '64': '6t' },
  ...{ tsh: 't6', sh: '6', zh: 'j', ch: '4', tts: 'c', ts: 'c', tc: 'c' },
};
const anyOf = (spellings: Readonly<Record<string, string>>): RegExp =>
  new RegExp(Object.keys(spellings).join('|'), 'gu');
const [ANY_KEY, ANY_HUSHED] = [anyOf(KEYS), anyOf(HUSHED)];

/** ie, ye, iye are е; io, yo are ё, which is typed e as often; iu, yu is ю, typed u as often. я alone keeps its i. */
const GLIDE = /i+([aeou]?)/gu;
const GLIDED: Readonly<Record<string, string>> = { a: 'ia', e: 'e', o: 'e', u: 'u', '': 'i' };
/** желтый and жолтый, ещё as esche and escho. */
const HUSHED_O = /(?<=[46j]|6t)o/gu;
const TWICE = /([a-z46])\1+/gu;

function reduce(spelling: string): string {
  return spelling
    .replace(ANY_KEY, (key) => KEYS[key] ?? key)
    .replace(ANY_HUSHED, (letters) => HUSHED[letters] ?? letters)
    .replace(GLIDE, (_, vowel: string) => GLIDED[vowel] ?? vowel)
    .replace(HUSHED_O, 'e')
    .replace(TWICE, '$1');
}

/** A loop, because this is called for every word of an import and takes a third of what a regular expression does. */
function romanise(word: string): string {
  let latin = '';
  for (const letter of word.replace(SOFT_O, 'и')) latin += SPELT[letter] ?? letter;
  return latin;
}

/**
 * Letters that people type in ways which no reading can bring together. ъ is a, u or y in Bulgarian; before a vowel it is
 * nothing or, in Russian passports, ie. щ is a plain sh to Russians in a hurry, г an h to Ukrainians (who are known by their
 * і, є and ґ), ј either й or j, ћ and ђ what is left of ć and đ without their marks, or ch and dj.
 */
const OTHERWISE: readonly (readonly [letter: RegExp, spellings: readonly string[]])[] = [
  [/ъ(?=[еюя])/gu, ['', 'u', 'e']],
  [/ъ(?![еюя])/gu, ['u', 'i']],
  [/щ/gu, ['6']],
  [/г(?=.*[ієґ])|(?<=[ієґ].*)г/gu, ['h']],
  [/ј/gu, ['j']],
  [/ћ/gu, ['4']],
  [/ђ/gu, ['d']],
];
const HAS_SEVERAL = /[ъщгјћђ]/u;
const SOUNDS = 4;

/**
 * The sounds under which a folded Cyrillic word of a song is to be indexed: one for most words, at most 4, the likeliest
 * first. None for a word without Cyrillic letters.
 */
export function soundsLike(word: string): readonly string[] {
  if (!HAS_CYRILLIC.test(word)) return [];
  const likeliest = reduce(romanise(word));
  if (!HAS_SEVERAL.test(word)) return likeliest === '' ? [] : [likeliest];
  const others = OTHERWISE.flatMap(([letter, spellings]) =>
    word.search(letter) < 0 ? [] : spellings.map((spelling) => word.replace(letter, spelling)),
  );
  const sounds = others.map((spelling) => reduce(romanise(spelling)));
  return [...new Set([likeliest, ...sounds])].filter((sound) => sound !== '').slice(0, SOUNDS);
}

/**
 * What Latin letters can stand for, the likelier first: nejna is нежна, but moj is мой; xubav хубав, but alex алекс; vysocki
 * is Высоцкий, but rock рок.
 */
const READINGS: readonly (readonly [letter: RegExp, likely: string, possible: string])[] = [
  [/j/gu, 'j', 'i'],
  [/x/gu, 'h', 'ks'],
  [/ck/gu, 'ck', 'k'],
  [/c(?![hkz])/gu, 'c', 'k'],
  [/w/gu, 'v', '6'],
];
const LATIN_WORD = /^(?=.*[a-z])[a-z0-9]+$/u;

/**
 * The sounds that a typed, folded Latin word can have (4 and 6 inside it are letters), to be looked for among those of
 * `soundsLike`: one for most words, at most 4, the likeliest first. None for what is no Latin word.
 */
export function soundsOf(word: string): readonly string[] {
  if (!LATIN_WORD.test(word)) return [];
  let spellings = [word];
  for (const [letter, likely, possible] of READINGS) {
    if (word.search(letter) < 0) continue;
    spellings = [likely, possible].flatMap((reading) => spellings.map((spelling) => spelling.replace(letter, reading)));
  }
  return [...new Set(spellings.map(reduce))].filter((sound) => sound !== '').slice(0, SOUNDS);
}
