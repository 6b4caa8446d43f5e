/** An order of the DJ that can be taken back, as the log has it. */
import type { Undoable } from '../../dj_line.ts';
import type { Ground } from '../ground.ts';

export interface OrderToUndo {
  readonly id: number;
  readonly verb: Undoable;
  readonly who: string;
  readonly atMs: number;
  /** Of a skip: the entry that was on the stage. */
  readonly entryId: number | null;
  readonly wishId: number | null;
  readonly guestId: number | null;
  /** found and hide: the song. */
  readonly text: string;
  /** How it was before; what that is, is known to whoever logged it. */
  readonly before: string | null;
  /** A skip that the player has not carried out. */
  readonly pending: 0 | 1;
}

/** Takes an order back and returns how many guests had heard of it; null when nothing of it stands anymore. */
export type TakeBack = (ground: Ground, order: OrderToUndo) => number | null;
