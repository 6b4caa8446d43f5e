/** What one unit is: whose song, how long, or why it is none for now. */
import { join } from 'node:path';
import type { Naming } from '../../party/naming.ts';
import type { Examined, Problem } from './examined.ts';
import { splitExtension } from './formats.ts';
import type { Unit } from './formats.ts';
import { LOOKS } from './looked.ts';
import type { Looked } from './looked.ts';
import { tell } from './names.ts';
import { Unplayable, whyUnreadable } from './reasons.ts';
import type { Says } from './says.ts';
import type { Told } from './told.ts';

/**
 * Looks at `unit` in `folder` (absolute). `sizes` are those of its parts in their order, in bytes. Reads 4 KiB of one file of
 * a pair, 64 KiB at most of a zip or Matroska's beginning; tags only where the name tells too little, or `naming` is 'tags'.
 * Throws only what is no fault of the files: no descriptor or no memory left.
 */
export async function examine(
  folder: string,
  unit: Unit,
  sizes: readonly number[],
  naming: Naming,
): Promise<Examined | Problem> {
  try {
    const looked = await LOOKS[unit.format](folder, unit, sizes);
    const named = await nameOf(tell(splitExtension(unit.main).stem, naming), looked, naming);
    if (named.title === '') throw new Unplayable(nameless(unit.main));
    return { ok: true, ...named, durationS: rounded(looked.durationS), format: unit.format };
  } catch (error) {
    const reason = error instanceof Unplayable ? error.message : whyUnreadable(error, pathOf(error, folder, unit));
    if (reason === null) throw error;
    return { ok: false, reason };
  }
}

const nameless = (main: string): string =>
  `${JSON.stringify(main)} has a name of which nothing can be seen. Rename it to "Artist - Title".`;

/** A read that fails midway (EIO) names no path; then it is the file that is played. */
const pathOf = (error: unknown, folder: string, unit: Unit): string =>
  (error as NodeJS.ErrnoException).path ?? join(folder, unit.main);

/** Seconds; nobody sings for a day, so a file that says more (a damaged one does) says nothing. */
const LONGEST = 24 * 3_600;

/** To hundredths: what follows is noise of the arithmetic. */
const rounded = (seconds: number | null): number | null =>
  seconds === null || seconds > LONGEST ? null : Math.round(seconds * 100) / 100;

async function nameOf(
  told: Told,
  looked: Looked,
  naming: Naming,
): Promise<Pick<Examined, 'artist' | 'title' | 'discId'>> {
  const { headers, witnesses } = looked;
  const first: Says = naming === 'tags' ? headers : { artist: headers.artist ?? told.artist, title: headers.title };
  const said = await askInTurn(first, naming === 'tags' ? witnesses.toReversed() : witnesses);
  return { artist: said.artist ?? told.artist ?? '', title: said.title ?? told.title, discId: told.discId };
}

/** Asks the witnesses until an artist is known; who knows the artist is believed about the title too. */
async function askInTurn(known: Says, witnesses: Looked['witnesses']): Promise<Says> {
  let said = known;
  for (const ask of witnesses) {
    if (said.artist !== null) break;
    const { artist, title } = await ask();
    said = { artist, title: said.title ?? title };
  }
  return said;
}
