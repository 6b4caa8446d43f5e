/** Puts what was measured where docs/performance.md has its markers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { BlockName } from './figures.ts';

const PAGE = join(import.meta.dirname, '../docs/performance.md');

/** Throws when the markers of the block are gone. */
export async function writePage(name: BlockName, block: string): Promise<void> {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for "${name}"`);
  const filled = `${page.slice(0, from)}${begin}\n\n${block}\n\n${page.slice(to)}`;
  // As prettier would write it, so that `npm run check` agrees.
  const style = await resolveConfig(PAGE);
  writeFileSync(PAGE, await format(filled, { ...style, parser: 'markdown' }));
}
