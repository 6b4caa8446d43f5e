/** What every part of the page may use: what is so, the words for it, and what can be done. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Words } from '../../../words/words.ts';
import type { Acts } from '../acts.ts';
import type { Call } from '../evening/calls.ts';
import type { Action } from '../evening/action.ts';
import type { State, Wanted } from '../evening/state.ts';
import type { Typed } from '../typed.ts';

export interface Page {
  readonly state: State;
  readonly call: Call | null;
  readonly language: Language;
  readonly words: Words;
  readonly acts: Acts;
  readonly happened: (action: Action) => void;
  /** These ask for a name first where nobody speaks. */
  readonly ask: (wanted: Wanted, partner: string | null) => void;
  readonly wish: (song: Typed) => void;
  readonly sayName: () => void;
  readonly speak: (language: Language) => void;
  readonly serverNowMs: () => number;
  readonly connectAgain: () => void;
  readonly moreOf: (list: 'QUEUE' | 'HISTORY') => void;
  readonly device: Device;
}

/** What this phone does by itself. */
interface Device {
  readonly sound: 'on' | 'off';
  readonly setSound: (sound: 'on' | 'off') => void;
  readonly trySound: () => void;
  readonly forget: () => Promise<'forgotten' | 'remembered'>;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('a part of the page was shown outside of it: put it below PageContext');
  return page;
}
