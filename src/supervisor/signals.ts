/** What the operating system may ask of the supervisor. USR1 is never used: Node opens its debugger on it. */

export interface SignalActions {
  /** INT: the party is over. */
  readonly endParty: () => void;
  /** A second INT: at once. */
  readonly endNow: () => void;
  /** TERM: stop politely, the party goes on at the next start. */
  readonly restart: () => void;
  /** HUP: read the settings again, reopen the logs. */
  readonly reload: () => void;
}

/**
 * One Ctrl-C under npm arrives twice: from the terminal, and passed on by npm. A second INT within this time is the same
 * key; a person who means it takes longer.
 */
const SAME_KEY_MS = 250;

export function listenToSignals(actions: SignalActions): void {
  let interruptedAt: number | null = null;
  process.on('SIGINT', () => {
    const now = performance.now();
    if (interruptedAt === null) {
      interruptedAt = now;
      actions.endParty();
    } else if (now - interruptedAt > SAME_KEY_MS) {
      actions.endNow();
    }
  });
  process.on('SIGTERM', actions.restart);
  // The terminal was closed: nobody will read its settings again, so it means stop.
  process.on('SIGHUP', process.stderr.isTTY ? actions.restart : actions.reload);
}
