/** What a language must be able to say of a place. A missing sentence does not compile. */
import type { Ahead, AheadBy } from '../ahead.ts';
import type { Fact } from '../explain.ts';
import type { About as Singer } from '../reasons/sentences.ts';

/** Whose entry it is, and the song as `Queen - Bohemian Rhapsody`. */
export interface About extends Singer {
  readonly song: string;
}

/** Reasons have their own sentences (reasons.ts). */
export type Explained = {
  readonly [F in Exclude<Fact['about'], 'reason'>]: (fact: Extract<Fact, { about: F }>, about: About) => string;
};

/** `2. Cy, 3. Di (fewer turns)`: neighbours with one reason share it. */
export function inGroups(ahead: readonly Ahead[], reasons: Readonly<Record<AheadBy, string>>): readonly string[] {
  const groups: { readonly by: AheadBy; readonly who: string[] }[] = [];
  for (const { position, singer, by } of ahead) {
    const last = groups.at(-1);
    if (last?.by === by) last.who.push(`${position}. ${singer}`);
    else groups.push({ by, who: [`${position}. ${singer}`] });
  }
  return groups.map(({ by, who }) => `${who.join(', ')} (${reasons[by]})`);
}
