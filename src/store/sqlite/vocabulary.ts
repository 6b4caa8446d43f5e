/** Every word of the catalogue once, so that a mistyped one finds the words it could be. Words are never taken out: one that no song has anymore finds no song. */
import { edits, forgiven, forgivenBetween, remains } from '../../party/edits.ts';
import type { Ground } from './ground.ts';
import { asSound, SOUND } from '../../party/indexed.ts';

/** Shorter ones are never taken for another word, and a number that is nearly right is another number. */
const CAN_BE_MISTYPED = /^[^\d]{3,}$|^§.{3,}$/u;

export const canBeMistyped = (word: string): boolean => CAN_BE_MISTYPED.test(word);

/** Takes in the words that are new. Call it in the transaction that shelves their songs. */
export function learnWords(ground: Ground, words: Iterable<string>): void {
  const add = ground.sql('INSERT OR IGNORE INTO word (word) VALUES (?)');
  const addRemains = ground.sql('INSERT INTO word_fts (rowid, remains) VALUES (?, ?)');
  for (const word of words) {
    if (ground.knownWords.has(word) || !canBeMistyped(word)) continue;
    const { changes, lastInsertRowid } = add.run(word);
    if (changes > 0) addRemains.run(lastInsertRowid, remainsOf(word).join(' '));
    ground.knownWords.add(word);
  }
}

/** The remains of a sound are marked as the sound is, so that they meet only each other. */
function remainsOf(word: string): readonly string[] {
  if (!word.startsWith(SOUND)) return remains(word, forgiven(word.length));
  const sound = word.slice(SOUND.length);
  return remains(sound, forgiven(sound.length)).map(asSound);
}

/** A word of the catalogue that could have been meant. */
export interface NearWord {
  readonly word: string;
  /** Edits between what was typed and the word, or its beginning where that is nearer: then `begun`. */
  readonly edits: number;
  readonly as: 'whole' | 'begun';
}

/** The words (sounds, when `typed` is one) within the forgiven edits of `typed`, nearest first; itself is not among them. */
export function wordsNear(ground: Ground, typed: string): readonly NearWord[] {
  if (!canBeMistyped(typed)) return [];
  const match = remainsOf(typed)
    .map((rest) => `"${rest}"`)
    .join(' OR ');
  return ground
    .sql<string>('SELECT word FROM word_fts JOIN word ON word.id = word_fts.rowid WHERE word_fts MATCH ?')
    .pluck()
    .all(match)
    .flatMap((word) => nearness(typed, word))
    .sort((a, b) => a.edits - b.edits);
}

function nearness(typed: string, word: string): readonly NearWord[] {
  if (word === typed) return [];
  // The mark of a sound is on both, and no letter.
  const marked = typed.startsWith(SOUND) ? 1 : 0;
  const most = forgivenBetween(typed.slice(marked), word.slice(marked));
  const { whole, begun } = edits(typed, word, most);
  if (whole <= most) return [{ word, edits: whole, as: 'whole' }];
  return begun <= forgiven(typed.length - marked) ? [{ word, edits: begun, as: 'begun' }] : [];
}
