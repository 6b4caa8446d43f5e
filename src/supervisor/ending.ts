/** The end of karaoked, polite or at once. The order of steps is docs/architecture.md, "The way of the end". */
import type { EndReason } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import type { Tree } from './tree.ts';

export interface EndingDeps {
  readonly tree: Tree;
  readonly log: Log;
  /** Writes the end row when control could not; the children are gone then, so the database is ours. */
  readonly writeEnd: () => Promise<void>;
  /** Writes `State: stopped` when the player could not. */
  readonly writeStopped: () => Promise<void>;
}

const CONFIRM_MS = 500;
const GUESTS_MS = 2_000;

/** Tells everyone and stops everything. Resolves to the exit code: 0 when every guest was told. */
export async function endKaraoked(reason: EndReason, deps: EndingDeps): Promise<0 | 1> {
  const { tree, log } = deps;
  const [written] = await Promise.all([
    reason === 'party-over' ? tree.writeEnd(CONFIRM_MS) : true,
    tree.closeDoor(reason),
  ]);
  const { told, untold } = await tree.sayGoodbye(GUESTS_MS);
  const { playerClean } = await tree.stop(reason);
  if (!written) await deps.writeEnd();
  if (!playerClean) await deps.writeStopped();
  const summary = { reason, told, untold };
  if (untold === 0) log.info(summary, 'everyone was told, everything has stopped');
  else log.error(summary, 'some guests could not be told; everything has stopped');
  return untold === 0 ? 0 : 1;
}
