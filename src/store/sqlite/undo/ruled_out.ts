/** Taking back that a song was hidden or a guest banned. */
import { setBanned } from '../ban.ts';
import { shownOut } from '../forget.ts';
import { findAgain, setHidden } from '../hide.ts';
import { songById } from '../songs.ts';
import { waitsAgain } from './entries.ts';
import type { TakeBack } from './order.ts';

/** `before`: the wishes that it had been found for. */
export const show: TakeBack = (ground, { text, before }) => {
  const song = songById(ground, Number(text));
  if (!song || !setHidden(ground, song, 'shown')) return null;
  findAgain(ground, song, JSON.parse(before ?? '[]') as number[]);
  return 0;
};

/** What waited waits again; the connections are over. Who was forgotten since is nobody anymore. */
export const letIn: TakeBack = (ground, { guestId, before }) => {
  if (guestId === null || shownOut(ground, guestId) !== 'banned' || !setBanned(ground, guestId, 'welcome')) return null;
  for (const entryId of JSON.parse(before ?? '[]') as number[]) waitsAgain(ground, entryId);
  return 0;
};
