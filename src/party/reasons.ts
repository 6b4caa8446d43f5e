/** Why somebody stands there, as a sentence for guests and DJ, in the languages of the house. */
import type { Reason } from './model.ts';
import { bg } from './reasons/bg.ts';
import { en } from './reasons/en.ts';
import type { About, Sentences } from './reasons/sentences.ts';

export type { About } from './reasons/sentences.ts';

const LANGUAGES = { en, bg } as const satisfies Readonly<Record<string, Sentences>>;

export type Language = keyof typeof LANGUAGES;

/**
 * One sentence that says which rule decided, and who goes before because of it; none for a rule of a newer house than the
 * page that asks. Names are not sanitised.
 */
export function reasonSentence(reason: Reason, about: About, language: Language = 'en'): string {
  const say = LANGUAGES[language][reason.rule] as ((reason: Reason, about: About) => string) | undefined;
  return say?.(reason, about) ?? '';
}
