/** Puts the measured block where docs/performance.md has its markers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { fillIn } from '../tools/docs.ts';

const PAGE = join(import.meta.dirname, '../docs/performance.md');

/** Throws when the markers are gone. */
export async function writePage(block: string): Promise<void> {
  const filled = fillIn(readFileSync(PAGE, 'utf8'), { figures: () => block });
  // As prettier would write it, so that `npm run check` agrees.
  const style = await resolveConfig(PAGE);
  writeFileSync(PAGE, await format(filled, { ...style, parser: 'markdown' }));
}
