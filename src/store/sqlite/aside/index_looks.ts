/** Whether a search finds what is here, and nothing else. */
import type { Database } from 'better-sqlite3';
import { indexed, INDEX_VERSION } from '../../../party/indexed.ts';
import type { Song } from '../../../party/model.ts';
import { wordsIn } from '../bring.ts';
import { canBeMistyped } from '../vocabulary.ts';
import { shelfMark, songAt } from '../words.ts';
import { those } from './look.ts';
import type { Look } from './look.ts';

const ANEW =
  'Have the index made anew: karaokectl stop, then sqlite3 karaoke.db "UPDATE shelving SET version = 0", then start ' +
  'karaoked; songs are found again as it comes along';

/** Of 400,000 songs, spread over all: whatever broke the vocabulary did not stop at one word. */
const SAMPLE = 1_000;

export const indexLooks: readonly Look[] = [
  {
    check: 'songs that a search finds',
    remedy: ANEW,
    look: (db) => (isShelved(db) ? [...missing(db), ...strange(db)] : []),
  },
  { check: 'words that may be mistyped', remedy: ANEW, look: (db) => (isShelved(db) ? unknownWords(db) : []) },
];

/** Otherwise the index is being made at this moment, by the librarian. */
const isShelved = (db: Database): boolean =>
  db.prepare('SELECT 1 FROM shelving WHERE version = ? AND song_id IS NULL').get(INDEX_VERSION) !== undefined;

function missing(db: Database): readonly string[] {
  const holds = db.prepare('SELECT 1 FROM song_fts_docsize WHERE id = ?');
  const songs = db.prepare('SELECT id, popularity FROM song WHERE gone = 0 AND hidden = 0');
  const lost: number[] = [];
  for (const song of songs.iterate() as Iterable<Pick<Song, 'id' | 'popularity'>>)
    if (holds.get(shelfMark(song)) === undefined) lost.push(song.id);
  return those(lost, 'song is here and not in the index', 'songs are here and not in the index');
}

function strange(db: Database): readonly string[] {
  const here = db.prepare('SELECT id, popularity FROM song WHERE id = ? AND gone = 0 AND hidden = 0');
  const wrong: number[] = [];
  for (const mark of db.prepare('SELECT id FROM song_fts_docsize').pluck().iterate() as Iterable<number>) {
    const song = here.get(songAt(mark)) as Pick<Song, 'id' | 'popularity'> | undefined;
    if (!song || shelfMark(song) !== mark) wrong.push(songAt(mark));
  }
  return those(wrong, 'song is in the index and not here', 'songs are in the index and not here');
}

function unknownWords(db: Database): readonly string[] {
  const every = Math.max(1, Math.floor((db.prepare('SELECT max(id) FROM song').pluck().get() as number) / SAMPLE));
  const songs = db
    .prepare('SELECT id, artist, title, popularity FROM song WHERE gone = 0 AND hidden = 0 AND id % ? = 0')
    .all(every) as Song[];
  const isKnown = db.prepare('SELECT 1 FROM word WHERE word = ?');
  const words = new Set([...wordsIn(songs.map(indexed))].filter(canBeMistyped));
  const unknown = [...words].filter((word) => isKnown.get(word) === undefined);
  const of = `of ${words.size} words that were looked up`;
  return those(unknown, `${of} is not in the vocabulary`, `${of} are not in the vocabulary`);
}
