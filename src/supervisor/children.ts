/**
 * Who is in the tree. Services start top to bottom and stop bottom to top; between control and the listener stand the
 * session processes, of which there are many (seats.ts). Nobody is let in before everything is ready.
 */
import { extname } from 'node:path';

export type ServiceName = 'librarian' | 'player' | 'control' | 'listener';
export type ChildName = ServiceName | 'session';

export interface ChildSpec {
  readonly name: ChildName;
  readonly main: URL;
  /** Between `leave` and SIGKILL. */
  readonly graceMs: number;
}

const main = (name: ChildName): URL => new URL(`../${name}/main${extname(import.meta.filename)}`, import.meta.url);

export const LIBRARIAN: ChildSpec = { name: 'librarian', main: main('librarian'), graceMs: 1_000 };
export const PLAYER: ChildSpec = { name: 'player', main: main('player'), graceMs: 1_500 };
export const CONTROL: ChildSpec = { name: 'control', main: main('control'), graceMs: 1_000 };
export const SESSION: ChildSpec = { name: 'session', main: main('session'), graceMs: 1_000 };
export const LISTENER: ChildSpec = { name: 'listener', main: main('listener'), graceMs: 500 };
