/** How a song is written down: which part is the artist, and who the artist is. */
import { fold } from './fold.ts';
import type { Named } from './model.ts';
import { artistKey } from './normalise.ts';

/** The blanks are part of it: AC/DC, a-ha and Jay-Z have none. The one behind may also precede the next separator. */
const SEPARATOR = /\s+[-–—/](?=\s)/gu;

/**
 * Every way to read `text` as artist and title: each separator splits it, first all with the artist in front, then all
 * with the title in front. The first is the one that a wish is filed under. Empty when there is no separator with
 * something on both sides.
 */
export function readings(text: string): readonly Named[] {
  const splits = [...text.matchAll(SEPARATOR)]
    .map((separator) => ({
      artist: text.slice(0, separator.index).trim(),
      title: text.slice(separator.index + separator[0].length).trim(),
    }))
    .filter(({ artist, title }) => artist !== '' && title !== '');
  return [...splits, ...splits.map(({ artist, title }) => ({ artist: title, title: artist }))];
}

/**
 * What stands between performers, in folded text. Blanks on both sides, except around a comma or a semicolon, so that
 * W&W, R&B, C+C and 10,000 Maniacs stay whole; a leading X (X Ambassadors) has no blank left in front of it.
 */
const BETWEEN =
  /\s*[,;]\s+|\s+(?:[&+^/]|and|и|x|with|vs\.?|versus|feat\.?|ft\.?|featuring)\s+|\s+(?:feat|ft)\.(?=\S)/gu;

/** The different performers of a credit as artist keys, in their order. A duo with "and" in its name counts as two. */
export function performers(artist: string): readonly string[] {
  const credits = fold(artist)
    .replace(/[()[\]]/gu, ' ')
    .split(BETWEEN);
  const keys = credits.map((credit) => artistKey(credit)).filter((key) => key !== '');
  return [...new Set(keys)];
}
