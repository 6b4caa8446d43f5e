/** "Hello (In the Style of Adele)": karaoke discs say whose song it is behind its title. */
import { anyOf, IN_THE_STYLE_OF } from '../../party/karaoke_words.ts';

const PHRASE = anyOf(IN_THE_STYLE_OF, 'giu').source;
/** Up to the end of its bracket; the artist may have one too: "(In the Style of Was (Not Was))". Empty names nobody. */
const IN_BRACKETS = new RegExp(
  `\\s*[([{（]\\s*${PHRASE}[ :.]*((?:[^()[\\]{}（）]|[([][^()[\\]]*[)\\]])*)[)\\]}）]`,
  'iu',
);
/** Up to the next delimiter or bracket, or the end. */
const BARE = new RegExp(`[\\s,([{（]*${PHRASE}[ :.]*([^()[\\]{}（）]*?)(?=\\s+[-–—]\\s|\\s*[([{（]|$)`, 'iu');
/** A bare "by" counts in brackets only: "Stand by Me". */
const BY = /\s*[([{（]\s*by\s+([^()[\]{}（）]+?)\s*[)\]}）]/iu;
/** Nearly no name has any of these, and the expressions above are slow to fail. */
const HINT = /\bby\b|styl|estil|stil|стил|mani|popul/iu;

export interface Attributed {
  /** What is left of the name. */
  readonly text: string;
  /** null when nobody is named. */
  readonly artist: string | null;
  /** 'surely' by a phrase of the trade, 'perhaps' by a bare "by", 'order' when the phrase only says that the title comes first. */
  readonly told: 'surely' | 'perhaps' | 'order' | 'not';
}

/** Takes the artist who is named behind a title out of `text`. */
export function takeAttribution(text: string): Attributed {
  if (!HINT.test(text)) return { text, artist: null, told: 'not' };
  const styled = IN_BRACKETS.exec(text) ?? BARE.exec(text);
  if (styled !== null) {
    const artist = (styled[1] ?? '').trim();
    const rest = text.replace(styled[0], ' ');
    return artist === '' ? { text: rest, artist: null, told: 'order' } : { text: rest, artist, told: 'surely' };
  }
  const by = BY.exec(text);
  if (by === null) return { text, artist: null, told: 'not' };
  return { text: text.replace(by[0], ' '), artist: by[1] ?? null, told: 'perhaps' };
}
