/** The store's values as the rows that the DJ's doors show. Pure. */
import { explained } from '../party/explained.ts';
import type { NowPlaying, Page, Place, Song } from '../party/model.ts';
import { reasonSentence } from '../party/reasons.ts';
import type { LibraryNow, Overview } from '../store/dj.ts';
import type { WhyOutcome } from '../store/guests.ts';
import type { ScanResult } from '../store/librarian.ts';
import type { Scanned, Standing, Status } from './results.ts';
import type { NowRow, SongRow } from './results/rows.ts';
import type { LineResults, QueueRow } from './results/line.ts';

export function songRow({ id, artist, title, durationS }: Song): SongRow {
  return { songId: id, artist, title, durationS };
}

export function nowRow(now: NowPlaying): NowRow {
  if (now.state === 'silence') {
    const nothing = { queueId: null, guestId: null, singer: null, with: null, songId: null, artist: null, title: null };
    return { state: now.state, why: now.why, ...nothing, positionMs: null, durationMs: null, atMs: now.atMs };
  }
  const { state, entryId, guestId, singer, partner, song, positionMs, durationMs, atMs } = now;
  const sung = { songId: song.id, artist: song.artist, title: song.title };
  return { state, why: null, queueId: entryId, guestId, singer, with: partner, ...sung, positionMs, durationMs, atMs };
}

export function queueRow({
  entryId,
  position,
  guestId,
  singer,
  partner,
  presence,
  connection,
  song,
  wait,
  tooLateFor,
  reason,
}: Place): QueueRow {
  return {
    queueId: entryId,
    position,
    singer,
    guestId,
    waitFromMin: wait?.fromMin ?? null,
    waitToMin: wait?.toMin ?? null,
    tooLateFor,
    songId: song.id,
    artist: song.artist,
    title: song.title,
    reason: reasonSentence(reason, { singer, to: 'others' }),
    with: partner,
    presence,
    connection,
    why: reason,
  };
}

/** A place explained, as the DJ's doors show it. */
export function whyRows({ place, facts }: Extract<WhyOutcome, { is: 'in-line' }>): LineResults['why'] {
  const { entryId: queueId, position, singer, partner, song, reason } = place;
  const { artist, title } = song;
  const about = { singer, to: 'others', song: `${artist} - ${title}` } as const;
  const rows = explained(facts, about).map((text) => ({ text }));
  return { queueId, position, singer, with: partner, artist, title, rule: reason.rule, rows, facts };
}

export function pageOf<Row, Seen>(page: Page<Row>, see: (row: Row) => Seen): Page<Seen> {
  return { ...page, rows: page.rows.map(see) };
}

export function standing(seen: Overview): Standing {
  const { party, waiting, songs, missing, connections, namedGuests } = seen;
  return { party, now: nowRow(seen.now), waiting, songs, missing, connections, guests: namedGuests };
}

/** A scan's sums without the name of their kind, which only the store needs. */
export function scanned(result: ScanResult): Scanned {
  const { folders, files, added, changed, moved, vanished, problems, found, asks } = result;
  return { folders, files, added, changed, moved, vanished, problems, found, asks };
}

export function libraryStanding({ folders, files, problems, asking, scan }: LibraryNow): Status['library'] {
  return { folders, files, problems, asking, scan };
}
