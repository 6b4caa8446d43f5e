/** The words of a language. */
import { bg } from './bg.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import type { Words } from './words.ts';

const TABLES: Readonly<Record<Language, Words>> = { en, bg };

export function wordsIn(language: Language): Words {
  return TABLES[language];
}
