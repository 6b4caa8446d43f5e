/** Which processes do not do their part. */
import type { ProcessState } from '../ipc/messages.ts';

/** Whether it is tried again or not: `state` tells. */
export const isDegraded = ({ state }: Pick<ProcessState, 'state'>): boolean =>
  state === 'degraded' || state === 'gave-up';
