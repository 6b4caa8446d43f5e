/** What karaokectl answers by itself, so that it needs no karaoked. */
import { completionFor } from '../dj/completion/completion.ts';
import { KINDS } from '../dj/kinds.ts';
import type { Reply } from './call.ts';
import type { Typed } from './program.ts';

/** null for what karaoked knows. */
export function answeredHere({ verb, given }: Typed): Reply | null {
  const { shell } = given;
  if (verb !== 'completion' || !KINDS.shell.is(shell)) return null;
  return { ok: true, verdict: 'done', value: { shell, script: completionFor(shell) } };
}
