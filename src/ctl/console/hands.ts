/** What the console is handed: everything it cannot think of by itself. */
import type { Reply } from '../call.ts';
import type { Typed } from '../program.ts';

/** A line that was typed: a verb with what goes with it, help that was asked for, or what was wrong. */
type Understood =
  | { readonly is: 'typed'; readonly typed: Typed }
  | { readonly is: 'help'; readonly text: string }
  | { readonly is: 'mistake'; readonly text: string };

export interface Hands {
  /** Asks karaoked. `watch` is answered when it is gone. */
  call(
    typed: Typed,
    saidAtMs: number,
    event: (body: unknown) => void,
    progress: (body: unknown) => void,
  ): Promise<Reply>;
  /** Whom karaoked knows this DJ as. */
  readonly who: string;
  understand(words: readonly string[]): Understood;
  /** Milliseconds since 1970. */
  clock(): number;
  /** Writes what an export answers to a new file; resolves to what was wrong, or null. */
  exportTo(path: string, typed: Typed, saidAtMs: number): Promise<string | null>;
}
