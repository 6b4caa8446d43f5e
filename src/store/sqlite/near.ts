/** Songs that a text could mean. This casts the net, party/match.ts decides what is in it. */
import { performers, readings } from '../../party/match.ts';
import type { Named, Song } from '../../party/model.ts';
import { artistKey, searchWords, titleKey } from '../../party/normalise.ts';
import { findMarks } from './find.ts';
import type { Ground } from './ground.ts';
import { marksNamed } from './named.ts';
import { songOfKeys, songsByIds, songsOfArtist } from './songs.ts';
import { marksOfArtists, marksTitled, songAt } from './words.ts';

/** Of each kind. Comparing a song costs some 10 µs. */
const MOST = 40;
/** A line full of dashes has hundreds of readings; nobody means more than these. */
const READINGS = 8;

/** Songs equal to `text` by key in any reading, of the same artist or title, and what a search for it finds first. Each once. */
export function nearSongs(ground: Ground, text: string): readonly Song[] {
  const read = readings(text).slice(0, READINGS);
  const songs = read.length === 0 ? likeWords(ground, text) : read.flatMap((named) => likeNamed(ground, named));
  songs.push(...atMarks(ground, findMarks(ground, text, MOST).slice(0, MOST)));
  return [...new Map(songs.map((song) => [song.id, song])).values()];
}

function likeNamed(ground: Ground, { artist, title }: Named): Song[] {
  const exact = songOfKeys(ground, artistKey(artist), titleKey(title));
  return [
    ...(exact ? [exact] : []),
    ...atMarks(ground, marksTitled(ground, titleKey(title), MOST)),
    ...[...new Set([artistKey(artist), ...performers(artist)])].flatMap((key) => songsOfArtist(ground, key, MOST)),
    ...atMarks(ground, marksOfArtists(ground, searchWords(artist), MOST)),
  ];
}

function likeWords(ground: Ground, text: string): Song[] {
  return [
    ...atMarks(ground, marksNamed(ground, text)),
    ...atMarks(ground, marksTitled(ground, titleKey(text), MOST)),
    ...songsOfArtist(ground, artistKey(text), MOST),
  ];
}

const atMarks = (ground: Ground, marks: readonly number[]): readonly Song[] => songsByIds(ground, marks.map(songAt));
