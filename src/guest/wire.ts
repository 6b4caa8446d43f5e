/**
 * What a connection goes over: a TCP socket in a session process, a WebSocket in the web process. A wire knows bytes and
 * frames; what is read when, kept back, dropped or cut is decided once for all of them, in connection.ts.
 */
import type { ByeReason } from '../protocol/farewell.ts';
import type { Line } from '../protocol/lines.ts';

/** What a wire tells about the other side. */
interface Ears {
  /** It said something: the lines that ended by it, none maybe. Also after `pause`, what had come already. */
  said(lines: Line[]): void;
  /** It says no more, and still listens. */
  fellSilent(): void;
  /** It has taken what was pending. */
  tookAll(): void;
  /** It is gone, or was cut off. Nothing is told after this. */
  gone(): void;
}

export interface Wire {
  /** How many bytes were sent and not yet taken by the kernel. */
  readonly unread: number;
  /** Call it once, first. */
  listen(ears: Ears): void;
  /** Sends whole, ended lines. `handed`: the kernel took them, or never will. */
  send(lines: string, handed: (taken: boolean) => void): void;
  /** What is sent until the next tick goes to the kernel together. */
  gather(): void;
  pause(): void;
  resume(): void;
  /** Looks, once a second, whether somebody is still there; cuts off who is not. `nowMs` is steady. */
  check(nowMs: number): void;
  /**
   * After the last line: says that nothing more comes and waits a second for the other side to hang up. Unread bytes at the
   * close would reset the connection, and the reset overtakes the last line: read and forget. `why` null: it was asked for.
   */
  close(why: ByeReason | null): void;
  /** Resolves when everything sent has left this process, or never can. */
  left(): Promise<void>;
}

/** After our last line: how long the other side may take to hang up. */
export const LINGER_MS = 1_000;
