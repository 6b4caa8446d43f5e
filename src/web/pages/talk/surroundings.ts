/** What a talk needs of the world: a browser has it, and a test too. */

/** One connection as it is used: lines out. */
export interface Socket {
  send(line: string): void;
  close(): void;
}

/** One connection as it is heard. `closed` comes once and last, also when it never opened. */
export interface SocketHears {
  opened(): void;
  line(text: string): void;
  closed(): void;
}

export interface Surroundings {
  connect(url: string, hears: SocketHears): Socket;
  /** Milliseconds since 1970, by this device. */
  now(): number;
  /** Milliseconds since some moment, whatever its clock is set to. */
  elapsedMs(): number;
  /** Runs it once after so many milliseconds, unless the returned function is called before. */
  later(ms: number, run: () => void): () => void;
  /** At least 0, less than 1. */
  chance(): number;
  /** Calls it whenever it is time to see how the link is: the network came or went, somebody looks at the page. */
  onWake(wake: () => void): void;
}
