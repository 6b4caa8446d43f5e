/** Names of guests: which are names, which are the same, and what to say instead of a taken one. */
import { fold } from './fold.ts';
import { visible } from './visible.ts';

/** Visible characters as a person counts them: a letter with its accents is one, a family of emoji too. */
const LONGEST = 32;
/** A character may be a chain of any length; a name is not. In UTF-16 units, enough for 32 emoji with skin tones. */
const LONGEST_UNITS = 256;
/** These begin the server's rows, events and tags; a name in front of a line must not look like one. */
const RESERVED_START = /^[#|*]/u;
const SPEAKABLE = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Emoji_Presentation}]/u;

/** Made when the first long name is met: it takes 30 ms, and names are judged while others wait for the write lock. */
let segmenter: Intl.Segmenter | null = null;
function characters(text: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** A character is one UTF-16 unit or more, so what has no more units than that need not be counted. */
const isWithin = (name: string, most: number): boolean => name.length <= most || characters(name).length <= most;

export type NameChecked = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly why: string };

const refused = (why: string): NameChecked => ({ ok: false, why });

/** The name that somebody means by `raw`: NFC, single blanks, 1-32 visible characters; or why it is none, as a sentence. */
export function checkName(raw: string): NameChecked {
  const name = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '') return refused('A name has at least one letter.');
  if (visible(name) !== name) return refused('That name has characters nobody can see. Type it again without them.');
  if (name.length > LONGEST_UNITS || !isWithin(name, LONGEST))
    return refused(`A name has at most ${LONGEST} characters.`);
  if (RESERVED_START.test(name)) return refused(`A name does not begin with ${name.charAt(0)}.`);
  if (!SPEAKABLE.test(name)) return refused('A name needs a letter or a digit, so that it can be called.');
  return { ok: true, name };
}

/** Equal for names that one would call the same: ADA and Ada, José and Jose, one blank or three. */
export function nameKey(name: string): string {
  const key = fold(name.normalize('NFKC')).replace(/\s+/gu, ' ').trim();
  return key === '' ? name : key;
}

/** K first, as in the protocol's example; then the letters somebody's surname may begin with. */
const INITIALS = 'KABCDEFGHIJLMNOPQRSTUVWXYZ';

/** A free name like `name`, always the same for the same answers of `isFree`: "Ada K", "Ada A" …, then "Ada 2" and on. */
export function freeNameLike(name: string, isFree: (name: string) => boolean): string {
  const like = (suffix: string): string => {
    const room = LONGEST - 1 - suffix.length;
    const head = isWithin(name, room) ? name : characters(name).slice(0, room).join('');
    return `${head.trim()} ${suffix}`;
  };
  for (const initial of INITIALS) if (isFree(like(initial))) return like(initial);
  let number = 2;
  while (!isFree(like(String(number)))) number += 1;
  return like(String(number));
}
