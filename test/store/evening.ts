/** An evening in a temporary folder: a real database file, a clock that stands until it is moved, and people. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guest } from '../../src/store/guests.ts';
import type { CatalogueRow } from '../../src/store/librarian.ts';
import { openStore, prepareStore } from '../../src/store/sqlite/open.ts';
import type { Limits, Store, StoreOptions } from '../../src/store/store.ts';

export const LIMITS: Limits = {
  queuePerGuest: 3,
  wishPerGuest: 100,
  graceSeconds: 300,
  gapSeconds: 15,
  songSeconds: 240,
  everyMinutes: null,
  giveWayMs: null,
  randomFrom: '',
};

/** A folder that goes away with its owner. */
export function tempFolder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'karaoked-store-'));
  return {
    path,
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export interface Evening extends Disposable {
  readonly file: string;
  readonly store: Store;
  readonly options: StoreOptions;
  /** What the next calls see; assign to change a setting. */
  limits: Limits;
  nowMs: number;
  /** Another process's view: a second connection to the same file. */
  open(more?: Pick<StoreOptions, 'chance' | 'keepLineMs'>): Store;
  /** A new guest, connected on a seat of their own. */
  arrives(name: string): Promise<Guest & { readonly code: string; readonly seat: number }>;
  leaves(guest: { readonly seat: number }): Promise<void>;
}

export const EPOCH = 7;

/** `begin`: whether a party is on from the start. `more`: how its own store is opened. */
export async function evening(
  begin: 'party' | 'no-party' = 'party',
  more: Pick<StoreOptions, 'keepLineMs'> = {},
): Promise<Evening> {
  const folder = tempFolder();
  const opened: Store[] = [];
  let seats = 0;
  const options: StoreOptions = {
    file: join(folder.path, 'karaoke.db'),
    secret: Buffer.alloc(32, 7),
    now: () => it.nowMs,
    limits: () => it.limits,
  };
  const keep = (store: Store): Store => {
    opened.push(store);
    return store;
  };
  const store = keep(prepareStore({ ...options, ...more }));
  const it: Evening = {
    file: options.file,
    store,
    options,
    limits: LIMITS,
    nowMs: Date.UTC(2026, 10, 20, 19),
    open: (more) => keep(openStore({ ...options, ...more })),
    arrives: async (name) => {
      const seat = (seats += 1);
      const hello = { words: name, code: null, as: null, remote: '::1', connection: { epoch: EPOCH, seat } };
      const outcome = await store.hello({ ...hello, mayMakeNew: true });
      if (outcome.is !== 'new') throw new Error(`${name} was not new: ${outcome.is}`);
      return { ...outcome.guest, code: outcome.code, seat };
    },
    leaves: ({ seat }) => store.recordConnections({ epoch: EPOCH, opened: [], closed: [seat] }),
    [Symbol.dispose]: () => {
      for (const one of opened) one.close();
      folder[Symbol.dispose]();
    },
  };
  await store.openNight({ name: 'Friday', begin: begin === 'party' ? 'always' : 'never', staleHours: 8 });
  return it;
}

/** A row of a catalogue; what is not said is unknown. */
export const row = (artist: string, title: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  artist,
  title,
  durationS: null,
  popularity: 0,
  discId: null,
  file: null,
  ...more,
});

export const SONGS = {
  bohemian: row('Queen', 'Bohemian Rhapsody', { durationS: 354, popularity: 90 }),
  africa: row('Toto', 'Africa', { durationS: 295, popularity: 80 }),
  waterloo: row('ABBA', 'Waterloo', { durationS: 170, popularity: 70 }),
  hello: row('Adele', 'Hello', { durationS: 295, popularity: 85 }),
} as const;

/** Narrows an outcome, or fails with what it was instead. */
export function expectIs<O extends { readonly is: string }, I extends O['is']>(
  outcome: O,
  is: I,
): Extract<O, { readonly is: I }> {
  if (outcome.is !== is) throw new Error(`Expected ${is} but it was ${JSON.stringify(outcome)}`);
  return outcome as Extract<O, { readonly is: I }>;
}
