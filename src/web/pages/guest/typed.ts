/** What people type, as lines of the protocol want it. */

export interface Typed {
  readonly artist: string;
  readonly title: string;
}

/** Artist and title with one of the dashes of the protocol between them, and blanks around it: AC/DC stays whole. */
export function artistAndTitle(text: string): Typed | null {
  const [, artist, title] = /^\s*(\S.*?)\s+[-–—/]\s+(\S.*?)\s*$/u.exec(text) ?? [];
  return artist !== undefined && title !== undefined ? { artist, title } : null;
}

/** Words for the end of a line: one line of it, and nothing at its head that would be taken for an option. */
export const words = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^(page|size|key|with|code|artist)=/u, '$1 ');

/** `Queen - Bohemian Rhapsody`, as WISH and REQUEST understand it. */
export const asWish = ({ artist, title }: Typed): string => words(`${words(artist)} - ${words(title)}`);
