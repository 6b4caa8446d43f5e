/** An evening in memory: a clock that goes when told, a store that is two arrays, and the real stage and loop on top. */
import type { NowPlayingView } from '../../../src/now_playing.ts';
import type { Subject } from '../../../src/ipc/messages.ts';
import type { Song } from '../../../src/party/model.ts';
import type { Moment } from '../../../src/player/clocks.ts';
import { startLoop } from '../../../src/player/loop.ts';
import type { Loop } from '../../../src/player/loop.ts';
import type { Heartbeat } from '../../../src/player/position_file.ts';
import { createStage } from '../../../src/player/stage.ts';
import type { StageHands } from '../../../src/player/stage.ts';
import type { RandomFrom } from '../../../src/store/dj.ts';
import { EpochOver } from '../../../src/store/player.ts';
import type { PlayerOrder, Turn, TurnEnd } from '../../../src/store/player.ts';

const BEGIN = Date.UTC(2026, 10, 20, 20);

export interface Entry {
  readonly id: number;
  readonly singer: string;
  readonly song: Song;
  state: 'waiting' | 'singing' | TurnEnd | 'cancelled';
}

/** What was played: who, what, when the music began and how it ended, in seconds since the evening began. */
interface Played {
  readonly what: string;
  readonly tookAtS: number;
  beganAtS: number | null;
  endedAtS: number | null;
  how: TurnEnd | null;
}

export function song(id: number, seconds: number | null = 200, title = `Song ${id}`): Song {
  return { id, artist: `Artist ${id}`, title, durationS: seconds, popularity: 0 };
}

/** Everything that outlives a player: the rows, the clock, the heartbeat file. */
export function anEvening(
  wanted: {
    gapS?: number;
    everyMinutes?: number;
    library?: readonly Song[];
    giveWayS?: number;
    randomFrom?: () => RandomFrom;
  } = {},
) {
  const gapMs = (wanted.gapS ?? 15) * 1000;
  const time = { wall: BEGIN, monotonic: 5_000 };
  const seconds = (): number => (time.wall - BEGIN) / 1000;
  const entries: Entry[] = [];
  const plays: Played[] = [];
  const orders: (PlayerOrder & { outcome: 'done' | 'nothing' | null })[] = [];
  const party: { on: boolean; closingAtMs: number | null } = { on: true, closingAtMs: null };
  const rows = { turn: null as Turn | null, announced: null as Entry | null, epoch: 0, randoms: 0 };
  const heartbeat = { last: null as Heartbeat | null };
  const seen: { hints: Subject[]; views: NowPlayingView[]; sound: string[]; signs: number; checkpoints: number } = {
    hints: [],
    views: [],
    sound: [],
    signs: 0,
    checkpoints: 0,
  };
  /** Set to have the store refuse, or something happen in the middle of a look. */
  const fate: { refuse: Error | null; beforeTaking: () => void } = { refuse: null, beforeTaking: () => undefined };
  let commits = 0;

  const mine = (epoch: number): void => {
    if (fate.refuse) throw fate.refuse;
    if (epoch !== rows.epoch) throw new EpochOver('another player');
  };
  const nextWaiting = (): Entry | null => entries.find(({ state }) => state === 'waiting') ?? null;
  const take = (entry: Entry | null, what: Song): Turn => {
    const every = wanted.everyMinutes === undefined ? null : wanted.everyMinutes * 60_000;
    const gap = entry ? gapMs : 0;
    plays.push({
      what: `${entry?.singer ?? 'nobody'}: ${what.title}`,
      tookAtS: seconds(),
      beganAtS: gap === 0 ? seconds() : null,
      endedAtS: null,
      how: null,
    });
    return {
      playId: plays.length,
      entryId: entry?.id ?? null,
      guestId: entry?.id ?? null,
      singer: entry?.singer ?? null,
      partner: null,
      song: what,
      durationMs: every === null ? (what.durationS ?? 240) * 1000 : every - gap,
      runningSinceMs: time.wall,
      offsetMs: 0 - gap,
      musicStarted: gap === 0,
    };
  };
  const takeNext = (): Turn | null => {
    if (!party.on || rows.turn) return rows.turn;
    fate.beforeTaking();
    const entry = announce();
    const random = (wanted.library ?? [])[rows.randoms % (wanted.library?.length ?? 1)];
    if (entry) {
      entry.state = 'singing';
      rows.turn = take(entry, entry.song);
    } else if (random) {
      rows.randoms += 1;
      rows.turn = take(null, random);
    }
    announce();
    return rows.turn;
  };
  const end = (how: TurnEnd): void => {
    const turn = rows.turn;
    const play = plays.at(-1);
    if (!turn || !play) return;
    Object.assign(play, { endedAtS: seconds(), how });
    const entry = entries.find(({ id }) => id === turn.entryId);
    if (entry) entry.state = how;
    rows.turn = null;
  };
  const announce = (): Entry | null => {
    if (rows.announced?.state !== 'waiting') rows.announced = party.on ? nextWaiting() : null;
    return rows.announced;
  };
  const endParty = (): void => {
    end('unsung');
    Object.assign(party, { on: false, closingAtMs: null });
    for (const entry of entries) if (entry.state === 'waiting') entry.state = 'unsung';
  };

  const store: StageHands['store'] = {
    randomFrom: async () => wanted.randomFrom?.() ?? { folder: null, has: 'any' },
    takeEpoch: async () => (rows.epoch += 1),
    turn: async () => (party.on ? rows.turn : null),
    takeNext: async (epoch) => {
      mine(epoch);
      return takeNext();
    },
    startMusic: async (epoch) => {
      mine(epoch);
      if (rows.turn) rows.turn = { ...rows.turn, musicStarted: true };
      const play = plays.at(-1);
      if (play) play.beganAtS = seconds();
    },
    movePosition: async (epoch, _playId, at) => {
      mine(epoch);
      if (rows.turn) rows.turn = { ...rows.turn, ...at };
    },
    shorten: async (epoch, _playId, durationMs) => {
      mine(epoch);
      if (rows.turn) rows.turn = { ...rows.turn, durationMs: Math.min(rows.turn.durationMs, durationMs) };
    },
    endTurn: async (epoch, _playId, how) => {
      mine(epoch);
      end(how);
      takeNext();
    },
    announce: async (epoch) => {
      mine(epoch);
      const entry = announce();
      return entry && { entryId: entry.id, singer: entry.singer, song: entry.song, goneAtMs: null };
    },
    announced: async () => {
      const entry = rows.announced?.state === 'waiting' ? rows.announced : null;
      return (
        entry && {
          ...entry.song,
          entryId: entry.id,
          guestId: entry.id,
          singer: entry.singer,
          partner: null,
          songId: entry.song.id,
        }
      );
    },
    pendingOrders: async () => orders.filter(({ outcome }) => outcome === null),
    orderDone: async (epoch, id, outcome) => {
      mine(epoch);
      const order = orders.find((one) => one.id === id);
      if (order) order.outcome = outcome;
    },
    endPartyIfClosing: async (epoch) => {
      mine(epoch);
      if (party.closingAtMs === null || party.closingAtMs > time.wall) return false;
      endParty();
      return true;
    },
    signOfLife: async () => {
      seen.signs += 1;
    },
    checkpoint: async () => {
      seen.checkpoints += 1;
    },
    party: async () => ({
      on: party.on ? { id: 1, name: 'P', startedAtMs: BEGIN, endedAtMs: null, closingAtMs: party.closingAtMs } : null,
      lastEnded: null,
    }),
    nowPlaying: async () => {
      const { turn } = rows;
      if (!party.on) return { state: 'silence', why: 'no-party', atMs: time.wall };
      if (!turn) return { state: 'silence', why: 'nothing-to-play', atMs: time.wall };
      const running = turn.musicStarted ? 'playing' : 'between';
      return {
        ...turn,
        state: turn.runningSinceMs === null ? 'paused' : running,
        positionMs: 0,
        atMs: time.wall,
      };
    },
    changed: () => {
      const some = commits > 0;
      commits = 0;
      return some;
    },
  };

  const timers: { at: number; what: () => void }[] = [];
  const settle = async (): Promise<void> => {
    // Every promise of this store is kept within the tick.
    await new Promise(setImmediate);
  };
  const clock = (): Moment => ({ ...time });

  return {
    entries,
    plays,
    orders,
    party,
    rows,
    heartbeat,
    seen,
    fate,
    time,
    seconds,
    settle,
    endParty,
    /** A commit by another process, which no hint tells of. */
    committed: (): void => {
      commits += 1;
    },
    asks: (singer: string, what: Song): Entry => {
      const entry: Entry = { id: entries.length + 1, singer, song: what, state: 'waiting' };
      entries.push(entry);
      commits += 1;
      return entry;
    },
    orderAbout: (verb: PlayerOrder['verb'], playId = plays.length): (typeof orders)[number] => {
      const order = { id: orders.length + 1, verb, playId, outcome: null };
      orders.push(order);
      return order;
    },
    /** Lets the evening go on, timer by timer. */
    goesOn: async (byS: number): Promise<void> => {
      const until = time.monotonic + byS * 1000;
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > until) break;
        timers.splice(timers.indexOf(next), 1);
        time.wall += Math.max(0, next.at - time.monotonic);
        time.monotonic = Math.max(time.monotonic, next.at);
        next.what();
        await settle();
      }
      time.wall += until - time.monotonic;
      time.monotonic = until;
    },
    /** A player comes on stage. */
    playerStarts: async (
      after: StageHands['after'] = 'new run',
    ): Promise<Loop & { readonly warnings: string[]; readonly replaced: () => boolean; dies(): void }> => {
      const warnings: string[] = [];
      const own = new Set<{ at: number; what: () => void }>();
      let dead = false;
      let replaced = false;
      const stage = createStage({
        store,
        output: {
          play: (what, from) => seen.sound.push(`${what.title} from ${Math.round(from / 1000)}`),
          hush: () => seen.sound.push('hush'),
        },
        position: {
          read: () => heartbeat.last,
          write: (last) => (heartbeat.last = last),
          remove: () => (heartbeat.last = null),
        },
        clock,
        giveWayMs: () => (wanted.giveWayS === undefined ? null : wanted.giveWayS * 1000),
        hint: (about) => seen.hints.push(about),
        warn: (text) => warnings.push(text),
        show: (view) => seen.views.push(view),
        after,
      });
      const loop = await startLoop({
        stage,
        changed: () => store.changed(),
        clock,
        after: (ms, what) => {
          if (dead) return () => undefined;
          const timer = { at: time.monotonic + ms, what };
          own.add(timer);
          timers.push(timer);
          return () => {
            if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
          };
        },
        warn: (_error, text) => warnings.push(text),
        replaced: () => (replaced = true),
      });
      return {
        ...loop,
        warnings,
        replaced: () => replaced,
        /** kill -9: nothing more is done. */
        dies: () => {
          dead = true;
          for (const timer of own) if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
        },
      };
    },
  };
}
