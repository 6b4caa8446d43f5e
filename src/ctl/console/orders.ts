/** What a stroke may set off beside a new picture. */

export type Order =
  /** A line of karaokectl; `after` names what is done with what it answers. */
  | {
      readonly is: 'line';
      readonly words: readonly string[];
      readonly shown: 'said' | 'page';
      readonly saidAtMs: number;
    }
  /** Its text, into a file of the DJ's. */
  | { readonly is: 'save'; readonly words: readonly string[]; readonly path: string; readonly saidAtMs: number }
  | { readonly is: 'redraw' }
  | { readonly is: 'pause-console' }
  | { readonly is: 'quit' };
