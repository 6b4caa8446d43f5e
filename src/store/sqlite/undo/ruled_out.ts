/** Taking back that a song was hidden or a guest banned. */
import { setBanned } from '../ban.ts';
import { shownOut } from '../forget.ts';
import { setHidden } from '../hide.ts';
import { songById } from '../songs.ts';
import { waitsAgain } from './entries.ts';
import type { TakeBack } from './order.ts';

export const show: TakeBack = (ground, { text }) => {
  const song = songById(ground, Number(text));
  return song && setHidden(ground, song, 'shown') ? 0 : null;
};

/** What waited waits again; the connections are over. Who was forgotten since is nobody anymore. */
export const letIn: TakeBack = (ground, { guestId, before }) => {
  if (guestId === null || shownOut(ground, guestId) !== 'banned' || !setBanned(ground, guestId, 'welcome')) return null;
  for (const entryId of JSON.parse(before ?? '[]') as number[]) waitsAgain(ground, entryId);
  return 0;
};
