/** The DJ at karaokectl: lines as they are typed, through the real table of verbs and the real answers, printed as they are. */
import type { Config } from '../../../src/config/schema.ts';
import { buildProgram } from '../../../src/ctl/program.ts';
import type { Typed } from '../../../src/ctl/program.ts';
import { print } from '../../../src/ctl/printers.ts';
import { songTable } from '../../../src/ctl/songs.ts';
import { createAnswers } from '../../../src/dj/answers.ts';
import type { Bell } from '../../../src/dj/bell.ts';
import type { Verb } from '../../../src/dj/verbs.ts';
import type { Subject } from '../../../src/ipc/messages.ts';
import type { Store } from '../../../src/store/store.ts';
import { fakeDesk } from '../../unit/dj/fake_desk.ts';
import type { NightClock } from './clock.ts';
import { words } from './words.ts';

export interface NightDesk {
  /** A hint came. */
  readonly wake: (about: Subject) => void;
  /** What the DJ reads, lines to stderr included. */
  types(line: string): Promise<readonly string[]>;
  dies(): void;
}

interface DeskHands {
  readonly clock: NightClock;
  readonly config: Config;
  readonly store: Store;
  readonly hint: (about: Subject) => void;
  readonly stopDaemon: () => void;
}

const DJ = 'tosho';

export function openDesk({ clock, config, store, hint, stopDaemon }: DeskHands): NightDesk {
  const bell = nightBell(clock);
  const answer = createAnswers(
    fakeDesk(store, {
      hint: (about) => {
        hint(about);
        bell.ring();
      },
      bell,
      clock: () => clock.moment().monotonic,
      partyName: () => config['party.name'],
      look: async () => 'file',
      canFetch: () => false,
      stopDaemon,
    }),
  );
  let dead = false;
  return {
    wake: () => {
      if (!dead) bell.ring();
    },
    types: async (line) => {
      const read = typed(line);
      if (!('verb' in read)) return read;
      const { verb, given } = read;
      if (verb === 'watch') return ['(watch has no end; the log of a night shows what it would)'];
      const gone = new AbortController().signal;
      const told = { progress: () => undefined, event: () => undefined, gone };
      const answered = await answer(verb, given, { who: DJ, atMs: clock.now(), ...told });
      const screen = { columns: Infinity, style: 'plain', nowMs: clock.now() } as const;
      if (!answered.ok) return [answered.text, ...songTable(answered.candidates ?? [], screen)];
      answered.sent?.();
      return print<Verb>(verb, answered.value, screen);
    },
    dies: () => {
      dead = true;
    },
  };
}

/** What was typed after karaokectl, or the complaint about it. */
function typed(line: string): Typed | readonly string[] {
  const complaints: string[] = [];
  const chosen: { typed: Typed | null } = { typed: null };
  const program = buildProgram({
    version: '0.0.0',
    complain: (text) => complaints.push(text.trimEnd()),
    choose: (one) => {
      chosen.typed = one;
    },
  });
  try {
    program.parse([...words(line)], { from: 'user' });
  } catch {
    // commander has said why already.
    return complaints;
  }
  return chosen.typed ?? complaints;
}

/** A bell whose waiters wait on the clock of the night. */
function nightBell(clock: NightClock): Bell {
  const waiters = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of [...waiters]) wake();
    },
    wait: (ms) =>
      new Promise((resolve) => {
        const wake = (): void => {
          cancel();
          waiters.delete(wake);
          resolve();
        };
        const cancel = clock.after(ms, wake);
        waiters.add(wake);
      }),
  };
}
