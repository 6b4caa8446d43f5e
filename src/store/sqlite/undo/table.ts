/** How each order is taken back. A verb that can be (dj_line.ts, Undoable) and has no way back does not compile. */
import type { Undoable } from '../../dj_line.ts';
import { backIntoLine, backOnStage, outOfLine, pinsAsBefore } from './entries.ts';
import type { TakeBack } from './order.ts';
import { letIn, show } from './ruled_out.ts';
import { asBeforeFetch, asBeforeFound, asBeforeRefusal } from './wishes.ts';

export const TAKE_BACK: Readonly<Record<Undoable, TakeBack>> = {
  skip: backOnStage,
  remove: backIntoLine,
  add: outOfLine,
  move: pinsAsBefore,
  unpin: pinsAsBefore,
  found: asBeforeFound,
  refuse: asBeforeRefusal,
  fetch: asBeforeFetch,
  hide: show,
  ban: letIn,
};
