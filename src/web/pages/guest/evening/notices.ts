/** What was said to this guest and stays in sight until it is put away. */
import type { EVENT_SHAPES, FieldsOf } from '../../../../protocol/shapes.ts';

export type Notice = { readonly id: number } & (
  | {
      readonly about: 'found';
      readonly songId: number;
      readonly artist: string;
      readonly title: string;
      /** The wish as it was written, where it is not the song's name. */
      readonly wished: string | null;
    }
  | { readonly about: 'refused'; readonly reason: string | null; readonly artist: string; readonly title: string }
  | { readonly about: 'later'; readonly why: string; readonly artist: string; readonly title: string }
  | { readonly about: 'say'; readonly text: string }
  | { readonly about: 'open-end' }
  /** The browser will forget who this is: the code is to be noted. */
  | { readonly about: 'code'; readonly code: string }
  /** So many songs were asked for at an earlier party and not sung. */
  | { readonly about: 'unsung'; readonly songs: number }
);

/** A notice that has no number yet. */
export type News = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

/** More than a phone shows is read by nobody. */
const MOST = 4;

/** With `news` as the newest; what it says anew (a song found twice, the end moved twice) is not said twice. */
export function withNews(notices: readonly Notice[], news: News): readonly Notice[] {
  const id = Math.max(0, ...notices.map((notice) => notice.id)) + 1;
  return [...notices.filter((notice) => !isSame(notice, news)), { ...news, id }].slice(-MOST);
}

function isSame(notice: Notice, news: News): boolean {
  if (notice.about === 'found' && news.about === 'found') return notice.songId === news.songId;
  if (notice.about === 'say' && news.about === 'say') return notice.text === news.text;
  if (notice.about === 'refused' && news.about === 'refused')
    return notice.artist === news.artist && notice.title === news.title;
  // Where somebody stands, and whether the party ends, is so only as it was said last.
  return notice.about === news.about && news.about !== 'found' && news.about !== 'say' && news.about !== 'refused';
}

export const foundNews = ({ song_id, artist, title, wished }: FieldsOf<(typeof EVENT_SHAPES)['FOUND']>): News => ({
  about: 'found',
  songId: song_id,
  artist,
  title,
  wished,
});
