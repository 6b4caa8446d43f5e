/** Rows that several verbs answer with. */

export interface SongRow {
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  readonly durationS: number | null;
}

/** What sounds now, flat, with the fields of the guests' NOW; null where there is nothing to say. */
export interface NowRow {
  readonly state: 'playing' | 'paused' | 'between' | 'silence';
  /** silence only. */
  readonly why: 'no-party' | 'nothing-to-play' | null;
  readonly queueId: number | null;
  readonly guestId: number | null;
  /** null: nobody sings. */
  readonly singer: string | null;
  /** Who sings with them; null: nobody. */
  readonly with: string | null;
  readonly songId: number | null;
  readonly artist: string | null;
  readonly title: string | null;
  readonly positionMs: number | null;
  readonly durationMs: number | null;
  readonly atMs: number;
}
