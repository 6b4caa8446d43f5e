/**
 * The wrong keyboard layout: `ghbdtn` is привет by somebody who forgot to switch. The keys were right, so they are looked up
 * again on the keyboards that could have been meant.
 */
import { plausibility } from './plausible.ts';

/**
 * Each keyboard key by key, plain and with shift: the rows of Q, A and Z, behind the key in front of 1. From xkeyboard-config
 * 2.35: `us`, `ru(winkeys)`, `bg(bds)` (the state standard БДС 5237), `bg(phonetic)` (the traditional) and
 * `bg(bas_phonetic)` (the new one). Digits and the dash between artist and title are on the same keys everywhere.
 */
const KEYS = {
  latin: "`qwertyuiop[]\\ asdfghjkl;' zxcvbnm,./" + '~QWERTYUIOP{}| ASDFGHJKL:" ZXCVBNM<>?',
  russian: 'ёйцукенгшщзхъ\\ фывапролджэ ячсмитьбю.' + 'ЁЙЦУКЕНГШЩЗХЪ/ ФЫВАПРОЛДЖЭ ЯЧСМИТЬБЮ,',
  bulgarian: '(,уеишщксдзц;„ ьяаожгтнвмч юйъэфхпрлб' + ')ыУЕИШЩКСДЗЦ§“ ЬЯАОЖГТНВМЧ ЮЙЪЭФХПРЛБ',
  phonetic: "чявертъуиопшщю асдфгхйкл;' зьцжбнм,./" + 'ЧЯВЕРТЪУИОПШЩЮ АСДФГХЙКЛ:" ЗЬЦЖБНМ„“?',
  newPhonetic: "ючшертъуиопящь асдфгхйкл;' зжцвбнм,./" + 'ЮЧШЕРТЪУИОПЯЩЬ АСДФГХЙКЛ:" ЗЖЦВБНМ„“?',
} as const;

type Retype = (text: string) => string;

/** The text that the same keys give on another keyboard. A blank stands between the rows and is a blank on all of them. */
function retyping(typedOn: string, meantFor: string): Retype {
  const key = new Map(Array.from(typedOn, (letter, at) => [letter, meantFor[at] ?? letter]));
  return (text) => Array.from(text.normalize('NFC'), (letter) => key.get(letter) ?? letter).join('');
}

const { latin, ...cyrillic } = KEYS;
const keyboards = Object.values(cyrillic);
const FROM_LATIN = keyboards.map((keyboard) => retyping(latin, keyboard));
const FROM_CYRILLIC = keyboards.map((keyboard) => retyping(keyboard, latin));

/** Which keyboards `text` could have been meant for. Whoever types in both alphabets knows which one is on. */
function meantElsewhere(text: string): readonly Retype[] {
  const [hasLatin, hasCyrillic] = [/\p{Script=Latin}/u.test(text), /\p{Script=Cyrillic}/u.test(text)];
  if (hasLatin === hasCyrillic) return [];
  return hasLatin ? FROM_LATIN : FROM_CYRILLIC;
}

/**
 * What `text`, as it was typed (before folding: `[` and `;` are letters elsewhere), would be if its keys were meant for
 * another layout: at most 4 readings, the likeliest first. What could be words in no language is left out, but much
 * nonsense could: ask for these when the text itself finds nothing.
 */
export function typedElsewhere(text: string): readonly string[] {
  const readings = meantElsewhere(text).map((retype) => retype(text));
  const weighed = [...new Set(readings)].map((reading) => ({ reading, plausibility: plausibility(reading) }));
  return weighed
    .filter((one) => one.plausibility > 0)
    .sort((one, other) => other.plausibility - one.plausibility)
    .map(({ reading }) => reading);
}
