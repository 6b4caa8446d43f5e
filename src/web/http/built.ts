/** What `npm run build` made of the pages: which files a page is made of, by the manifest that Vite writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../../ipc/link.ts';

/** The addresses that a page links, from the root of the port. */
export interface Parts {
  readonly script: string;
  /** Scripts that it will import: loaded at once, not when the first one has been read. */
  readonly imports: readonly string[];
  readonly styles: readonly string[];
}

export interface Built {
  readonly guest: Parts;
  readonly stage: Parts;
}

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Throws CannotRun when there is no build in `folder`, or not of both pages. */
export function readBuilt(folder: string): Built {
  const path = join(folder, 'manifest.json');
  let chunks: Readonly<Record<string, Chunk | undefined>>;
  try {
    chunks = JSON.parse(readFileSync(path, 'utf8')) as typeof chunks;
  } catch (error) {
    throw new CannotRun(`cannot read what the pages are built of (${String(error)}): run npm run build`);
  }
  const parts = (entry: string): Parts => {
    const chunk = chunks[entry];
    if (!chunk) throw new CannotRun(`${path} does not name ${entry}: run npm run build`);
    const imported = importedBy(chunk, chunks);
    return {
      script: `/${chunk.file}`,
      imports: imported.map(({ file }) => `/${file}`),
      // What is imported comes first, so that the page's own styles have the last word.
      styles: [...imported.toReversed(), chunk].flatMap(({ css = [] }) => css.map((file) => `/${file}`)),
    };
  };
  return { guest: parts('guest/main.tsx'), stage: parts('stage/main.tsx') };
}

/** Each once, nearest first; chunks may import in circles. */
function importedBy(chunk: Chunk, chunks: Readonly<Record<string, Chunk | undefined>>): readonly Chunk[] {
  const found = new Set<Chunk>();
  const follow = ({ imports = [] }: Chunk): void => {
    for (const name of imports) {
      const imported = chunks[name];
      if (!imported || found.has(imported)) continue;
      found.add(imported);
      follow(imported);
    }
  };
  follow(chunk);
  return [...found];
}
