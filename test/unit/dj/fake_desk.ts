/** A desk for the DJ's verbs with as much of a store as a test says; whatever else is asked of the store fails the test. */
import { createBell } from '../../../src/dj/bell.ts';
import type { Asker, Desk, PathLook } from '../../../src/dj/desk.ts';
import type { Progress } from '../../../src/dj/results.ts';
import type { WatchEvent } from '../../../src/dj/watch_events.ts';
import type { Subject, Tree } from '../../../src/ipc/messages.ts';
import type { NowPlaying, Song } from '../../../src/party/model.ts';
import type { DjStore, JobView, LibraryNow } from '../../../src/store/dj.ts';
import type { LineTidings } from '../../../src/store/line_tidings.ts';
import type { WishTidings } from '../../../src/store/tidings.ts';

export const africa: Song = { id: 731, artist: 'Toto', title: 'Africa', durationS: 295, popularity: 80 };

export function playing(overrides: Partial<Extract<NowPlaying, { playId: number }>> = {}): NowPlaying {
  return {
    state: 'playing',
    playId: 1,
    entryId: 18,
    guestId: 2,
    singer: 'Bo',
    partner: null,
    song: africa,
    positionMs: 72_000,
    durationMs: 295_000,
    atMs: 1_000_000,
    ...overrides,
  };
}

export const silence: NowPlaying = { state: 'silence', why: 'nothing-to-play', atMs: 0 };

export function tree(...states: { name: string; state: Tree['processes'][number]['state'] }[]): Tree {
  const processes = states.map(({ name, state }) => ({
    name,
    state,
    pid: 4242,
    epoch: 1,
    sinceMs: 0,
    restarts: 0,
    lastEnd: null,
    connections: 0,
  }));
  const seats = { open: 12, limit: 10_000, greeted: 40, refused: 0, lost: 0, early: 0 };
  const pages = { open: 5, limit: 5_000, greeted: 9, refused: 0, foreign: 0, lost: 0 };
  return {
    pid: 4711,
    version: '9.9.9',
    startedAtMs: 0,
    port: 8080,
    webPort: 8081,
    processes,
    seats,
    pages,
    needRestart: [],
  };
}

export const noLibrary: LibraryNow = {
  folders: 0,
  files: 0,
  problems: 0,
  asking: 0,
  scan: null,
  lastScan: null,
  newest: null,
};

/** Nobody waits and nobody orders anything. */
export const quietLine = {
  lineTidings: async (): Promise<LineTidings> => ({ next: null, gone: null, orders: [], lastOrder: 0 }),
  lineDigest: async () => ({ line: '', guests: '' }),
};

export const noWishes: WishTidings = { beats: 0, serial: 0, open: [], ended: [] };

export interface FakeDesk extends Desk {
  readonly hints: Subject[];
  readonly stopped: { times: number };
}

export function fakeDesk(store: Partial<DjStore>, others: Partial<Desk> = {}): FakeDesk {
  const hints: Subject[] = [];
  const stopped = { times: 0 };
  const strict = new Proxy(store, {
    get: (target, name) => {
      const method = target[name as keyof DjStore];
      if (!method) throw new Error(`The test did not expect ${String(name)}`);
      return method;
    },
  });
  return {
    store: strict as DjStore,
    hint: (about) => hints.push(about),
    bell: createBell(),
    clock: () => performance.now(),
    partyName: () => 'Karaoke night',
    tree: async () => tree({ name: 'player', state: 'ready' }),
    memory: async () => 12_000,
    look: async () => 'folder',
    aside: {
      backup: async () => ({ is: 'done', bytes: 4_096 }),
      check: async () => ({ is: 'checked', bytes: 4_096, checks: [], faults: [] }),
    },
    canFetch: () => true,
    stopDaemon: () => {
      stopped.times += 1;
    },
    ...others,
    hints,
    stopped,
  };
}

/** A desk whose next job goes through these views, one a look, at a clock that goes a second a look. */
export function workingDesk(views: readonly JobView[], store: Partial<DjStore>, look: PathLook = 'folder'): FakeDesk {
  const left = [...views];
  let time = 0;
  const desk = fakeDesk(
    {
      job: async () => {
        time += 1_000;
        setImmediate(desk.bell.ring);
        return left.length > 1 ? (left.shift() ?? null) : (left[0] ?? null);
      },
      ...store,
    },
    { clock: () => time, look: async () => look },
  );
  return desk;
}

export interface FakeAsker extends Asker {
  readonly told: Progress[];
  readonly events: WatchEvent[];
  readonly leave: () => void;
}

export function fakeAsker(): FakeAsker {
  const told: Progress[] = [];
  const events: WatchEvent[] = [];
  const present = new AbortController();
  return {
    who: 'dj',
    atMs: null,
    progress: (news) => told.push(news),
    event: (event) => events.push(event),
    gone: present.signal,
    told,
    events,
    leave: () => {
      present.abort();
    },
  };
}
