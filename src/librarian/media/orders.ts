/** What the parts of a name are, by the order that was chosen for its folder. */
import type { Naming } from '../../party/naming.ts';
import { isDiscId, looksLikeId, quoteDiscId } from './disc_id.ts';

export interface Ordered {
  readonly artist: string | null;
  readonly title: string;
  readonly discId: string | null;
}

/** Reads `parts`, none of them empty. Further delimiters belong to the title, which is the known trap. */
export function inOrder(parts: readonly string[], naming: Exclude<Naming, 'tags' | 'disc_title_artist'>): Ordered {
  switch (naming) {
    case 'auto':
      return byForm(parts);
    case 'artist-title':
      return artistFirst(parts, null);
    case 'title-artist':
      return artistLast(parts, null);
    case 'disc-artist-title':
      return discFirst(parts, artistFirst);
    case 'disc-title-artist':
      return discFirst(parts, artistLast);
    case 'artist-title-disc':
      return discLast(parts, artistFirst);
    case 'title-artist-disc':
      return discLast(parts, artistLast);
  }
}

type Order = (parts: readonly string[], discId: string | null) => Ordered;

/** What further delimiters become in a title, however they were written. */
export const TITLE_DELIMITER = ' - ';

const artistFirst: Order = ([first = '', ...others], discId) =>
  others.length === 0
    ? { artist: null, title: first, discId }
    : { artist: first, title: others.join(TITLE_DELIMITER), discId };

const artistLast: Order = (parts, discId) =>
  parts.length < 2
    ? { artist: null, title: parts.join(''), discId }
    : { artist: parts.at(-1) ?? null, title: parts.slice(0, -1).join(TITLE_DELIMITER), discId };

/** Ids in front are dropped while an artist and a title remain: UB40 looks like one. One behind must be unmistakable. */
function byForm(parts: readonly string[]): Ordered {
  if (parts.length > 2 && isDiscId(parts.at(-1) ?? '')) return discLast(parts, artistFirst);
  let ids = 0;
  while (parts.length - ids > 2 && looksLikeId(parts[ids] ?? '')) ids += 1;
  return artistFirst(parts.slice(ids), quoteDiscId(parts.slice(0, ids)));
}

/** The first part is the id whatever its form, unless then nothing but an artist or a title would be left. */
function discFirst(parts: readonly string[], order: Order): Ordered {
  const [disc = '', track = '', ...others] = parts;
  if (parts.length < 2 || (parts.length === 2 && !looksLikeId(disc))) return order(parts, null);
  // "LG012 - 05 - Artist - Title": the track stands alone.
  if (others.length >= 2 && /^\d{1,3}$/.test(track))
    return order(others, quoteDiscId([disc, track]) ?? `${disc}-${track}`);
  return order(parts.slice(1), quoteDiscId([disc]) ?? disc);
}

function discLast(parts: readonly string[], order: Order): Ordered {
  const disc = parts.at(-1) ?? '';
  if (parts.length < 2 || (parts.length === 2 && !looksLikeId(disc))) return order(parts, null);
  return order(parts.slice(0, -1), quoteDiscId([disc]) ?? disc);
}
