/** Songs whose artist and title were typed one after the other, nobody knows where one ends. */
import type { Song } from '../../party/model.ts';
import { normalise, titleKey as keyOf } from '../../party/normalise.ts';
import type { Ground } from './ground.ts';
import { songOfKeys } from './songs.ts';
import { shelfMark, WORDS } from './words.ts';

/** The marks of the songs that `text` names in full, whichever was typed first: every place where one could end is tried. */
export function marksNamed(ground: Ground, text: string): readonly number[] {
  const words = normalise(text).split(' ').slice(0, WORDS);
  const named = words.slice(1).flatMap((_, at) => {
    const one = keyOf(words.slice(0, at + 1).join(' '));
    const other = keyOf(words.slice(at + 1).join(' '));
    return [songOfKeys(ground, one, other), songOfKeys(ground, other, one)];
  });
  return marksOf(named.filter((song) => song !== null));
}

/** Popular first. */
export const marksOf = (songs: readonly Song[]): readonly number[] => songs.map(shelfMark).sort((a, b) => a - b);
