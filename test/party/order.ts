/**
 * An order as karaokectl gives it, by the same table of verbs and over the same socket, without starting karaokectl: that is
 * a fifth of a second of work, where most tests want the order carried out and nothing else. What karaokectl itself says, and
 * how it exits, is the business of `Party.dj`.
 */
import { call } from '../../src/ctl/call.ts';
import { resultDocument } from '../../src/ctl/json.ts';
import { buildProgram } from '../../src/ctl/program.ts';
import type { Typed } from '../../src/ctl/program.ts';

const PATIENCE_MS = 30_000;

/** Resolves to what `--json` prints, parsed. Rejects when the order is not understood or refused. */
export async function order(varDir: string, words: readonly string[]): Promise<Record<string, unknown>> {
  const reply = await call({
    ...understood(words),
    varDir,
    saidAtMs: Date.now(),
    timeoutMs: PATIENCE_MS,
    progress: () => undefined,
    event: () => undefined,
  });
  if (!reply.ok) throw new Error(`"${words.join(' ')}" was refused (${reply.code}): ${reply.text}`);
  return JSON.parse(resultDocument(reply.value)) as Record<string, unknown>;
}

/** Throws CommanderError for what karaokectl would call a mistake. */
function understood(words: readonly string[]): Typed {
  const chosen: Typed[] = [];
  const program = buildProgram({
    version: '',
    complain: () => undefined,
    choose: (typed) => {
      chosen.push(typed);
    },
  });
  program.parse(words, { from: 'user' });
  const [typed] = chosen;
  if (!typed) throw new Error(`There is no verb in "${words.join(' ')}"`);
  return typed;
}
