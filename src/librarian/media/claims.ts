/** Which texts of a folder are UltraStar songs, and which of its files those claim for themselves. */
import { join } from 'node:path';
import type { Unit } from './formats.ts';
import { peekInto } from './peek.ts';
import { Unplayable, whyUnreadable } from './reasons.ts';
import { ultraStarHeaders } from './ultrastar.ts';
import type { UltraStar } from './ultrastar.ts';
import type { Listed } from './units.ts';

/**
 * The units of `listed`, with those of UltraStar: the first 4 KiB of every text are read, and the audio and the video that
 * one names are no songs of their own. A text that is something else is no unit. One whose audio is missing is, and examining
 * it says so. `names` are the names from which `listed` was made.
 */
export function unitsWithUltraStar(folder: string, names: readonly string[], listed: Listed): readonly Unit[] {
  if (listed.texts.length === 0) return listed.units;
  const byKey = new Map(names.map((name) => [keyOf(name), name]));
  const songs = listed.texts.flatMap((text) => {
    const headers = headersOf(join(folder, text));
    return headers === null ? [] : [unitOf(text, headers, byKey)];
  });
  const claimed = new Set(songs.flatMap(({ parts }) => parts));
  // Graphics or a zip beside it are another version of the song; its bare audio is not.
  const isLeft = ({ format, main }: Unit): boolean => !claimed.has(main) || format === 'mp3+cdg';
  return [...listed.units.filter(isLeft), ...songs];
}

/** Headers are written by hand: their case is seldom that of the file, and their accents may be of another form. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

function unitOf(text: string, { audio, video }: UltraStar, byKey: ReadonlyMap<string, string>): Unit {
  const found = (name: string | null): string | undefined => (name === null ? undefined : byKey.get(keyOf(name)));
  const [sound, picture] = [found(audio), found(video)];
  const main = sound ?? text;
  const parts = [...new Set([main, text, ...(picture === undefined ? [] : [picture])])];
  return { format: 'ultrastar', main, parts };
}

/** null also for a text that cannot be read: most texts are no songs, and none is a problem. */
function headersOf(path: string): UltraStar | null {
  try {
    using file = peekInto(path);
    return ultraStarHeaders(file);
  } catch (error) {
    if (error instanceof Unplayable || whyUnreadable(error, path) !== null) return null;
    throw error;
  }
}
