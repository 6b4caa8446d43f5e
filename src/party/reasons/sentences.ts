/** What a language must be able to say. A missing sentence does not compile. */
import type { Reason } from '../model.ts';

/** Whose entry it is. `you`: the sentence is for its singer. */
export interface About {
  readonly singer: string;
  readonly to: 'you' | 'others';
}

export type Sentences = {
  readonly [R in Reason['rule']]: (reason: Extract<Reason, { rule: R }>, about: About) => string;
};

/** The one or two that are named and how many more there are, between `and` in the words of the language. */
export function listed(
  { names, more }: { readonly names: readonly string[]; readonly more: number },
  and: { readonly and: string; readonly more: (n: number) => string },
): string {
  return more > 0 ? `${names.join(', ')} ${and.and} ${and.more(more)}` : names.join(` ${and.and} `);
}

export const several = ({ names, more }: { readonly names: readonly string[]; readonly more: number }): boolean =>
  names.length + more > 1;
