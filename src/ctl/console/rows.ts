/** What the console lists, and how a row stays the same row. */
import type { SongRow } from '../../dj/results/rows.ts';
import type { QueueRow } from '../../dj/results/line.ts';
import type { WatchEvent } from '../../dj/watch_events.ts';
import type { GuestRow, Missing, Play } from '../../store/dj.ts';

/** The lists, in the order of their tabs. `messages` is the console's own, the others are read. */
export const TABS = ['line', 'missing', 'guests', 'songs', 'messages', 'sung'] as const;
export type Tab = (typeof TABS)[number];
export type ListName = Exclude<Tab, 'messages'>;

export interface Rows {
  readonly line: QueueRow;
  readonly missing: Missing;
  readonly guests: GuestRow;
  readonly songs: SongRow;
  readonly sung: Play;
}

/** Something that happened, for the tab of messages. */
export interface Message {
  readonly id: number;
  readonly atMs: number;
  readonly event: WatchEvent | { readonly event: 'lost' | 'back'; readonly text: string };
}

export type AnyRow = Rows[ListName] | Message;

/** The number by which a row stays the same row. */
export function idOf(tab: Tab, row: AnyRow): number {
  switch (tab) {
    case 'line':
      return (row as QueueRow).queueId;
    case 'missing':
      return (row as Missing).wishId;
    case 'guests':
      return (row as GuestRow).guestId;
    case 'songs':
      return (row as SongRow).songId;
    case 'sung':
      return (row as Play).playId;
    case 'messages':
      return (row as Message).id;
  }
}
