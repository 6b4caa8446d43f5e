/** Runs once. Lifted again, it says that trying again will not help. */
import { CannotRun, joinHost } from '../../src/ipc/link.ts';

joinHost(
  'cannot_run_again',
  ({ first }) =>
    first
      ? Promise.resolve({ handlers: { leave: () => process.exit(0) }, orphaned: () => undefined })
      : Promise.reject(new CannotRun('the stage is gone')),
  () => undefined,
);
