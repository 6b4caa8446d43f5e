/**
 * The stage: who is on it, what is due, and the deeds that follow, as transactions of the store. When to look is the
 * loop's; what a look leads to is decided by turn.ts.
 */
import type { NowPlayingView } from '../now_playing.ts';
import type { Subject } from '../ipc/messages.ts';
import type { NewsStore } from '../store/news.ts';
import type { PlayerStore, Turn } from '../store/player.ts';
import { jumpBetween } from './clocks.ts';
import type { Moment } from './clocks.ts';
import type { Output } from './outputs/output.ts';
import type { PositionFile } from './position_file.ts';
import { createRandomFromWatch } from './random_from.ts';
import { giveWay, goOnFrom, obey, positionMs, whatIsDue } from './turn.ts';
import type { Deed } from './turn.ts';
import { viewOf } from './view.ts';

/** What the stage is handed. */
export interface StageHands {
  readonly store: PlayerStore & Pick<NewsStore, 'changed' | 'party' | 'announced'>;
  readonly output: Output;
  readonly position: PositionFile;
  readonly clock: () => Moment;
  /** Milliseconds that a random song still goes on once somebody waits, as it is set now; null: to its end. */
  readonly giveWayMs: () => number | null;
  readonly hint: (about: Subject) => void;
  /** Something that whoever looks after the program should know; the music goes on. */
  readonly warn: (text: string) => void;
  /** Shows the view in now_playing; the music does not wait for it. */
  readonly show: (view: NowPlayingView) => void;
  /**
   * `new run`: the first player of this karaoked. The machine may have been off, so a song goes on where the heartbeat saw
   * it last. `lifted`: a player fell and the evening went on: a song is where the clock says.
   */
  readonly after: 'new run' | 'lifted';
}

export interface Stage {
  /** Carries out orders and what is due, calls the next, and tells. Throws what the store throws; looking again is safe. */
  look(): Promise<void>;
  /** Milliseconds until something is due by itself, 0 when the clock was set; Infinity when nothing is. */
  dueInMs(): number;
  /** Whether a turn is on. */
  isTaken(): boolean;
  /** Writes the heartbeat while time runs for a turn. Throws what the file system throws. */
  beat(): void;
  /** Says that the party is alive, if one is on. */
  signOfLife(): Promise<void>;
}

export function createStage(hands: StageHands): Stage {
  const { store, hint } = hands;
  const now = (): number => hands.clock().wall;
  const watchRandomFrom = createRandomFromWatch(hands);
  let epoch: number | null = null;
  let turn: Turn | null = null;
  let closingAtMs: number | null = null;
  let partyIsOn = false;
  let lastLook = hands.clock();
  /** What the output was told last. */
  let heard = '';
  /** When the music of a play began; kept through its pauses. */
  let began = { playId: 0, atMs: 0 };
  let announcedId: number | null = null;
  /** When the announced singer counts as gone, so that another is to be announced. */
  let goneAtMs: number | null = null;
  let emptyStage = false;
  let betweenSongs = false;
  /** The order that was carried out while its outcome is not written yet: a busy store must not have it done twice. */
  let carriedOut: number | null = null;

  const takeStage = async (): Promise<number> => {
    const mine = await store.takeEpoch();
    turn = await store.turn();
    if (hands.after === 'new run' && turn !== null) {
      const last = hands.position.read();
      // No heartbeat of this play: it fell in its first second, so where its row begins is where it was.
      const position = last?.playId === turn.playId ? last.positionMs : turn.offsetMs;
      const deed = goOnFrom(turn, Math.min(position, turn.durationMs), now());
      if (deed) await perform(mine, turn, deed);
    }
    lastLook = hands.clock();
    return mine;
  };

  const perform = async (mine: number, on: Turn, deed: Deed): Promise<void> => {
    switch (deed.is) {
      case 'start-music':
        await store.startMusic(mine, on.playId);
        break;
      case 'end':
        await store.endTurn(mine, on.playId, deed.how);
        betweenSongs = true;
        break;
      case 'shorten':
        await store.shorten(mine, on.playId, deed.durationMs);
        break;
      case 'move':
        await store.movePosition(mine, on.playId, deed.to);
        break;
    }
    hint('song');
    // The line moves with the turn before it: places when it ends, waiting ranges when it pauses.
    if (deed.is !== 'start-music') hint('queue');
  };

  const callNext = async (mine: number): Promise<void> => {
    turn = await store.takeNext(mine);
    if (turn === null) return;
    hint('song');
    hint('queue');
    betweenSongs = true;
  };

  /** The clock was set: the rows keep wall time, so the turn's is set as far, and its position stays what it was. */
  const followClock = async (mine: number): Promise<void> => {
    const moment = hands.clock();
    const jump = jumpBetween(lastLook, moment);
    const since = turn?.runningSinceMs ?? null;
    // A row that would have begun in the future was written after the jump already.
    if (turn !== null && since !== null && jump !== 0 && since + jump <= moment.wall) {
      await perform(mine, turn, { is: 'move', to: { offsetMs: turn.offsetMs, runningSinceMs: since + jump } });
      turn = await store.turn();
    }
    lastLook = moment;
  };

  const doWhatIsDue = async (mine: number): Promise<void> => {
    const due = turn && whatIsDue(turn, now());
    if (turn === null || due?.inMs !== 0) return;
    await perform(mine, turn, due.deed);
    turn = await store.turn();
  };

  const obeyOrders = async (mine: number): Promise<void> => {
    for (const order of await store.pendingOrders()) {
      const deed = carriedOut === order.id ? null : obey(order, turn, now());
      if (deed && turn) {
        await perform(mine, turn, deed);
        carriedOut = order.id;
        turn = await store.turn();
      }
      await store.orderDone(mine, order.id, carriedOut === order.id ? 'done' : 'nothing');
      hint('orders');
    }
  };

  const followParty = async (mine: number): Promise<void> => {
    if (closingAtMs !== null && closingAtMs <= now() && (await store.endPartyIfClosing(mine))) {
      for (const about of ['party', 'song', 'queue'] as const) hint(about);
    }
    const { on } = await store.party();
    partyIsOn = on !== null;
    closingAtMs = on?.closingAtMs ?? null;
  };

  const announce = async (mine: number): Promise<void> => {
    const announced = turn === null ? null : await store.announce(mine);
    const entryId = announced?.entryId ?? null;
    goneAtMs = announced?.goneAtMs ?? null;
    if (entryId !== announcedId) hint('song');
    announcedId = entryId;
  };

  const giveWayToGuests = async (mine: number): Promise<void> => {
    const deed = turn && announcedId !== null ? giveWay(turn, hands.giveWayMs(), now()) : null;
    if (turn === null || deed === null) return;
    await perform(mine, turn, deed);
    turn = await store.turn();
    // Cut at once, the song is over in this very look.
    await doWhatIsDue(mine);
    await announce(mine);
  };

  const followTurn = (): void => {
    const running = turn?.musicStarted === true && turn.runningSinceMs !== null;
    const tune = turn && running ? `${turn.playId} ${turn.runningSinceMs ?? 0} ${turn.offsetMs}` : '';
    if (tune !== heard) {
      if (turn && running) hands.output.play(turn.song, positionMs(turn, now()));
      else hands.output.hush();
    }
    heard = tune;
    // A start that moves on with each pause lets an overlay say "1:12 of 4:55" from Started and Duration alone.
    if (turn && running) began = { playId: turn.playId, atMs: now() - positionMs(turn, now()) };
    if (turn === null && !emptyStage) hands.position.remove();
    emptyStage = turn === null;
  };

  const tell = async (): Promise<void> => {
    const [playing, announced] = [await store.nowPlaying(), await store.announced()];
    const startedAtMs = turn?.musicStarted && began.playId === turn.playId ? began.atMs : null;
    hands.show(viewOf(playing, announced, startedAtMs));
  };

  return {
    look: async () => {
      epoch ??= await takeStage();
      turn = await store.turn();
      await followClock(epoch);
      await followParty(epoch);
      turn = await store.turn();
      await obeyOrders(epoch);
      await doWhatIsDue(epoch);
      if (turn === null) await callNext(epoch);
      await announce(epoch);
      await giveWayToGuests(epoch);
      followTurn();
      await tell();
      await watchRandomFrom(turn);
      // After the singer was called and everything is said: nobody waits for it.
      if (betweenSongs) await store.checkpoint();
      betweenSongs = false;
    },
    dueInMs: () => {
      if (jumpBetween(lastLook, hands.clock()) !== 0) return 0;
      const at = (atMs: number | null): number => (atMs === null ? Infinity : Math.max(0, atMs - now()));
      return Math.min(at(closingAtMs), at(goneAtMs), (turn && whatIsDue(turn, now())?.inMs) ?? Infinity);
    },
    isTaken: () => turn !== null,
    beat: () => {
      if (turn !== null && turn.runningSinceMs !== null) {
        hands.position.write({ playId: turn.playId, positionMs: positionMs(turn, now()) });
      }
    },
    signOfLife: async () => {
      if (!partyIsOn) return;
      await store.signOfLife();
      // A silent stage has no songs to come between, and an import fills the log all the same.
      if (turn === null) await store.checkpoint();
    },
  };
}
