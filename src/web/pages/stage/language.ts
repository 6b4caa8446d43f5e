/** The language of the stage. Pure. A TV has no switch: who puts it up may say it in the address, `/stage?lang=bg`. */
import type { Language } from '../../../party/reasons.ts';

const LANGUAGES: readonly Language[] = ['en', 'bg'];

/** `search`: of the address; `accepted`: what the browser prefers, best first. English for what is not spoken here. */
export function stageLanguage(search: string, accepted: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang');
  const wanted = asked === null ? accepted : [asked, ...accepted];
  const spoken = wanted.map((tag) => LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language));
  return spoken.find((language) => language !== undefined) ?? 'en';
}
