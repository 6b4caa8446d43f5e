/** The real tree on a free port and a temporary var, for as long as a test lasts; nothing of it is left afterwards. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestGuest } from './guest.ts';
import { plainEnvironment, ROOT, runProgram } from './program.ts';
import type { Ran, Running } from './program.ts';
import type { Speaker } from './speaker.ts';

export interface PartyWanted {
  /** Rows of a catalogue: artist, title, seconds. Without it there are no songs. */
  readonly songs?: readonly (readonly [artist: string, title: string, seconds: number])[];
  /** Settings by their environment names, without `KARAOKE_`. The warm pool is one process, unless they say otherwise. */
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly flags?: readonly string[];
  /** With the guest page and the stage page on a free port; otherwise there is no web process. */
  readonly web?: boolean;
  /** A var of an earlier party, which goes on. */
  readonly varDir?: string;
}

/** A handful of songs that most tests speak of. Long enough that none ends by itself. */
export const SONGS = [
  ['Queen', 'Bohemian Rhapsody', 354],
  ['Toto', 'Africa', 295],
  ['ABBA', 'Dancing Queen', 230],
  ['a-ha', 'Take On Me', 225],
  ['AC/DC', 'Highway to Hell', 208],
  ['Щурците', 'Клетва', 250],
] as const;

/** What every process of this party carries in its environment, so that none can hide. */
const MARK = 'TEST_PARTY';

/** In nobody's way: on this machine only, on a free port, without pages. */
export const QUIETLY = ['--host', '127.0.0.1', '--port', '0', '--web-port', 'off'] as const;

/** Most parties have one or two guests, and each process of the warm pool would cost a sixth of a second. */
const SMALL_POOL = { KARAOKE_SESSION_SPARE: '1' };
/** The settings of a party whose guests sit in several session processes from the first moment. */
export const SEVERAL = { SESSION_SPARE: 4 };

export class Party implements AsyncDisposable {
  readonly varDir: string;
  readonly port: number;
  /** NaN without `web`. */
  readonly webPort: number;
  readonly pid: number;
  readonly running: Running;
  readonly #keepsVar: boolean;

  constructor(running: Running, ready: string, varDir: string, keepsVar: boolean) {
    this.running = running;
    this.varDir = varDir;
    this.port = Number(/tcp=(\d+)/.exec(ready)?.[1]);
    this.webPort = Number(/web=(\d+)/.exec(ready)?.[1]);
    this.pid = Number(/pid=(\d+)/.exec(ready)?.[1]);
    this.#keepsVar = keepsVar;
  }

  /** Connects and hears the greeting. */
  async guest(): Promise<TestGuest> {
    const guest = await TestGuest.connect(this.port);
    await guest.hears('OK KARAOKE/1');
    return guest;
  }

  /** Connects, hears the greeting and says HELLO. */
  async named(name: string, code = ''): Promise<TestGuest> {
    const guest = await this.guest();
    await guest.joins(name, code);
    return guest;
  }

  /** Runs karaokectl. It is as patient as a test, unless it is told otherwise. */
  dj(...args: readonly string[]): Promise<Ran> {
    const dj = this.startDj('--timeout', '30', ...args);
    dj.child.stdin?.end();
    return dj.ended;
  }

  /** Starts karaokectl and does not wait for its end. */
  startDj(...args: readonly string[]): Running {
    return runProgram(
      join(ROOT, 'bin/karaokectl'),
      ['--var', this.varDir, ...args],
      plainEnvironment({ [MARK]: this.varDir }),
    );
  }

  /** Resolves when the DJ sees exactly so many clients: who comes and goes is written down a moment later. */
  async connected(count: number): Promise<void> {
    const watch = this.startDj('--json', 'watch');
    await watch.said(new RegExp(`"event":"connections","connections":${count},`));
    watch.child.kill('SIGINT');
    await watch.ended;
  }

  /**
   * Resolves when everything that was told before is told to all of `guests`. A session looks at one subject after the other,
   * the DJ's words not last: only the second sentence comes after all that the first look had to tell.
   */
  async toldAll(...guests: readonly Speaker[]): Promise<void> {
    for (const words of ['one', 'two']) {
      await this.order('say', words);
      await Promise.all(
        guests.map((guest) => guest.hears(new RegExp(`^\\* SAY ${words}$|"topic":"SAY","text":"${words}"`))),
      );
    }
  }

  /** The DJ's order, carried out without a process of karaokectl; resolves to its --json, rejects when it is refused. */
  async order(...words: readonly string[]): Promise<Record<string, unknown>> {
    // Only who gives orders loads the DJ's verbs.
    const { order } = await import('./order.ts');
    return order(this.varDir, words);
  }

  /** Runs karaokectl --json and parses what it says. */
  async djJson(...args: readonly string[]): Promise<Record<string, unknown>> {
    const { stdout, stderr } = await this.dj('--json', ...args);
    try {
      return JSON.parse(stdout) as Record<string, unknown>;
    } catch {
      throw new Error(`karaokectl --json ${args.join(' ')} said no JSON: ${stdout}${stderr}`);
    }
  }

  /** The pids of one kind of process, from /proc: the supervisor is not asked, it may be the one that fell. */
  pids(program: 'supervisor' | 'librarian' | 'player' | 'control' | 'session' | 'listener' | 'web'): number[] {
    return processesOf(this.varDir).filter((pid) => commandOf(pid).includes(`dist/${program}/`));
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Stops politely, the party going on; resolves to how it ended. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ran> {
    this.signal(signal);
    return this.running.ended;
  }

  /** The log lines so far, parsed: whole ones. */
  log(): Record<string, unknown>[] {
    return this.running
      .stderr()
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.running.child.exitCode === null && this.running.child.signalCode === null)
      this.running.child.kill('SIGTERM');
    await this.running.ended;
    await everyoneGone(this.varDir);
    if (!this.#keepsVar) rmSync(this.varDir, { recursive: true, force: true });
  }
}

/** A var directory for several parties; gone at the end of its scope. */
export function temporaryVar(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'karaoke-'));
  return {
    path,
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export async function startParty(wanted: PartyWanted = {}): Promise<Party> {
  const varDir = wanted.varDir ?? mkdtempSync(join(tmpdir(), 'karaoke-'));
  const running = launch(varDir, wanted);
  try {
    return new Party(running, await running.said(/^ready /), varDir, wanted.varDir !== undefined);
  } catch (error) {
    if (wanted.varDir === undefined) rmSync(varDir, { recursive: true, force: true });
    throw error;
  }
}

/** Starts karaoked without waiting for it to be ready. */
export function launch(varDir: string, wanted: PartyWanted = {}): Running {
  const flags = ['--var', varDir, ...QUIETLY, ...(wanted.web ? ['--web-port', '0'] : [])];
  flags.push(...(wanted.flags ?? []));
  if (wanted.songs) flags.push('--catalogue', writeCatalogue(join(varDir, 'catalogue.csv'), wanted.songs));
  const settings = Object.entries(wanted.settings ?? {}).map(([name, value]) => [`KARAOKE_${name}`, String(value)]);
  const env = plainEnvironment({
    [MARK]: varDir,
    ...SMALL_POOL,
    ...(Object.fromEntries(settings) as Record<string, string>),
  });
  return runProgram(join(ROOT, 'bin/karaoked'), flags, env);
}

function writeCatalogue(file: string, songs: NonNullable<PartyWanted['songs']>): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = songs.map(([artist, title, seconds]) => `${quoted(artist)},${quoted(title)},${seconds}`);
  writeFileSync(file, ['artist,title,duration_s', ...rows, ''].join('\n'));
  return file;
}

/** Every process that was started for this var, by its environment. */
export function processesOf(varDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => readProc(pid, 'environ').split('\0').includes(`${MARK}=${varDir}`) && !isZombie(pid));
}

/** Resolves when no process of this var is left; rejects, naming them, when some stay for 10 s: a deadline, not a pace. */
export async function everyoneGone(varDir: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const left = processesOf(varDir);
    if (left.length === 0) return;
    if (performance.now() > deadline) {
      const names = left.map((pid) => `${pid} ${commandOf(pid)}`);
      for (const pid of left) process.kill(pid, 'SIGKILL');
      throw new Error(`processes were left behind:\n${names.join('\n')}`);
    }
    // The one thing without an event: somebody else's child ends.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const readProc = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const commandOf = (pid: number): string => readProc(pid, 'cmdline').replaceAll('\0', ' ');
const isZombie = (pid: number): boolean => readProc(pid, 'stat').includes(') Z ');
