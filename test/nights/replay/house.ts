/**
 * karaoked in one process: the real store on a real file, the real player, conversations, newsroom, DJ's answers and
 * librarian, each with a connection of its own as in the tree, on one clock. Only the processes, the sockets and the sound
 * are not real. All guests share one session: a newsroom for each would look sixty times at the same rows.
 */
import { join } from 'node:path';
import type { Config } from '../../../src/config/schema.ts';
import type { Subject } from '../../../src/ipc/messages.ts';
import { limitsOf } from '../../../src/store/limits.ts';
import { openStore, prepareStore } from '../../../src/store/sqlite/open.ts';
import type { Store, StoreOptions } from '../../../src/store/store.ts';
import type { Chance } from './chance.ts';
import type { NightClock } from './clock.ts';
import { openDesk } from './desk.ts';
import type { NightDesk } from './desk.ts';
import { openLibrarian } from './librarian.ts';
import { startPlayer } from './player.ts';
import type { Heartbeats, NightPlayer } from './player.ts';
import { openSessions } from './sessions.ts';
import type { Sessions } from './sessions.ts';

export interface HouseHands {
  readonly clock: NightClock;
  readonly folder: string;
  readonly config: Config;
  /** For the songs that nobody asked for. */
  readonly chance: Chance;
  /** What the sound would be. */
  readonly sound: (text: string) => void;
  readonly defect: (error: unknown) => void;
}

/** karaoked while it runs. */
export interface Running {
  readonly sessions: Sessions;
  readonly desk: NightDesk;
  /** The player dies and is lifted at once. */
  playerFalls(): Promise<void>;
  /** The session process dies: the host speaks through the spare copies, and another one takes its place. */
  sessionsFall(): Promise<void>;
  /** SIGTERM, or Ctrl-C: says goodbye and stops. */
  stop(by: 'SIGTERM' | 'SIGINT'): Promise<void>;
  /** Everything is dropped where it stands. */
  powerCut(): void;
}

export interface House extends Disposable {
  readonly databaseFile: string;
  /** Makes the database and reads the catalogue; before the first start. */
  prepare(catalogue: string): Promise<void>;
  /** A start of karaoked. */
  start(party: string): Promise<Running>;
}

/** How many milliseconds a hint is under way between two processes. */
const HINT_MS = 1;

export function createHouse(hands: HouseHands): House {
  const { clock, folder, config } = hands;
  const databaseFile = join(folder, 'karaoke.db');
  const opened: Store[] = [];
  /** Outlives a power cut, as the file does. */
  const heartbeats: Heartbeats = { last: null };
  let epoch = 0;
  let starts = 0;

  const options: StoreOptions = {
    file: databaseFile,
    secret: Buffer.alloc(32, 7),
    now: clock.now,
    limits: () => limitsOf(config),
    chance: hands.chance,
  };
  const keep = (store: Store): Store => {
    opened.push(store);
    return store;
  };
  const openNext = async (partyName: string, stopped: () => void): Promise<Running> => {
    const host = keep(starts === 0 ? prepareStore(options) : openStore(options));
    await host.openNight({ name: partyName, begin: 'default', staleHours: config['party.staleHours'] });
    const listeners = new Map<string, (about: Subject) => void>();
    const wires = clock.ownTimers();
    /** The host passes a hint on to all others. */
    const hintFrom =
      (sender: string) =>
      (about: Subject): void => {
        for (const [name, hear] of listeners) {
          if (name !== sender)
            wires.after(HINT_MS, () => {
              hear(about);
            });
        }
      };
    const player = async (after: 'new run' | 'lifted'): Promise<NightPlayer> => {
      const playing = await startPlayer({
        ...hands,
        store: keep(openStore(options)),
        heartbeats,
        after,
        hint: hintFrom('player'),
      });
      listeners.set('player', playing.wake);
      return playing;
    };
    const seat = async (): Promise<Sessions> => {
      epoch += 1;
      const seated = await openSessions({
        ...hands,
        store: keep(openStore(options)),
        epoch,
        hint: hintFrom('session'),
      });
      listeners.set('session', seated.wake);
      return seated;
    };
    const librarian = openLibrarian({ clock, store: keep(openStore(options)), hint: hintFrom('librarian') });
    listeners.set('librarian', librarian.wake);
    const control = keep(openStore(options));
    const desk = openDesk({ clock, config, store: control, hint: hintFrom('control'), stopDaemon: stopped });
    listeners.set('control', desk.wake);

    const parts = { player: await player('new run'), sessions: await seat() };
    const drop = (): void => {
      wires.stop();
      parts.player.dies();
      parts.sessions.dies();
      desk.dies();
      librarian.dies();
    };
    return {
      get sessions() {
        return parts.sessions;
      },
      desk,
      playerFalls: async () => {
        parts.player.dies();
        parts.player = await player('lifted');
      },
      sessionsFall: async () => {
        const { epoch: fallen } = parts.sessions;
        parts.sessions.fall();
        parts.sessions = await seat();
        await control.forgetSessions([epoch], fallen);
      },
      stop: async (by) => {
        if (by === 'SIGINT') await control.endParty('host');
        await parts.sessions.goodbye(by === 'SIGINT' ? 'party-over' : 'restarting');
        await parts.player.stops();
        drop();
      },
      powerCut: drop,
    };
  };

  return {
    databaseFile,
    prepare: async (catalogue) => {
      const store = keep(prepareStore(options));
      await store.askImport(catalogue);
      const librarian = openLibrarian({ clock, store, hint: () => undefined });
      await librarian.work();
      librarian.dies();
    },
    start: async (party) => {
      const running: { now: Running | null } = { now: null };
      running.now = await openNext(party, () => void running.now?.stop('SIGTERM'));
      starts += 1;
      return running.now;
    },
    [Symbol.dispose]: () => {
      for (const store of opened) store.close();
    },
  };
}
