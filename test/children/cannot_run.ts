/** Says that trying again will not help. */
import { CannotRun, joinHost } from '../../src/ipc/link.ts';

joinHost(
  'cannot_run',
  () => Promise.reject(new CannotRun('there is no stage here')),
  () => undefined,
);
