/**
 * Writes the tables of docs/ from the tables in the code, between `<!-- begin NAME -->` and `<!-- end NAME -->`, and the
 * manual pages of docs/man/ whole.
 * `node tools/docs.ts` writes, `node tools/docs.ts --check` says what is stale and exits 1.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { PAGES } from './docs_sections.ts';
import type { Sections } from './docs_sections.ts';
import { MAN_PAGES } from './man.ts';

const root = join(import.meta.dirname, '..');

/** The page with every section of the table filled in. Throws when a marker is missing, unknown or not closed. */
export function fillIn(page: string, sections: Sections): string {
  const missing = new Set(Object.keys(sections));
  const filled = page.replace(/<!-- begin ([\w-]+) -->\n[^]*?<!-- end (\1) -->/g, (_whole, name: string) => {
    const section = sections[name];
    if (!section) throw new Error(`Cannot fill in "${name}": no such section`);
    missing.delete(name);
    return `<!-- begin ${name} -->\n\n${section()}\n\n<!-- end ${name} -->`;
  });
  if (missing.size > 0) throw new Error(`The page has no place for: ${[...missing].join(', ')}`);
  return filled;
}

/** Every page as it should be and as it is, by its path from the checkout. */
export async function pages(): Promise<
  readonly { readonly file: string; readonly is: string; readonly should: string }[]
> {
  const manuals = Object.entries(MAN_PAGES).map(([file, write]) => {
    const path = join(root, file);
    return { file, is: existsSync(path) ? readFileSync(path, 'utf8') : '', should: write() };
  });
  const texts = await Promise.all(
    Object.entries(PAGES).map(async ([file, sections]) => {
      const path = join(root, file);
      const is = readFileSync(path, 'utf8');
      // As prettier would write it, so that `npm run check` and this agree on the width of a column.
      const style = await resolveConfig(path);
      return { file, is, should: await format(fillIn(is, sections), { ...style, parser: 'markdown' }) };
    }),
  );
  return [...texts, ...manuals];
}

if (import.meta.main) {
  const stale = (await pages()).filter(({ is, should }) => is !== should);
  if (process.argv.includes('--check')) {
    for (const { file } of stale) process.stderr.write(`${file} is stale; run: npm run docs\n`);
    if (stale.length > 0) process.exitCode = 1;
  } else {
    for (const { file, should } of stale) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), should);
    }
  }
}
