/** What was played. */

/** One play of a night, sung or random. */
export interface Play {
  readonly playId: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly singer: string | null;
  /** Who sang it too; null: nobody. */
  readonly with: string | null;
  readonly artist: string;
  readonly title: string;
  readonly end: 'playing' | 'sung' | 'skipped' | 'unsung';
}
