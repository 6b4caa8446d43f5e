/** A child as it should be: ready, and gone with code 0 when told to leave; anything else it is told is a bug of the host's. */
import { joinHost } from '../../src/ipc/link.ts';

joinHost(
  'polite',
  () =>
    Promise.resolve({
      handlers: { leave: () => process.exit(0), 'config-changed': () => undefined },
      orphaned: () => undefined,
    }),
  // The bug is the test's.
  () => undefined,
);
