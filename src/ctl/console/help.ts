/** The help, made from the tables: every key with what it does. Pure. */
import { actionIds, actions, actionsIn, viewIds, VIEWS } from './actions.ts';
import type { Tab } from './rows.ts';
import { TABS } from './rows.ts';
import type { Language } from './words/language.ts';
import { wordsIn } from './words/speak.ts';

export type HelpLine =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'key'; readonly keys: string; readonly text: string };

/** Groups of keys: what holds everywhere, then tab by tab. */
export function helpLines(language: Language): readonly HelpLine[] {
  const { headings, actions: labels, views } = wordsIn(language);
  const group = (of: Tab | 'everywhere'): readonly HelpLine[] => {
    const ids = of === 'everywhere' ? actionIds.filter((id) => actions[id].where === of) : actionsIn(of);
    if (ids.length === 0) return [];
    const lines = ids.map((id) => keyLine(actions[id].keys, labels[id].help, language));
    return [{ is: 'heading', text: headings[of] }, ...lines];
  };
  return [
    ...group('everywhere'),
    { is: 'heading', text: headings.views },
    ...viewIds.map((id) => keyLine(VIEWS[id], views[id].help, language)),
    ...TABS.flatMap(group),
  ];
}

function keyLine(keys: readonly string[], text: string, language: Language): HelpLine {
  return { is: 'key', keys: keyNames(keys, language), text };
}

/** `K, Shift-up`. */
export function keyNames(keys: readonly string[], language: Language): string {
  const { keys: names } = wordsIn(language);
  return keys
    .map((key) => names[key] ?? key.replace(/^ctrl-(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`))
    .join(', ');
}
