/**
 * Keys pressed while the keyboard is Bulgarian: nobody switches it to press one key. Every letter stands on the key of its
 * sound (ЯВЕРТЪ, the traditional phonetic layout and, but for a few letters, the new one), so that is what they are taken
 * for. On БДС, the layout of typewriters, the same letters stand elsewhere; `KARAOKE_KEYBOARD=bds` says that it is one.
 * From xkeyboard-config 2.35, `bg(phonetic)` and `bg(bds)`, as in party/letters/layouts.ts.
 */
export type Keyboard = 'phonetic' | 'bds';

const LATIN = "`qwertyuiop[]\\asdfghjkl;'zxcvbnm,./";
const LATIN_SHIFTED = '~QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?';

const ON: Readonly<Record<Keyboard, readonly [plain: string, shifted: string]>> = {
  phonetic: ["чявертъуиопшщюасдфгхйкл;'зьцжбнм,./", 'ЧЯВЕРТЪУИОПШЩЮАСДФГХЙКЛ:"ЗЬЦЖБНМ„“?'],
  bds: ['(,уеишщксдзц;„ьяаожгтнвмчюйъэфхпрлб', ')ыУЕИШЩКСДЗЦ§“ЬЯАОЖГТНВМЧЮЙЪЭФХПРЛБ'],
};

/** The Latin key under a Cyrillic letter; everything else is the key it is. */
export function latinKey(key: string, keyboard: Keyboard): string {
  if (!/^\p{Script=Cyrillic}$/u.test(key)) return key;
  const [plain, shifted] = ON[keyboard];
  const at = Array.from(plain).indexOf(key);
  if (at >= 0) return LATIN[at] ?? key;
  const above = Array.from(shifted).indexOf(key);
  return above >= 0 ? (LATIN_SHIFTED[above] ?? key) : key;
}

/** What answers a question with yes: the key y in whatever layout, and д for да. */
export function saysYes(key: string, keyboard: Keyboard): boolean {
  return ['y', 'д'].includes(key.toLowerCase()) || latinKey(key.toLowerCase(), keyboard) === 'y';
}

/** What answers it with no: the key n in whatever layout, н for не, and whatever puts away and gives up. */
export function saysNo(key: string, keyboard: Keyboard): boolean {
  const given = key.toLowerCase();
  return ['n', 'н', 'enter', 'escape', 'ctrl-c'].includes(given) || latinKey(given, keyboard) === 'n';
}
