/** One end of a conversation, as a test plays it: say, hear. Waits for lines, never for time; whatever carries them. */

/** The answer to one command: its `| ` rows and its final line. */
export interface Heard {
  readonly rows: readonly string[];
  readonly final: string;
}

/** A wait that took so long is a failure, with the transcript; it is a deadline and never the way to wait. */
const DEADLINE_MS = 50_000;

const isRow = (line: string): boolean => line.startsWith('| ') || line.startsWith('{"t":"row"');
const isEvent = (line: string): boolean => line.startsWith('* ') || line.startsWith('{"t":"event"');

export abstract class Speaker {
  /** Every line so far, as it came. */
  readonly transcript: string[] = [];
  /** Why the connection ended, once it has. */
  ended: string | null = null;
  /** What came and was not listened to yet. */
  readonly #unheard: string[] = [];
  #waiting: (() => void)[] = [];

  /** Says lines. */
  abstract says(...lines: readonly string[]): void;

  /** The next line that matches; lines before it are passed over. Rejects when the connection ends first. */
  async hears(pattern: RegExp | string): Promise<string> {
    const matches = (line: string): boolean =>
      typeof pattern === 'string' ? line.startsWith(pattern) : pattern.test(line);
    return this.#wait(`a line like ${String(pattern)}`, () => {
      const at = this.#unheard.findIndex(matches);
      return at < 0 ? null : (this.#unheard.splice(0, at + 1).at(-1) ?? null);
    });
  }

  /** Says one command and hears its rows and final. Events before it are still to be heard: when they come is nobody's choice. */
  async asks(line: string): Promise<Heard> {
    this.says(line);
    return this.answer();
  }

  /** The next final with the rows before it. */
  async answer(): Promise<Heard> {
    return this.#wait('a final line', () => {
      const at = this.#unheard.findIndex((line) => !isRow(line) && !isEvent(line));
      if (at < 0) return null;
      const [said, final = ''] = [this.#unheard.splice(0, at), this.#unheard.shift()];
      this.#unheard.unshift(...said.filter(isEvent));
      return { rows: said.filter(isRow), final };
    });
  }

  /** `HELLO name [code]`; resolves to the code of a new guest, or ''. */
  async joins(name: string, code = ''): Promise<string> {
    const { final } = await this.asks(`HELLO ${name} ${code}`.trim());
    if (!final.startsWith('OK HELLO')) throw new Error(`${name} could not join: ${final}`);
    return /code=(\S+)/.exec(final)?.[1] ?? '';
  }

  /** Resolves when the other side has closed. */
  async closed(): Promise<void> {
    await this.#wait('the end of the connection', () => this.ended);
  }

  /** How often a line like this was heard so far. */
  count(pattern: RegExp): number {
    return this.transcript.filter((line) => pattern.test(line)).length;
  }

  protected came(...lines: readonly string[]): void {
    this.transcript.push(...lines);
    this.#unheard.push(...lines);
    this.#wake();
  }

  protected over(why: string): void {
    this.ended ??= why;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async #wait<T>(what: string, look: () => T | null): Promise<T> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    for (;;) {
      const found = look();
      if (found !== null) return found;
      if (this.ended !== null) throw this.#failure(`${what} never came, the connection is over (${this.ended})`);
      if (deadline.aborted) throw this.#failure(`${what} did not come in ${DEADLINE_MS} ms`);
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        deadline.addEventListener('abort', () => {
          resolve();
        });
      });
    }
  }

  #failure(text: string): Error {
    return new Error(`${text}. Heard so far:\n${this.transcript.slice(-30).join('\n')}`);
  }
}
