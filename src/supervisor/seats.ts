/**
 * The seats: every connection of the tree, from its arrival to its end. Until it is over we keep a spare copy of its
 * socket, to speak through if its session process falls or is silent.
 */
import type { Socket } from 'node:net';
import type { EndReason, Farewell, Message, SeatCounts, Speech } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import { FULL_RETRY_S } from '../protocol/farewell.ts';
import { createHandover } from './handover.ts';
import type { Seat } from './handover.ts';
import type { PlanLimits } from './seat_plan.ts';
import type { SessionRoom, Sessions } from './sessions.ts';
import { holdStill, partWith } from './spare.ts';

export interface SeatsDeps {
  readonly log: Log;
  readonly plan: PlanLimits;
  /** session.connections, lowered to what the descriptor limit allows. */
  readonly limit: number;
  readonly sessions: () => Sessions;
  /** How many guests there are who have come in by another door. */
  readonly elsewhere: () => number;
  /** Somebody came or went. */
  readonly changed: () => void;
  /** The line that says goodbye, and the one that says that the house is full. */
  readonly byeLine: (speech: Speech, reason: EndReason | 'session-lost') => string;
  readonly fullLine: (retrySeconds: number) => string;
}

export interface Seats {
  /** A socket came up from the listener. Call it in the very tick in which it came. */
  arrived(socket: Socket | undefined): void;
  heard(message: Message, from: SessionRoom): void;
  opened(): void;
  fell(room: SessionRoom): void;
  /** Nobody sits down any more: from now on whoever comes, and whoever loses a session, hears this goodbye. */
  close(reason: EndReason): void;
  /** Everyone hears one BYE and is closed: by the sessions, or after `patienceMs` by us. Close first. */
  end(patienceMs: number): Promise<Farewell>;
  counts(): SeatCounts;
}

export function createSeats(deps: SeatsDeps): Seats {
  const seats = new Map<number, Seat>();
  const handover = createHandover(deps);
  const tally = { greeted: 0, refused: 0, lost: 0, early: 0 };
  const farewell = { told: 0, untold: 0 };
  let parting = 0;
  let lastId = 0;
  let ending: EndReason | null = null;
  let check = (): void => undefined;

  /** The connection is over: forget it and close our copy, without which the guest would see no end. */
  const forget = (seat: Seat): void => {
    if (!seats.delete(seat.id)) return;
    deps.changed();
    if (seat.room) seat.room.connections -= 1;
    seat.socket.destroy();
  };

  const told = (seat: Seat): void => {
    if (!seat.told) farewell.told += 1;
    seat.told = true;
  };

  const speakFor = (seat: Seat, reason: EndReason | 'session-lost'): void => {
    seats.delete(seat.id);
    deps.changed();
    seat.phase = 'sent';
    part(seat.socket, deps.byeLine(seat.speech, reason));
  };

  const part = (socket: Socket, line: string): void => {
    parting += 1;
    partWith(socket, line, (heard) => {
      parting -= 1;
      farewell[heard ? 'told' : 'untold'] += 1;
      check();
    });
  };

  const seat = (socket: Socket, remote: string): void => {
    lastId += 1;
    const taken: Seat = { id: lastId, socket, remote, room: null, phase: 'waiting', speech: 'text', told: false };
    seats.set(taken.id, taken);
    deps.changed();
    handover.place(taken);
  };

  return {
    arrived: (socket) => {
      if (socket) holdStill(socket);
      const remote = socket?.remoteAddress;
      if (!socket || remote === undefined) {
        tally.early += 1;
        socket?.destroy();
        return;
      }
      socket.allowHalfOpen = true;
      socket.on('error', () => undefined);
      if (ending) {
        part(socket, deps.byeLine('text', ending));
      } else if (seats.size >= deps.limit) {
        tally.refused += 1;
        part(socket, deps.fullLine(FULL_RETRY_S));
      } else {
        seat(socket, remote);
      }
    },
    heard: (message, from) => {
      if (message.kind === 'can-seat') {
        if (handover.answered(from, message.seat, seats.size + deps.elsewhere())) tally.greeted += 1;
      } else if (message.kind === 'speaks') {
        const speaker = seats.get(message.seat);
        if (speaker) speaker.speech = message.speech;
      } else if (message.kind === 'told' || message.kind === 'gone') {
        for (const each of message.seats.flatMap((id) => seats.get(id) ?? [])) {
          // Who leaves while everybody is being told needs no goodbye: that counts as told.
          if (ending || message.kind === 'told') told(each);
          if (message.kind === 'gone') forget(each);
        }
        check();
        deps.sessions().balance();
      }
    },
    opened: () => {
      handover.opened();
    },
    fell: (room) => {
      handover.closed(room);
      for (const each of [...seats.values()].filter((one) => one.room === room)) {
        if (each.told) {
          forget(each);
        } else if (each.phase === 'waiting' && !ending) {
          // Never handed over, nothing was said to it: it sits elsewhere as if nothing had happened.
          handover.place(each);
        } else {
          if (!ending) tally.lost += 1;
          speakFor(each, ending ?? 'session-lost');
        }
      }
      check();
    },
    close: (reason) => {
      ending = reason;
      farewell.told = 0;
      farewell.untold = 0;
    },
    end: (patienceMs) => {
      const reason = ending ?? 'restarting';
      const { promise, resolve } = Promise.withResolvers<Farewell>();
      const silent = (): Seat[] => [...seats.values()].filter((each) => !each.told);
      const finish = (): void => {
        clearTimeout(patience);
        clearTimeout(enough);
        resolve({ told: farewell.told, untold: farewell.untold + parting + silent().length });
      };
      check = () => {
        if (parting === 0 && silent().length === 0) finish();
      };
      const patience = setTimeout(() => {
        // Kill first, speak then: a session that wakes late would say goodbye a second time.
        for (const room of new Set(silent().map((each) => each.room))) if (room) deps.sessions().kill(room);
      }, patienceMs);
      const enough = setTimeout(finish, patienceMs * 2);
      for (const each of [...seats.values()].filter((one) => one.phase === 'waiting')) speakFor(each, reason);
      deps.sessions().send({ kind: 'say-bye', reason });
      check();
      return promise;
    },
    counts: () => ({ open: seats.size, limit: deps.limit, ...tally }),
  };
}
