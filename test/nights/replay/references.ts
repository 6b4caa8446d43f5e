/** `[Ada's africa]`, `[Ada's song]` (whatever it is), `[song africa]`, `[wish africa]` in a typed line are numbers that only the night knows. */
import type { Rows } from './rows.ts';

/** Throws when there is no such entry, song or wish. */
export function numbered(line: string, rows: Pick<Rows, 'entryOf' | 'songOf' | 'wishOf'>): string {
  return line.replace(
    /\[(?:(song|wish) |([^\]]+?)'s )([^\]]+)\]/g,
    (whole, kind: string | undefined, who: string, words: string) => {
      const id =
        kind === undefined
          ? rows.entryOf(who, words === 'song' ? '' : words)
          : kind === 'song'
            ? rows.songOf(words)
            : rows.wishOf(words);
      if (id === null) throw new Error(`${whole} is not there at this moment`);
      return String(id);
    },
  );
}
