/** What a printer is: a verb's result in, lines out. */
import type { Results } from '../dj/results.ts';
import type { Verb } from '../dj/verbs.ts';
import type { Screen } from './table.ts';

export type Printers = { readonly [V in Verb]: (result: Results[V], screen: Screen) => readonly string[] };
