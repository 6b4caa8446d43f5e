/**
 * Passing hints on. A hint says where to look and carries no fact, so many may become one: the first of a burst goes at
 * once, the others follow together. A hundred requests a second do not wake every session a hundred times.
 */
import type { Subject } from '../ipc/messages.ts';

const WINDOW_MS = 25;

/** Returns what to call with each hint that comes up; `pass` is called with each that goes down. */
export function createRelay(pass: (about: Subject) => void): (about: Subject) => void {
  const quiet = new Map<Subject, { again: boolean }>();
  const relay = (about: Subject): void => {
    const window = quiet.get(about);
    if (window) {
      window.again = true;
      return;
    }
    const fresh = { again: false };
    quiet.set(about, fresh);
    pass(about);
    setTimeout(() => {
      quiet.delete(about);
      if (fresh.again) relay(about);
    }, WINDOW_MS);
  };
  return relay;
}
