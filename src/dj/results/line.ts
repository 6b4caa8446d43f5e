/** What the verbs about the line answer. */
import type { Fact } from '../../party/explain.ts';
import type { EntryState, Page, Reason, WishState } from '../../party/model.ts';
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
  /** When the party ends, where the song will not be over by then; null: it may fit. */
  readonly tooLateFor: number | null;
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  readonly reason: string;
  /** Who sings it too; null: nobody. */
  readonly with: string | null;
  /** Of its singer. */
  readonly presence: Presence;
  /** Of its singer: who lost it counts as present for the grace, and may have left. None: has no phone. */
  readonly connection: 'open' | 'lost' | 'none';
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
    /** Who sings it too; null: nobody. */
    readonly with: string | null;
    /** When the party ends, where the song will not be over by then; null: it fits. */
    readonly tooLateFor: number | null;
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
  readonly move: PinnedRow & { readonly wanted: number };
  readonly unpin: PinnedRow;
  /** What was taken back: the order, who gave it and when; then what it was about, as that is now, and who had heard. */
  readonly undo: {
    readonly undone: Undoable;
    readonly who: string;
    readonly orderedAtMs: number;
    readonly queueId: number | null;
    readonly wishId: number | null;
    readonly singer: string | null;
    readonly artist: string | null;
    readonly title: string | null;
    readonly state: EntryState | WishState | null;
    readonly told: number;
  };
}

/** Where an entry stands after it was pinned or unpinned. */
interface PinnedRow extends QueueRow {
  readonly outcome: 'done' | 'already';
  /** A sentence, where that is not the place that was wanted; null: it is. */
  readonly note: string | null;
}
