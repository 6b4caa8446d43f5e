/** What the verbs about the line answer. */
import type { Fact } from '../../party/explain.ts';
import type { Page, Reason, WishState } from '../../party/model.ts';
import type { Presence } from '../../party/presence.ts';
import type { Undoable } from '../../store/dj_line.ts';
import type { SongRow } from './rows.ts';

export interface QueueRow {
  readonly queueId: number;
  readonly position: number;
  readonly singer: string;
  readonly guestId: number;
  readonly waitFromMin: number | null;
  readonly waitToMin: number | null;
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  readonly reason: string;
  /** Who sings it too; null: nobody. */
  readonly with: string | null;
  /** Of its singer. */
  readonly presence: Presence;
  /** The reason, for programs and other languages. */
  readonly why: Reason;
}

export interface LineResults {
  readonly queue: Page<QueueRow>;
  readonly add: {
    readonly queueId: number;
    readonly singer: string;
    readonly song: SongRow;
    readonly position: number | null;
    readonly waitFromMin: number | null;
    readonly waitToMin: number | null;
    readonly alsoAskedBy: readonly string[];
  };
  readonly why: {
    readonly queueId: number;
    readonly position: number;
    readonly singer: string;
    /** Who sings it too; null: nobody. */
    readonly with: string | null;
    readonly artist: string;
    readonly title: string;
    readonly rule: Reason['rule'];
    readonly rows: readonly { readonly text: string }[];
    /** The same, for programs and other languages. */
    readonly facts: readonly Fact[];
  };
  readonly remove: {
    readonly queueId: number;
    readonly singer: string;
    readonly artist: string;
    readonly title: string;
  };
  /** What was taken back: the order, who gave it and when; then the wish as it stands now, and who had heard. */
  readonly undo: {
    readonly undone: Undoable;
    readonly who: string;
    readonly orderedAtMs: number;
    readonly wishId: number;
    readonly artist: string;
    readonly title: string;
    readonly state: WishState;
    readonly told: number;
  };
}
