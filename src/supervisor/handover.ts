/**
 * Handing a connection to a session process: offer, wait for the answer, then send the socket. The send callback is no
 * acknowledgement, and acknowledging afterwards greets twice. One hand-over at a time per process, in order.
 */
import type { Socket } from 'node:net';
import type { Log } from '../log.ts';
import { chooseRoom } from './seat_plan.ts';
import type { PlanLimits } from './seat_plan.ts';
import type { SessionRoom, Sessions } from './sessions.ts';
import type { Speech } from '../ipc/messages.ts';

/** One connection of the tree. */
export interface Seat {
  readonly id: number;
  /** Our spare copy. */
  readonly socket: Socket;
  readonly remote: string;
  /** Where it sits or is about to; null while no process is ready. */
  room: SessionRoom | null;
  /** waiting: nothing was said to it. sent: it was handed over, so it may have been greeted. */
  phase: 'waiting' | 'sent';
  speech: Speech;
  told: boolean;
}

/** The hand-overs of one process: a queue, and the seat that is offered or on its way. */
interface Lane {
  readonly queue: Seat[];
  current: Seat | null;
  patience: NodeJS.Timeout | undefined;
}

export interface Handover {
  /** Finds a process for the seat, or lets it wait for one. */
  place(seat: Seat): void;
  /** The process answered the offer of this seat. Returns whether the connection is now on its way to it. */
  answered(room: SessionRoom, seatId: number, connected: number): boolean;
  /** A process became ready: whoever waits sits down. */
  opened(): void;
  /** A process is gone. */
  closed(room: SessionRoom): void;
}

const OFFER_MS = 300;

export function createHandover(deps: {
  readonly log: Log;
  readonly plan: PlanLimits;
  readonly sessions: () => Sessions;
}): Handover {
  /** Weak: a hand-over that ends after its process did must not keep a lane of it. */
  const lanes = new WeakMap<SessionRoom, Lane>();
  const unplaced: Seat[] = [];

  const laneOf = (room: SessionRoom): Lane => {
    let lane = lanes.get(room);
    if (!lane) lanes.set(room, (lane = { queue: [], current: null, patience: undefined }));
    return lane;
  };

  const place = (seat: Seat): void => {
    const room = chooseRoom(deps.sessions().rooms, deps.plan);
    seat.room = room;
    if (!room) {
      unplaced.push(seat);
      return;
    }
    room.connections += 1;
    laneOf(room).queue.push(seat);
    step(room);
    deps.sessions().balance();
  };

  const step = (room: SessionRoom): void => {
    const lane = laneOf(room);
    if (lane.current || room.state !== 'ready') return;
    const seat = lane.queue.shift();
    if (!seat) return;
    lane.current = seat;
    room.child.send({ kind: 'offer', seat: seat.id });
    lane.patience = setTimeout(() => {
      wentDeaf(room, lane);
    }, OFFER_MS);
  };

  /** It is busy or frozen: whoever was to sit there sits elsewhere. Its late answer makes it eligible again, and is taken for who has no other place. */
  const wentDeaf = (room: SessionRoom, lane: Lane): void => {
    room.state = 'deaf';
    const waiting = [...(lane.current ? [lane.current] : []), ...lane.queue.splice(0)];
    lane.current = null;
    room.connections -= waiting.length;
    deps.log.warn({ pid: room.child.pid, waiting: waiting.length }, 'a session process did not answer in 300 ms');
    for (const seat of waiting) place(seat);
    deps.sessions().balance();
  };

  /** Late is soon enough for who has no other place yet: where every answer is late, nobody would ever be let in. */
  const takeLate = (room: SessionRoom, lane: Lane, seatId: number): void => {
    const at = unplaced.findIndex(({ id }) => id === seatId);
    const [seat] = at < 0 ? [] : unplaced.splice(at, 1);
    if (!seat) return;
    seat.room = room;
    room.connections += 1;
    lane.current = seat;
  };

  const opened = (): void => {
    for (const seat of unplaced.splice(0)) place(seat);
  };

  return {
    place,
    opened,
    answered: (room, seatId, connected) => {
      const lane = laneOf(room);
      if (room.state === 'deaf') {
        room.state = 'ready';
        takeLate(room, lane, seatId);
        opened();
      }
      const seat = lane.current;
      if (seat?.id !== seatId) {
        step(room);
        return false;
      }
      clearTimeout(lane.patience);
      if (seat.phase === 'sent') {
        // It was told goodbye while the offer was under way.
        lane.current = null;
        step(room);
        return false;
      }
      seat.phase = 'sent';
      room.child.sendSocket({ kind: 'seat', seat: seatId, remote: seat.remote, connected }, seat.socket, () => {
        lane.current = null;
        step(room);
      });
      return true;
    },
    closed: (room) => {
      clearTimeout(lanes.get(room)?.patience);
      lanes.delete(room);
    },
  };
}
