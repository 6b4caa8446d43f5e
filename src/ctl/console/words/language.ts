/** The languages of the console. */
export const LANGUAGES = ['en', 'bg'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the environment says, as for every program: LC_ALL before LC_MESSAGES before LANG. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const said = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name] ?? '').find((value) => value !== '');
  return /^bg(?:[_.@]|$)/i.test(said ?? '') ? 'bg' : 'en';
}
