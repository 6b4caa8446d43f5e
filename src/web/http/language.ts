/** In which language somebody is spoken to: the one they chose, else the one their browser likes best. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '../../party/reasons.ts';
import { readCookies } from './cookies.ts';

const LANGUAGES = ['en', 'bg'] as const satisfies readonly Language[];

export const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.some((language) => language === text);

/** `chosen`: from the cookie. `accepted`: Accept-Language, as `bg-BG,bg;q=0.9,en;q=0.8` (RFC 9110, 12.5.4). */
export const languageOf = (chosen: string | undefined, accepted: string | undefined): Language =>
  knownLanguage(chosen, accepted) ?? 'en';

/** In which languages a refusal is said, one below the other: in all where none is known; null: nothing could be read. */
export function languagesOf(headers: IncomingHttpHeaders | null): readonly Language[] {
  const known = headers && knownLanguage(readCookies(headers.cookie).language, headers['accept-language']);
  return known === null ? LANGUAGES : [known];
}

/** null: neither says one of ours. */
function knownLanguage(chosen: string | undefined, accepted: string | undefined): Language | null {
  if (isLanguage(chosen)) return chosen;
  const liked = (accepted ?? '')
    .split(',', 16)
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { language: tag.split('-')[0], q: Number(q) };
    })
    .filter(({ q }) => q > 0)
    // Stable: of equals the first.
    .sort((a, b) => b.q - a.q);
  for (const { language } of liked) if (isLanguage(language)) return language;
  return null;
}
