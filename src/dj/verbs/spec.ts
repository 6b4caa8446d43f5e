/** What a verb of the DJ's language is made of. */
import type { KindName } from '../kinds.ts';

/** One argument or option; the key is its name. The last argument of kind `text` takes all remaining words. */
export interface Argument {
  readonly kind: KindName;
  readonly need: 'required' | 'optional';
  readonly help: string;
}

export interface VerbSpec {
  readonly group: 'party' | 'player' | 'line' | 'songs' | 'missing' | 'guests' | 'records' | 'care';
  readonly help: string;
  /** In the order in which they are typed. */
  readonly args: Readonly<Record<string, Argument>>;
  readonly options: Readonly<Record<string, Argument>>;
  /** Its line in the menu, when it has one. `sure`: the question before something that cannot be taken back. */
  readonly menu?: { readonly label: string; readonly sure?: string };
}

/** The verbs of one group, by name. */
export type VerbTable = Readonly<Record<string, VerbSpec>>;

/** The DJ's pages are as long as pages get: a terminal scrolls. */
export const PAGE_ROWS = 100;

/** For what is listed in pages. */
export const page = { page: { kind: 'number', need: 'optional', help: `which page, ${PAGE_ROWS} rows each` } } as const;
