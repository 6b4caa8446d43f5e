/** What was asked on one connection and is not answered yet. */
import { Lost } from './lost.ts';
import type { Answer, Final, Row } from './said.ts';

export interface Asked {
  /** The line with its tag, to be sent now. */
  ask(line: string): { readonly line: string; readonly answer: Promise<Answer> };
  row(row: Row): void;
  /** false: it answers nothing that was asked, so this end and the other do not understand each other. */
  final(final: Final): boolean;
  /** No answer will come any more. */
  lose(): void;
}

interface Waiting {
  readonly tag: string;
  readonly answered: (answer: Answer) => void;
  readonly lost: (why: Lost) => void;
}

/**
 * Every line has exactly one final, in order, so the first that waits is the one that is answered. The tag only proves
 * it: a line that could not be read is answered without.
 */
export function createAsked(): Asked {
  const waiting: Waiting[] = [];
  let rows: Row[] = [];
  let lastTag = 0;
  return {
    ask(line) {
      lastTag += 1;
      const tag = `p${lastTag}`;
      const answer = new Promise<Answer>((answered, lost) => {
        waiting.push({ tag, answered, lost });
      });
      return { line: `#${tag} ${line}`, answer };
    },
    row(row) {
      rows.push(row);
    },
    final(final) {
      const [first] = waiting;
      if (!first || (final.tag !== null && final.tag !== first.tag)) return false;
      waiting.shift();
      first.answered({ final, rows });
      rows = [];
      return true;
    },
    lose() {
      for (const { lost } of waiting.splice(0)) lost(new Lost('the connection went before the answer came'));
    },
  };
}
