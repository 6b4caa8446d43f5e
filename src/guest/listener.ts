/** A conversation as the newsroom sees it: somebody who may be told something. */
import type { Event } from '../protocol/events.ts';
import type { ByeReason, ShownOut } from '../protocol/farewell.ts';
import type { Guest } from '../store/guests.ts';
import type { Watch } from './answer.ts';

/** Under which party a connection was greeted (null: none was on), and when. */
export interface Greeted {
  readonly partyId: number | null;
  readonly atMs: number;
}

export interface Listener {
  /** null until the greeting was said. */
  readonly greeted: Greeted | null;
  readonly guest: Guest | null;
  readonly watch: Watch;
  /** The serial up to which this guest's wish news was told on this connection. */
  readonly heardUpTo: number;
  /** Everything of this guest's wishes up to `serial` was told here. */
  heard(serial: number): void;
  /** Says an event now or never; `handed` runs once the kernel has taken it. */
  tell(event: Event, handed?: () => void): void;
  /** Says `* BYE` and ends the connection, once; later calls do nothing. `kick`: of somebody whom the DJ shows out. */
  bye(reason: ByeReason, kick?: ShownOut): void;
}
