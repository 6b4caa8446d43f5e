/** What a shell needs to complete karaokectl's verbs, made from their table. */
import type { Shell } from '../kinds.ts';

export function completionFor(shell: Shell): string {
  return `# ${shell}\n`;
}
