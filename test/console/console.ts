/** The console in a real terminal, as a DJ has it: keys go in, and what is on the screen is read. Waits for what is shown. */
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';
import headless from '@xterm/headless';
import type { Terminal } from '@xterm/headless';
import { plainEnvironment, ROOT } from '../party/program.ts';

const DEADLINE_MS = 40_000;

export interface ConsoleWanted {
  readonly columns?: number;
  readonly rows?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of karaokectl: a shell, for job control. */
  readonly command?: readonly [string, ...string[]];
}

export class TestConsole implements AsyncDisposable {
  readonly #pty: IPty;
  readonly #screen: Terminal;
  readonly #waiting = new Set<() => void>();
  #alive = true;
  /** How the program ended, once it has and the screen shows all that it said. */
  exited: { readonly exitCode: number; readonly signal?: number } | null = null;
  /** Everything that was written, as it was. */
  written = '';

  constructor(varDir: string, wanted: ConsoleWanted = {}) {
    const { columns: cols = 80, rows = 24 } = wanted;
    const [program, ...args] = wanted.command ?? [
      join(ROOT, 'bin/karaokectl'),
      '--var',
      varDir,
      ...(wanted.args ?? []),
    ];
    const env = plainEnvironment({ TEST_PARTY: varDir, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...wanted.env });
    this.#screen = new headless.Terminal({ cols, rows, allowProposedApi: true });
    this.#pty = spawn(program, args, { cols, rows, env, cwd: ROOT });
    this.#pty.onData((text) => {
      this.written += text;
      this.#screen.write(text, () => {
        this.#wake();
      });
    });
    // What a terminal answers when it is asked what it is.
    this.#screen.onData((text) => {
      if (this.#alive) this.#pty.write(text);
    });
    this.#pty.onExit((how) => {
      this.#alive = false;
      // The screen is a moment behind: what the program said last, that it gives the screen back, is still to be shown.
      this.#screen.write('', () => {
        this.exited = how;
        this.#wake();
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  types(keys: string): void {
    this.#pty.write(keys);
  }

  resizes(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.#pty.pid, signal);
  }

  /** The lines as somebody before the screen reads them. */
  lines(): readonly string[] {
    const { active } = this.#screen.buffer;
    return Array.from(
      { length: this.#screen.rows },
      (_, at) => active.getLine(active.baseY + at)?.translateToString(true) ?? '',
    );
  }

  /** The whole screen as one text. */
  text(): string {
    return this.lines().join('\n');
  }

  /** Which of a terminal's two screens is shown: programs that fill it use the other one, and give it back. */
  get onOtherScreen(): boolean {
    return this.#screen.buffer.active.type === 'alternate';
  }

  /** Resolves when the screen shows all of it at once, to its text. */
  async shows(...patterns: readonly (RegExp | string)[]): Promise<string> {
    const misses = (text: string): readonly (RegExp | string)[] =>
      patterns.filter((each) => (typeof each === 'string' ? !text.includes(each) : !each.test(text)));
    return this.#wait(
      () => `showing ${misses(this.text()).map(String).join(' and ')}`,
      () => {
        const text = this.text();
        return misses(text).length === 0 ? text : null;
      },
    );
  }

  /** Resolves when the screen shows it no more. */
  async hides(pattern: RegExp | string): Promise<string> {
    return this.#wait(
      () => `hiding ${String(pattern)}`,
      () => {
        const text = this.text();
        return (typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)) ? null : text;
      },
    );
  }

  async ended(): Promise<{ readonly exitCode: number; readonly signal?: number }> {
    return this.#wait(
      () => 'ending',
      () => this.exited,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#alive) this.#pty.kill('SIGHUP');
    await this.ended();
    this.#screen.dispose();
  }

  async #wait<T>(what: () => string, look: () => T | null): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const check = (): void => {
      const found = look();
      if (found !== null) resolve(found);
      else if (this.exited !== null)
        reject(this.#failure(`it ended (${JSON.stringify(this.exited)}) without ${what()}`));
    };
    const deadline = setTimeout(() => {
      reject(this.#failure(`${DEADLINE_MS} ms went by without ${what()}`));
    }, DEADLINE_MS);
    this.#waiting.add(check);
    check();
    return promise.finally(() => {
      clearTimeout(deadline);
      this.#waiting.delete(check);
    });
  }

  #wake(): void {
    for (const check of [...this.#waiting]) check();
  }

  #failure(how: string): Error {
    return new Error(`${how}. On the screen:\n${this.text()}`);
  }
}
