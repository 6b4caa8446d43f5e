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

/** Tells everyone and stops everything. Resolves to the exit code: 0 when every guest was told and the end is written. */
export async function endKaraoked(reason: EndReason, deps: EndingDeps): Promise<0 | 1> {
  const { tree, log } = deps;
  // Closed at this moment for whoever comes; that the listener is gone, too, the guests need not wait for.
  const doorClosed = tree.closeDoor(reason);
  const written = reason === 'party-over' ? await tree.writeEnd(CONFIRM_MS) : true;
  const [{ told, untold }] = await Promise.all([tree.sayGoodbye(GUESTS_MS), doorClosed]);
  const { playerClean } = await tree.stop(reason);
  const isWritten = written || (await writtenByUs(deps));
  if (!playerClean) await deps.writeStopped();
  const summary = { reason, told, untold };
  if (untold === 0) log.info(summary, 'everyone was told, everything has stopped');
  else log.error(summary, 'some guests could not be told; everything has stopped');
  return untold === 0 && isWritten ? 0 : 1;
}

/** A disk that takes nothing must not keep us from ending: the party then goes on at the next start, and we say so. */
async function writtenByUs({ writeEnd, log }: EndingDeps): Promise<boolean> {
  try {
    await writeEnd();
    return true;
  } catch (error) {
    log.error({ err: error }, 'the end of the party could not be written: it goes on at the next start');
    return false;
  }
}
