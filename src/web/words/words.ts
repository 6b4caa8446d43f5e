/** Everything that the guest page says, in one language. A page asks for its language once, and for nothing else. */
import type { Language } from '../../party/reasons.ts';
import { calls } from './calls.ts';
import { frame } from './frame.ts';
import { line } from './line.ts';
import { me } from './me.ts';
import { mine } from './mine.ts';
import { sing } from './sing.ts';

export type { Language } from '../../party/reasons.ts';

export const wordsIn = (language: Language) => ({
  frame: frame[language],
  sing: sing[language],
  mine: mine[language],
  line: line[language],
  me: me[language],
  calls: calls[language],
});

export type Words = ReturnType<typeof wordsIn>;

/** The language that a `lang` attribute names; English for what is not spoken here. */
export const languageOf = (lang: string): Language => (lang.toLowerCase().startsWith('bg') ? 'bg' : 'en');
