/** missing, found, fetch, refuse, as the DJ reads them. */
import type { Missing } from '../store/dj.ts';
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import type { Screen } from './table.ts';
import { clockTime, count, pageLine, songName } from './words.ts';

export const missingPrinters: Pick<Printers, 'missing' | 'found' | 'fetch' | 'refuse'> = {
  missing: (page, screen) => [
    ...(page.rows.length === 0 && page.page === 1 ? ['Nothing is missing: every song asked for is here.'] : []),
    ...table(
      [
        { title: 'id', as: 'number', cell: ({ wishId }) => wishId },
        { title: 'song', as: 'text', cell: songName },
        { title: 'askers', as: 'number', cell: ({ askers }) => askers.length },
        { title: 'who', as: 'text', cell: ({ askers }) => askers.join(', ') },
        { title: 'last asked', as: 'text', cell: ({ lastAskedAtMs }) => clockTime(lastAskedAtMs, screen.nowMs) },
        { title: 'state', as: 'text', cell: ({ state }) => state },
      ],
      page.rows,
      screen,
    ),
    ...page.rows.flatMap((row) => [...maybeLine(row), ...triedLine(row, screen)]),
    ...pageLine(page),
  ],
  found: ({ wishId, songId, artist, title, askers }) => [
    `Wish ${wishId}, ${songName({ artist, title })}, is here as song ${songId}. ${count(askers, 'guest')} will hear of it.`,
  ],
  fetch: ({ wishId, artist, title, outcome }) => [
    outcome === 'started'
      ? `Wish ${wishId}, ${songName({ artist, title })}, is being fetched. What comes of it: karaokectl watch`
      : `Wish ${wishId}, ${songName({ artist, title })}, is fetched next; others come before it. To look on: karaokectl watch`,
  ],
  refuse: ({ wishId, artist, title, askers, reason }) => [
    `Wish ${wishId}, ${songName({ artist, title })}, is refused. ${count(askers, 'guest')} will hear why: ${visible(reason)}`,
  ],
};

/** Songs that are here and may be the wish, with what to say if one is: `5: maybe 902 ABBA - Waterlo: karaokectl found 5 902`. */
function maybeLine({ wishId, near }: Missing): readonly string[] {
  const [first] = near;
  if (!first) return [];
  const songs = near.map((song) => `${song.songId} ${songName(song)}${song.why === 'came' ? ' (new)' : ''}`);
  return [`${wishId}: maybe ${songs.join(', or ')}: karaokectl found ${wishId} ${first.songId}`];
}

/** What the fetch command has made of a wish, when it has tried: a sentence is too long for a cell. */
function triedLine({ wishId, fetchTries, fetchReason, nextFetchAtMs }: Missing, { nowMs }: Screen): readonly string[] {
  if (fetchTries === 0) return [];
  const next = nextFetchAtMs === null || nextFetchAtMs <= nowMs ? 'now' : `at ${clockTime(nextFetchAtMs, nowMs)}`;
  return [`${wishId}: fetched ${count(fetchTries, 'time')} in vain, again ${next}: ${visible(fetchReason ?? '')}`];
}
