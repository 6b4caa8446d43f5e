/** One connection: lines asked and answered, and given up when it is silent. */
import { createAsked } from './asked.ts';
import { asked, dialled, heard, lookedAt, whatIsDue } from './attention.ts';
import type { Attention } from './attention.ts';
import type { RoundTrip } from './clock.ts';
import { readFrame } from './frames.ts';
import type { Frame } from './frames.ts';
import { lostIsTold } from './lost.ts';
import { isOk } from './said.ts';
import type { Answer, Bye, Said } from './said.ts';
import type { Socket, Surroundings } from './surroundings.ts';

export interface Wire {
  /** Rejects with Lost. */
  ask(line: string): Promise<Answer>;
  /** Asks for the server's clock; the answer is told to `timed`. */
  ping(): void;
  /** Somebody looks: it must say something soon, or is given up. */
  prove(): void;
  /** Ends it; `ended` is told. */
  drop(): void;
}

/** How it ended: what the server said of it, if it did. */
export interface WireEnd {
  readonly bye: Bye | null;
  readonly retryS: number | null;
}

export interface WireHears {
  opened(wire: Wire): void;
  event(said: Said): void;
  timed(trip: RoundTrip): void;
  ended(end: WireEnd): void;
}

export function openWire(url: string, surroundings: Surroundings, hears: WireHears): Wire {
  const now = (): number => surroundings.now();
  const elapsedMs = (): number => surroundings.elapsedMs();
  const waiting = createAsked();
  let attention: Attention = dialled(elapsedMs());
  let end: WireEnd = { bye: null, retryS: null };
  let over = false;
  let stopWatch = (): void => undefined;

  const finish = (): void => {
    if (over) return;
    over = true;
    stopWatch();
    waiting.lose();
    hears.ended(end);
  };
  const drop = (): void => {
    // A socket of a dead network tells of its end minutes later, or never.
    socket.close();
    finish();
  };
  const watch = (): void => {
    if (over) return;
    stopWatch();
    const due = whatIsDue(attention, elapsedMs());
    if (due.is === 'give-up') drop();
    else if (due.is === 'ask') ping();
    else stopWatch = surroundings.later(due.ms, watch);
  };
  const ask = (line: string): Promise<Answer> => {
    const { line: tagged, answer } = waiting.ask(line);
    if (over) waiting.lose();
    else socket.send(tagged);
    return answer;
  };
  const ping = (): void => {
    const sentMs = now();
    attention = asked(attention, elapsedMs());
    watch();
    ask('PING')
      .then(({ final }) => {
        if (isOk(final, 'PONG')) hears.timed({ sentMs, heardMs: now(), serverMs: final.now_ms });
      })
      .catch(lostIsTold);
  };
  const read = (frame: Frame): void => {
    switch (frame.is) {
      case 'row':
        waiting.row(frame.row);
        break;
      case 'final':
        if (!waiting.final(frame.final)) drop();
        break;
      case 'event':
        hears.event(frame.said);
        break;
      case 'bye':
        end = { bye: frame.bye, retryS: null };
        break;
      case 'full':
        end = { bye: { reason: 'full', text: frame.text }, retryS: frame.retryS };
        break;
      case 'greeting':
      case 'unknown':
        break;
    }
  };
  const wire: Wire = {
    ask,
    ping,
    prove() {
      attention = lookedAt(attention, elapsedMs());
      ping();
    },
    drop,
  };
  const socket: Socket = surroundings.connect(url, {
    opened: () => {
      if (!over) hears.opened(wire);
    },
    line: (text) => {
      if (over) return;
      attention = heard(elapsedMs());
      read(readFrame(text));
      watch();
    },
    closed: finish,
  });
  watch();
  return wire;
}
