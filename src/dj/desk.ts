/** What the DJ's verbs stand on, and the shape of every answer. Whatever carries them (control socket, web) provides this. */
import type { Subject, Tree } from '../ipc/messages.ts';
import type { AsideStore } from '../store/care.ts';
import type { DjStore } from '../store/dj.ts';
import type { Who } from '../store/dj_line.ts';
import type { Bell } from './bell.ts';
import type { Refusal } from './refusal.ts';
import type { Done, Progress, Results } from './results.ts';
import type { WatchEvent } from './watch_events.ts';
import type { Given, Verb } from './verbs.ts';

export interface Desk {
  readonly store: DjStore;
  /** Tells all other processes, after a change was committed, where to look. */
  hint(about: Subject): void;
  /** Rung at every hint from elsewhere and whenever the store changed. */
  readonly bell: Bell;
  /** Milliseconds of a clock that never jumps, for deadlines. */
  readonly clock: () => number;
  /** How a party is called when nobody says. */
  readonly partyName: () => string;
  /** null when the supervisor does not answer in time. */
  tree(): Promise<Tree | null>;
  /** A process's fair share of memory (PSS) in KiB; null where the system does not say. */
  memory(pid: number): Promise<number | null>;
  /** What lies at an absolute path of this machine, for the user that runs karaoked. */
  look(path: string): Promise<PathLook>;
  /** Work on the whole database, in a thread of its own. */
  readonly aside: AsideStore;
  /** Whether a program is set that brings missing songs. */
  readonly canFetch: () => boolean;
  /** Asks the supervisor to stop everything. */
  readonly stopDaemon: () => void;
}

/** `denied`: it may be there, but not for that user. */
export type PathLook = 'folder' | 'file' | 'absent' | 'denied';

/** Who gave a verb, and how they hear while they wait. */
export interface Asker {
  readonly who: Who;
  /** When they gave it, milliseconds since 1970; null: just now. */
  readonly atMs: number | null;
  progress(news: Progress): void;
  event(event: WatchEvent): void;
  /** Aborted when they left. */
  readonly gone: AbortSignal;
}

/** `sent` runs once the answer is on its way: stopping the daemon first would cut it off. */
export type Answer<V extends Verb> = (Done<Results[V]> & { readonly sent?: () => void }) | Refusal;

/** One answerer for each verb. */
export type Answerers = {
  readonly [V in Verb]: (given: Given<V>, asker: Asker) => Promise<Answer<V>>;
};

/** The usual good answer. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, verdict: 'done', value };
}
