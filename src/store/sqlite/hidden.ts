/** Songs that the DJ has hidden: in the catalogue, and in nobody's sight. They are few, and have an index of their own. */
import { decide, readings } from '../../party/match.ts';
import type { Page, PageWanted, Song } from '../../party/model.ts';
import { artistKey, normalise, searchWords, titleKey } from '../../party/normalise.ts';
import type { Ground } from './ground.ts';
import { pageFrom } from './pages.ts';
import { isWord } from './words.ts';

export function hiddenSong(ground: Ground, id: number): Song | null {
  const song = ground
    .sql<Song>('SELECT id, artist, title, duration_s AS durationS, popularity FROM song WHERE id = ? AND hidden = 1')
    .get(id);
  return song ?? null;
}

/** The hidden song that `text` names in full, in whatever order, with a dash or without. */
export function hiddenNamed(ground: Ground, text: string): Song | null {
  const words = normalise(text).split(' ');
  const named = [
    ...readings(text),
    ...words.slice(1).flatMap((_, at) => {
      const [one, other] = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')];
      return [
        { artist: one, title: other },
        { artist: other, title: one },
      ];
    }),
  ];
  for (const { artist, title } of named.slice(0, READINGS)) {
    const song = ground
      .sql<Song>(
        `SELECT id, artist, title, duration_s AS durationS, popularity FROM song
         WHERE artist_key = ? AND title_key = ? AND hidden = 1`,
      )
      .get(artistKey(artist), titleKey(title));
    if (song) return song;
  }
  return null;
}

/** The hidden song that `text` means for sure, as a search would have it: a typing error is no way round the DJ's word. */
export function hiddenMeant(ground: Ground, text: string): Song | null {
  const hidden = allHidden(ground);
  if (hidden.length === 0) return null;
  const decision = decide({ text, knows: (word) => isWord(ground, word) }, hidden);
  return decision.is === 'sure' ? decision.song : null;
}

/** A long line can be read in many ways; nobody means more than these. */
const READINGS = 48;

/** By artist and title, and not by reading all songs in that order to find the few; with `words`, those whose words begin so. */
export function hiddenSongs(ground: Ground, words: string | null, wanted: PageWanted): Page<Song> {
  const asked = words === null ? [] : searchWords(words);
  const holds = ({ artist, title }: Song): boolean => {
    const own = searchWords(`${artist} ${title}`);
    return asked.every((word) => own.some((each) => each.startsWith(word)));
  };
  return pageFrom(allHidden(ground).filter(holds), wanted);
}

const allHidden = (ground: Ground): readonly Song[] =>
  ground
    .sql<Song>(
      `SELECT id, artist, title, duration_s AS durationS, popularity FROM song INDEXED BY song_hidden WHERE hidden = 1
       ORDER BY artist_key, title_key`,
    )
    .all();
