/** A house as a talk meets it, with its own clock: what it is told it answers at once, unless it is made mute. */
import type { Socket, SocketHears, Surroundings } from '../../../../src/web/pages/talk/surroundings.ts';

/** How far the house's clock is ahead of the phone's. */
export const AHEAD_MS = 90_000;

type Frame = Readonly<Record<string, unknown>>;

/** One connection, seen from the house. */
export class Call {
  /** Lines without their tags. */
  readonly heard: string[] = [];
  /** The page has closed it. */
  hungUp = false;
  readonly #house: FakeHouse;
  readonly #page: SocketHears;
  speech: 'text' | 'json' = 'text';

  constructor(house: FakeHouse, page: SocketHears) {
    this.#house = house;
    this.#page = page;
  }

  async opens(greeting = "OK KARAOKE/1 Friday at Tosho's: 1 connected, 0 songs waiting. Type HELP"): Promise<void> {
    this.#page.line(greeting);
    this.#page.opened();
    await settled();
  }

  async says(...frames: readonly (Frame | string)[]): Promise<void> {
    for (const frame of frames) this.#page.line(typeof frame === 'string' ? frame : JSON.stringify(frame));
    await settled();
  }

  async falls(): Promise<void> {
    this.#page.closed();
    await settled();
  }

  /** What was heard and is no PING, which come whenever it is quiet; HELLO without its key, which nobody foresees. */
  get spoken(): readonly string[] {
    return this.heard.filter((line) => line !== 'PING').map((line) => line.replace(/^HELLO key="\w+" /, 'HELLO '));
  }

  readonly socket: Socket = {
    send: (tagged) => {
      const [, tag = '', line = ''] = /^#(\S+) (.*)$/.exec(tagged) ?? [];
      this.heard.push(line);
      queueMicrotask(() => {
        if (this.#house.mute(line) || this.hungUp) return;
        const frames = this.#answer(tag, line);
        if (!this.#house.loses(line)) for (const frame of frames) this.#page.line(frame);
      });
    },
    close: () => {
      this.hungUp = true;
    },
  };

  #answer(tag: string, line: string): readonly string[] {
    if (line === 'MODE json') return [`OK #${tag} MODE json`];
    return this.#house.answer(line).map((frame) => JSON.stringify({ tag, ...frame }));
  }
}

export class FakeHouse implements Surroundings {
  readonly calls: Call[] = [];
  /** What was queued, by key: a key said twice is one song. */
  readonly queued = new Map<string, string>();
  phoneMs = 1_000_000;
  /** How far somebody has set the phone's clock. */
  phoneSetMs = 0;
  party = { on: true, started_at_ms: 5_000 };
  /** Which key made a name; while it is there, the code was never shown. */
  readonly names = new Map<string, string>();
  /** Which lines are done, and their answers lost. */
  loses: (line: string) => boolean = () => false;
  /** Which lines get no answer. */
  mute: (line: string) => boolean = () => false;
  /** What HELLO answers instead of a welcome. */
  unwelcome: Frame | null = null;
  #timers: { readonly atMs: number; readonly run: () => void }[] = [];
  #wake: () => void = () => undefined;

  connect(_url: string, hears: SocketHears): Socket {
    const call = new Call(this, hears);
    this.calls.push(call);
    return call.socket;
  }

  now(): number {
    return this.phoneMs + this.phoneSetMs;
  }

  elapsedMs(): number {
    return this.phoneMs;
  }

  later(ms: number, run: () => void): () => void {
    const timer = { atMs: this.phoneMs + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** In the middle: waits are as long as they are meant. */
  chance(): number {
    return 0.5;
  }

  onWake(wake: () => void): void {
    this.#wake = wake;
  }

  async wakes(): Promise<void> {
    this.#wake();
    await settled();
  }

  /** Lets so much time go by, with everything that is due in it. */
  async passes(ms: number): Promise<void> {
    const untilMs = this.phoneMs + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs);
      if (!next) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.phoneMs = Math.max(this.phoneMs, next.atMs);
      next.run();
      await settled();
    }
    this.phoneMs = untilMs;
  }

  /** The newest connection. */
  get call(): Call {
    const call = this.calls.at(-1);
    if (!call) throw new Error('nobody has connected yet');
    return call;
  }

  answer(line: string): readonly Frame[] {
    const [command = ''] = line.split(' ');
    switch (command) {
      case 'PING':
        return [{ t: 'ok', word: 'PONG', text: '', now_ms: this.phoneMs + AHEAD_MS }];
      case 'PARTY':
        return [{ t: 'ok', word: 'PARTY', text: '', name: 'Friday', closing_at_ms: null, ...this.party }];
      case 'HELLO':
        return [this.unwelcome ?? this.#hello(line)];
      case 'REQUEST':
        return [this.#queue(line)];
      case 'SEARCH':
        return [
          { t: 'row', text: '', song_id: 1, artist: 'Toto', title: line, duration_s: null },
          { t: 'ok', word: 'SEARCH', text: '', shown: 1, total: 1, more: false, page: 1 },
        ];
      default:
        return [{ t: 'ok', word: command, text: '' }];
    }
  }

  /** Who was here before shows the code, or the key of the HELLO that made the name: then there is another code. */
  #hello(line: string): Frame {
    const [, key, name = ''] = /^HELLO key="(\w+)" (.*)$/.exec(line) ?? [];
    if (key === undefined) return welcome(line);
    const before = this.names.get(name) ?? null;
    if (before !== null && before !== key)
      return { t: 'err', code: 531, word: 'NAME_TAKEN', retry: null, text: 'taken' };
    this.names.set(name, key);
    return before === null ? welcome(line) : { ...welcome(line), code: '8KQ4M2' };
  }

  #queue(line: string): Frame {
    const [, key = '', what = ''] = /^REQUEST key="(.*?)" (.*)$/.exec(line) ?? [];
    const repeated = this.queued.has(key);
    this.queued.set(key, what);
    return { t: 'ok', word: 'QUEUED', text: '', queue_id: [...this.queued.keys()].indexOf(key) + 1, repeated };
  }
}

/** A tab's memory, which outlives a reload. */
export class FakeStorage implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  key(at: number): string | null {
    return [...this.#kept.keys()][at] ?? null;
  }
  getItem(name: string): string | null {
    return this.#kept.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    this.#kept.set(name, value);
  }
  removeItem(name: string): void {
    this.#kept.delete(name);
  }
  clear(): void {
    this.#kept.clear();
  }
}

const GUESTS: Readonly<Record<string, number>> = { Ada: 12, Bo: 13 };

function welcome(line: string): Frame {
  const name = line.split(' ').at(-1) ?? '';
  const code = line.includes('code=') ? null : '7KQ4M2';
  return { t: 'ok', word: 'HELLO', text: '', guest_id: GUESTS[name] ?? 99, name, code, away: false };
}

/** Everything that follows from what just happened has happened. */
export const settled = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done);
  });
