/**
 * Every message that our processes exchange over their fork channels, and nothing else.
 *
 * A message is a hint or an order about processes; facts about the party are in the store. A lost or doubled hint does no
 * harm. Read `from -> to` on each line; `host` is the supervisor. An unknown kind from our own child is a bug (`dispatch`).
 */
import type { Config } from '../config/schema.ts';

/** What a hint says to look at again: the counters of store/news.ts. */
export type Subject = 'queue' | 'song' | 'orders' | 'wishes' | 'party' | 'catalogue';

/** Why connections are being closed; the reasons of `* BYE` that the host decides. */
export type EndReason = 'party-over' | 'restarting';

/** How a connection is spoken to; the host must know it to speak through a spare copy. */
export type Speech = 'text' | 'json';

export type Message =
  // Life of a child
  | { readonly kind: 'begin'; readonly child: ChildFacts } //                  host -> any: your first message
  | { readonly kind: 'ready'; readonly port: number | null } //                any -> host: give me work; a listener says its port
  | { readonly kind: 'config-changed'; readonly config: Config } //            host -> any
  | { readonly kind: 'reopen-logs' } //                                        host -> any
  | { readonly kind: 'leave'; readonly reason: EndReason } //                  host -> any: finish and exit 0
  | { readonly kind: 'are-you-there' } //                                      host -> any, now and then
  | { readonly kind: 'here' } //                                               any -> host: the answer (link.ts gives it)
  // Seats
  | { readonly kind: 'arrived' } //                                            listener -> host, socket attached
  | { readonly kind: 'offer'; readonly seat: number } //                       host -> session: can you take one?
  | { readonly kind: 'can-seat'; readonly seat: number } //                    session -> host
  | { readonly kind: 'seat'; readonly seat: number; readonly remote: string; readonly connected: number } // host -> session, socket attached
  | { readonly kind: 'speaks'; readonly seat: number; readonly speech: Speech } // session -> host: MODE changed
  | { readonly kind: 'gone'; readonly seats: readonly number[] } //            session -> host: these connections are over, drop the spares
  | { readonly kind: 'told'; readonly seats: readonly number[] } //            session -> host: these heard their BYE
  | { readonly kind: 'say-bye'; readonly reason: EndReason } //                host -> session, web: tell everyone and close
  // Pages: the web process takes its guests in by itself and tells how many there are
  | { readonly kind: 'pages'; readonly counts: PageCounts; readonly farewell: Farewell | null } // web -> host
  | { readonly kind: 'elsewhere'; readonly connected: number } //              host -> web: over TCP, for its greetings
  | { readonly kind: 'close-door'; readonly reason: EndReason } //             host -> web: let nobody in any more
  // Facts live in the store; look there
  | { readonly kind: 'hint'; readonly about: Subject } //                      any -> host -> all others
  // Between host and player
  | { readonly kind: 'look' } //                                               host -> player: the catalogue is there, begin
  | { readonly kind: 'looked' } //                                             player -> host: somebody is on the stage, if anybody can be
  // Between host and control
  | { readonly kind: 'sessions-alive'; readonly epochs: readonly number[]; readonly upTo: number } // host -> control
  | { readonly kind: 'end-party' } //                                          host -> control: SIGINT, write the end row
  | { readonly kind: 'party-ended' } //                                        control -> host: it is written
  | { readonly kind: 'show-tree' } //                                          control -> host
  | { readonly kind: 'tree'; readonly tree: Tree } //                          host -> control
  | { readonly kind: 'stop-daemon' }; //                                       control -> host: as SIGTERM

/** What a child is told at birth. */
export interface ChildFacts {
  /** Which incarnation of which service this is; grows with every fork of this karaoked. */
  readonly epoch: number;
  readonly config: Config;
  /** Where log lines go: a file (daemon mode), or null for stderr. */
  readonly logFile: string | null;
  /** Of karaoked, as `0.1.0`. */
  readonly version: string;
  /** How a listener comes to its socket: inherited from the host as fd 4, or bound by itself where Node cannot hold one (before 24.19). */
  readonly door: 'inherited' | 'own';
  /** True for the first start of a service in this run of karaoked, false when it is lifted after a fall. */
  readonly first: boolean;
}

/** The state of the tree, for `karaokectl status`. */
export interface Tree {
  readonly pid: number;
  readonly version: string;
  readonly startedAtMs: number;
  readonly port: number;
  /** null: there are no pages. */
  readonly webPort: number | null;
  readonly processes: readonly ProcessState[];
  readonly seats: SeatCounts;
  /** null: there are no pages. */
  readonly pages: PagesSeen | null;
  /** Config keys of the last reload that need a restart. */
  readonly needRestart: readonly string[];
}

export interface ProcessState {
  readonly name: string;
  readonly pid: number | null;
  /** degraded: falls again and again, and is tried again. gave-up: said 78, cannot run here, and is not tried again. */
  readonly state: 'starting' | 'ready' | 'waiting' | 'degraded' | 'gave-up' | 'stopped';
  readonly epoch: number;
  readonly sinceMs: number;
  /** How often it was lifted in this run. */
  readonly restarts: number;
  /** How it last ended: `code 1`, `signal SIGKILL`, or null. */
  readonly lastEnd: string | null;
  /** Connections seated here (sessions only, else 0). */
  readonly connections: number;
}

/** Every connection that ever came is counted somewhere here. */
export interface SeatCounts {
  readonly open: number;
  readonly limit: number;
  readonly greeted: number;
  /** Told 421 FULL. */
  readonly refused: number;
  /** Lost their session process and were told so. */
  readonly lost: number;
  /** Left before they had a seat. */
  readonly early: number;
}

/** Guests over WebSocket, as the web process that is up counts them. */
export interface PageCounts {
  readonly open: number;
  readonly greeted: number;
  /** Told 421 FULL. */
  readonly refused: number;
  /** Cut off for a frame that is none of this language: too long, no UTF-8. */
  readonly foreign: number;
}

/** The same over all web processes of this run. */
export interface PagesSeen extends PageCounts {
  readonly limit: number;
  /** Their web process fell; they connect again by themselves. */
  readonly lost: number;
}

/** How many heard their BYE when everything ended, and how many have not (yet). */
export interface Farewell {
  readonly told: number;
  readonly untold: number;
}

export type Kind = Message['kind'];
export type Of<K extends Kind> = Extract<Message, { kind: K }>;

/** What one process does on each message it accepts; the choice of K is its contract. `handle` is a socket, when one came. */
export type Handlers<K extends Kind> = { readonly [P in K]: (message: Of<P>, handle: unknown) => void };

/** Our own processes speak this language: anything else is a bug, so the speaker is named. */
class ForeignMessage extends Error {
  override readonly name = 'ForeignMessage';
}

/** Hands a raw message to its handler. Throws ForeignMessage when `from` said something that this process does not accept. */
export function dispatch<K extends Kind>(from: string, handlers: Handlers<K>, raw: unknown, handle: unknown): void {
  const kind = (raw as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(handlers, kind)) {
    throw new ForeignMessage(`Cannot dispatch a message from ${from}: unexpected kind "${String(kind)}"`);
  }
  (handlers[kind as K] as (message: unknown, handle: unknown) => void)(raw, handle);
}
