/** The terminal of the menu: a line asked for, a line typed. */
import { createInterface } from 'node:readline';
import type { MenuTerminal } from './menu.ts';

/**
 * Lines are kept from the moment they come. readline's own `question` loses what is typed ahead while an answer is being
 * printed, and never ends when the input does.
 */
export function openTerminal(
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): MenuTerminal & { close(): void } {
  const lines = createInterface({ input, output });
  const typed: string[] = [];
  let over = false;
  let waiting: ((line: string | null) => void) | null = null;
  const give = (line: string | null): void => {
    const asker = waiting;
    waiting = null;
    asker?.(line);
  };
  lines.on('line', (line) => {
    if (waiting) give(line);
    else typed.push(line);
  });
  // EOF and Ctrl-C.
  lines.once('close', () => {
    over = true;
    give(null);
  });
  return {
    ask: (prompt) => {
      const ahead = typed.shift();
      if (ahead !== undefined) {
        output.write(`${prompt}${ahead}\n`);
        return Promise.resolve(ahead);
      }
      if (over) return Promise.resolve(null);
      return new Promise((resolve) => {
        waiting = resolve;
        lines.setPrompt(prompt);
        lines.prompt();
      });
    },
    print: (rows) => output.write(`${rows.join('\n')}\n`),
    close: () => {
      lines.close();
    },
  };
}
