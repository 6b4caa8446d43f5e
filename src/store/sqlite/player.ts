/** The playback loop's side: it takes turns, moves them along, and announces who is next. Each write checks the epoch. */
import type { EntryMove } from '../../party/entry.ts';
import type { Announced, PlayerOrder, TurnEnd } from '../player.ts';
import type { Store } from '../store.ts';
import { announce } from './announce.ts';
import { moveEntry } from './entries.ts';
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';
import { randomFrom } from './random_from.ts';
import { nowOn, refuseReplaced, turnOn } from './stage.ts';
import { takeNext } from './take.ts';
import type { Transactions } from './transact.ts';

type PlayerMethods = Pick<
  Store,
  | 'takeEpoch'
  | 'turn'
  | 'takeNext'
  | 'startMusic'
  | 'movePosition'
  | 'shorten'
  | 'endTurn'
  | 'announce'
  | 'pendingOrders'
  | 'orderDone'
  | 'nowPlaying'
  | 'randomFrom'
>;

export function playerMethods(ground: Ground, { read, write }: Transactions): PlayerMethods {
  const onStage = <T>(epoch: number, work: () => T): Promise<T> =>
    write(() => {
      refuseReplaced(ground, epoch);
      return work();
    });
  return {
    takeEpoch: () => write(() => takeEpoch(ground)),
    turn: () => read(() => turnOn(ground)),
    takeNext: (epoch) => onStage(epoch, () => takeNext(ground)),
    startMusic: (epoch, playId) =>
      onStage(epoch, () => {
        const started = ground
          .sql('UPDATE play SET music_started = 1 WHERE id = ? AND ended_at_ms IS NULL AND music_started = 0')
          .run(playId);
        if (started.changes > 0) beat(ground, 'song');
      }),
    movePosition: (epoch, playId, { runningSinceMs, offsetMs }) =>
      onStage(epoch, () => {
        const moved = ground
          .sql('UPDATE play SET running_since_ms = ?, offset_ms = ? WHERE id = ? AND ended_at_ms IS NULL')
          .run(runningSinceMs, Math.round(offsetMs), playId);
        if (moved.changes > 0) beat(ground, 'song', 'queue');
      }),
    shorten: (epoch, playId, durationMs) =>
      onStage(epoch, () => {
        const shortened = ground
          .sql(
            'UPDATE play SET duration_ms = @durationMs WHERE id = @playId AND ended_at_ms IS NULL AND duration_ms > @durationMs',
          )
          .run({ playId, durationMs });
        if (shortened.changes > 0) beat(ground, 'song', 'queue');
      }),
    endTurn: (epoch, playId, how) =>
      onStage(epoch, () => {
        endTurn(ground, playId, how);
      }),
    announce: (epoch) => onStage<Announced | null>(epoch, () => announce(ground)),
    pendingOrders: () =>
      read(() =>
        ground
          .sql<PlayerOrder>(
            `SELECT id, verb, play_id AS playId FROM dj_order WHERE outcome IS NULL AND play_id IS NOT NULL ORDER BY id`,
          )
          .all(),
      ),
    orderDone: (epoch, orderId, outcome) =>
      onStage(epoch, () => {
        ground.sql('UPDATE dj_order SET outcome = ? WHERE id = ? AND outcome IS NULL').run(outcome, orderId);
      }),
    nowPlaying: () => read(() => nowOn(ground)),
    randomFrom: () => read(() => randomFrom(ground)),
  };
}

function takeEpoch(ground: Ground): number {
  const row = ground.sql<{ epoch: number }>('UPDATE player SET epoch = epoch + 1 RETURNING epoch').get();
  if (!row) throw new Error('The player row is gone');
  return row.epoch;
}

/** The move of its entry that the end of a turn is. */
const MOVE = { sung: 'finish', skipped: 'skip', unsung: 'close' } as const satisfies Record<TurnEnd, EntryMove>;

function endTurn(ground: Ground, playId: number, how: TurnEnd): void {
  const ended = ground
    .sql<{ entryId: number | null }>(
      `UPDATE play SET ended_at_ms = ?, how = ?, running_since_ms = NULL WHERE id = ? AND ended_at_ms IS NULL
       RETURNING entry_id AS entryId`,
    )
    .get(ground.now(), how, playId);
  if (!ended) return;
  // A song is skipped by an order (one_skip_a_play). With its end, because a player that falls in between could not say so.
  if (how === 'skipped') {
    ground
      .sql(`UPDATE dj_order SET outcome = 'done' WHERE play_id = ? AND verb = 'skip' AND outcome IS NULL`)
      .run(playId);
  }
  if (ended.entryId !== null) moveEntry(ground, ended.entryId, MOVE[how]);
  beat(ground, 'song', 'queue');
  takeNext(ground);
}
