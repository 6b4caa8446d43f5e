/** Choosing among songs that could be meant: the best first, each once. */
import type { Song } from './model.ts';
import type { Described } from './described.ts';
import { normalise } from './normalise.ts';

/** Higher numbers first, compared from the left. */
type Rank = readonly number[];

const compare = (a: Rank, b: Rank): number =>
  a.map((of, at) => (b[at] ?? 0) - of).find((difference) => difference !== 0) ?? 0;

/** `songs` by `rank`, then the popular before the obscure, then in the order in which they came here. */
export function bestFirst(songs: readonly Described[], rank: (song: Described) => Rank): readonly Song[] {
  return songs
    .map((described) => ({
      song: described.song,
      rank: [...rank(described), described.song.popularity, -described.song.id],
    }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ song }) => song);
}

/** The first `most` of `songs`, without those that read like an earlier one: nobody can choose between two equal rows. */
export function distinct(songs: readonly Song[], most: number): readonly Song[] {
  const rows = new Map<string, Song>();
  for (const song of songs) {
    const row = `${normalise(song.artist)}\x1f${normalise(song.title)}`;
    if (!rows.has(row)) rows.set(row, song);
    if (rows.size === most) break;
  }
  return [...rows.values()];
}
