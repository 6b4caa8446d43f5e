/** What the player asks of the store. Every write carries the epoch; a player that has been replaced writes nothing. */
import type { NowPlaying, Song } from '../party/model.ts';
import type { RandomFrom } from './dj.ts';

/** The turn that is on, as rows tell it; turn.ts computes positions from it. */
export interface Turn {
  readonly playId: number;
  readonly entryId: number | null;
  readonly guestId: number | null;
  readonly singer: string | null;
  /** Who sings with them. */
  readonly partner: string | null;
  readonly song: Song;
  /** Milliseconds the music lasts (song.durationS, player.songSeconds or player.everyMinutes), fixed when the turn was taken. */
  readonly durationMs: number;
  /** When the position was `offsetMs`; null while paused. */
  readonly runningSinceMs: number | null;
  /** Milliseconds into the music at `runningSinceMs` or while paused; negative in the gap. */
  readonly offsetMs: number;
  /** Whether `* NOW` was due: false while still in the gap. */
  readonly musicStarted: boolean;
}

/** A DJ order that the player carries out. It names the play it is about, so that doing it twice does nothing. */
export interface PlayerOrder {
  readonly id: number;
  readonly verb: 'skip' | 'pause' | 'resume' | 'restart';
  readonly playId: number;
}

/** How a turn ended. */
export type TurnEnd = 'sung' | 'skipped' | 'unsung';

/** Thrown when this player's epoch is over: another player has taken the stage, leave it. */
export class EpochOver extends Error {
  override readonly name = 'EpochOver';
}

/** Who was told to be ready. */
export interface Announced {
  readonly entryId: number;
  readonly singer: string;
  readonly song: Song;
  /** When its singer counts as gone unless the connection comes back, so that somebody else is next; null: never by itself. */
  readonly goneAtMs: number | null;
}

export interface PlayerStore {
  /** The first transaction of a player: everything that an older epoch writes from now on changes nothing. */
  takeEpoch(): Promise<number>;
  /** The turn that is on, or null; null too when no party is on. */
  turn(): Promise<Turn | null>;
  /**
   * Takes whom the order calls (state `singing`, gap begins), else a random song (no gap), else null; and announces the
   * following one. Does nothing but return the turn that is on when there is one. null when no party is on.
   */
  takeNext(epoch: number): Promise<Turn | null>;
  /** The gap is over, the music begins. */
  startMusic(epoch: number, playId: number): Promise<void>;
  /** Writes where the music is (pause, resume, restart, resume after a power cut). */
  movePosition(epoch: number, playId: number, at: Pick<Turn, 'runningSinceMs' | 'offsetMs'>): Promise<void>;
  /** Has the music end at `durationMs` instead, if that is sooner: a random song gives way. */
  shorten(epoch: number, playId: number, durationMs: number): Promise<void>;
  /**
   * Ends the turn and takes the next as takeNext does, in one transaction: nobody sees a silent stage between two songs.
   * Does nothing when it has ended.
   */
  endTurn(epoch: number, playId: number, how: TurnEnd): Promise<void>;
  /** Announces who is next if nobody is announced (anymore) and somebody waits. Resolves to the announced entry. */
  announce(epoch: number): Promise<Announced | null>;
  /** Orders not yet carried out, oldest first. */
  pendingOrders(): Promise<readonly PlayerOrder[]>;
  /** What became of an order, for the DJ who waits for the answer. */
  orderDone(epoch: number, orderId: number, outcome: 'done' | 'nothing'): Promise<void>;
  /** Ends the party if its closing time has come; resolves to whether it did. */
  endPartyIfClosing(epoch: number): Promise<boolean>;
  /** Says that the party is alive (see party.staleHours). */
  signOfLife(): Promise<void>;
  nowPlaying(): Promise<NowPlaying>;
  /** What random songs come from. */
  randomFrom(): Promise<RandomFrom>;
  /** A passive checkpoint of the WAL: only the player does this, between songs. */
  checkpoint(): Promise<void>;
}
