/** Which session process a connection is seated in, and how large the pool should be: pure. */

/** What the plan needs to know of a session process. */
export interface Room {
  readonly epoch: number;
  /** starting: not ready yet. deaf: did not answer its last offer in time. */
  readonly state: 'starting' | 'ready' | 'deaf';
  /** Connections seated or about to be. */
  readonly connections: number;
}

export interface PlanLimits {
  /** Processes that may be in use (session.processes). */
  readonly processes: number;
  /** Idle ones kept warm beside them (session.spare), so that a guest does not wait for a fork. */
  readonly spare: number;
}

/**
 * An idle process of its own while there is room, else the least loaded one in use. A burst larger than the warm pool
 * shares at once rather than wait for forks. null: nothing is ready, wait.
 */
export function chooseRoom<R extends Room>(rooms: readonly R[], limits: PlanLimits): R | null {
  let idle: R | null = null;
  let least: R | null = null;
  let inUse = 0;
  for (const room of rooms) {
    if (room.connections > 0) inUse += 1;
    if (room.state !== 'ready') continue;
    if (room.connections === 0) idle ??= room;
    else if (!least || room.connections < least.connections) least = room;
  }
  if (idle && inUse < limits.processes) return idle;
  return least ?? idle;
}

/** How many processes to fork now: enough idle or starting ones to be `spare` again. */
export function roomsToFork(rooms: readonly Room[], limits: PlanLimits): number {
  const free = rooms.filter((room) => room.state !== 'deaf' && room.connections === 0).length;
  const withinTotal = limits.processes + limits.spare - rooms.length;
  return Math.max(0, Math.min(limits.spare - free, withinTotal));
}
