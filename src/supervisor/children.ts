/**
 * Who is in the tree. Services start top to bottom and stop bottom to top; between control and the listener stand the
 * session processes, of which there are many (seats.ts). Nobody is let in before everything is ready.
 */
import { extname } from 'node:path';

type ServiceName = 'librarian' | 'player' | 'control' | 'web' | 'listener';
export type ChildName = ServiceName | 'session';

export interface ChildSpec {
  readonly name: ChildName;
  readonly main: URL;
  /** Between its fork and `ready`: up is not ready. */
  readonly readyMs: number;
  /** Between `leave` and SIGKILL. */
  readonly graceMs: number;
}

const main = (name: ChildName): URL => new URL(`../${name}/main${extname(import.meta.filename)}`, import.meta.url);

const READY_MS = 10_000;

export const LIBRARIAN: ChildSpec = { name: 'librarian', main: main('librarian'), readyMs: READY_MS, graceMs: 1_000 };
export const PLAYER: ChildSpec = { name: 'player', main: main('player'), readyMs: READY_MS, graceMs: 1_500 };
export const CONTROL: ChildSpec = { name: 'control', main: main('control'), readyMs: READY_MS, graceMs: 1_000 };
export const SESSION: ChildSpec = { name: 'session', main: main('session'), readyMs: READY_MS, graceMs: 1_000 };
export const WEB: ChildSpec = { name: 'web', main: main('web'), readyMs: READY_MS, graceMs: 1_000 };
export const LISTENER: ChildSpec = { name: 'listener', main: main('listener'), readyMs: READY_MS, graceMs: 500 };
