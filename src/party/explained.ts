/** The facts about a place as sentences for guests and DJ, in the languages of the house. */
import type { Fact } from './explain.ts';
import { bg } from './explained/bg.ts';
import { en } from './explained/en.ts';
import type { About, Explained } from './explained/sentences.ts';
import { reasonSentence } from './reasons.ts';
import type { Language } from './reasons.ts';

const LANGUAGES: Readonly<Record<Language, Explained>> = { en, bg };

/** One sentence for each fact, none for one of a newer house than the page that asks. Names are not sanitised. */
export function explained(facts: readonly Fact[], about: About, language: Language = 'en'): readonly string[] {
  return facts.flatMap((fact) => {
    if (fact.about === 'reason') return reasonSentence(fact.reason, about, language);
    const say = LANGUAGES[language][fact.about] as ((fact: Fact, about: About) => string) | undefined;
    return say?.(fact, about) ?? [];
  });
}
