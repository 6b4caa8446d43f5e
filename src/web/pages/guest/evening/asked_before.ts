/** What the page before a reload asked for, as this page shows it. */
import type { Asking } from '../../talk/said.ts';
import type { Ask } from './state.ts';

export const askedBefore = ({ key, what, partner, song }: Asking): Ask => ({
  id: key,
  doing: 'ask',
  from: 'before',
  // A bare number is a song's id; kept by an older page, a song has no other name.
  wanted: { songId: /^\d+$/.test(what) ? Number(what) : null, ...(song ?? { artist: '', title: what }) },
  partner,
});
