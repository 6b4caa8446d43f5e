/** How many there are of something, and times, in the languages of the pages. */
import type { Language } from '../../party/reasons.ts';

/** `1 song`, `3 songs`; `1 песен`, `3 песни`. */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** `21-27` with a real dash, `5` where both ends are the same; null: nobody knows. */
export function range(fromMin: number | null, toMin: number | null): string | null {
  if (fromMin === null || toMin === null) return null;
  return fromMin === toMin ? String(toMin) : `${fromMin}–${toMin}`;
}

/** `23:30`, by the clock of the phone. `ms` since 1970. */
export function hourOf(ms: number): string {
  const at = new Date(ms);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

const DAYS: Readonly<Record<Language, Intl.DateTimeFormatOptions & { readonly locale: string }>> = {
  // Not en-US: 3/4 is two days.
  en: { locale: 'en-GB', day: 'numeric', month: 'long', year: 'numeric' },
  bg: { locale: 'bg-BG', day: 'numeric', month: 'long', year: 'numeric' },
};

/** `20 November 2026`, `20 ноември 2026 г.`. */
export function dayOf(ms: number, language: Language): string {
  const { locale, ...options } = DAYS[language];
  return new Intl.DateTimeFormat(locale, options).format(ms);
}
