/** How a build comes into dist under a party that runs from there: file by file, whole, and never half a state. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Writes it whole, and only when it is another one. */
export function publish(path: string, content: string | Buffer): void {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

/** Vite's: what the pages are made of. */
const MANIFEST = 'manifest.json';

/**
 * Publishes the pages that were built in `fresh` into `served`. The manifest comes last: until then a web process that
 * starts serves the build before. The assets of that build stay, for phones that have its page already and for a party
 * that was started on it; those of earlier builds go. A build that made nothing new leaves all as it is.
 */
export function publishPages(fresh: string, served: string): void {
  const before = manifestOf(served);
  const files = filesIn(fresh);
  for (const file of [...files.filter((name) => name !== MANIFEST), MANIFEST])
    publish(join(served, file), readFileSync(join(fresh, file)));
  if (before === manifestOf(fresh)) return;
  const kept = new Set([...files, ...assetsIn(before)]);
  // The copy of an asset goes with it.
  for (const file of filesIn(served))
    if (!kept.has(file) && !kept.has(file.replace(/\.(br|gz)$/, ''))) rmSync(join(served, file));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** '' when nothing was built there. */
function manifestOf(folder: string): string {
  const path = join(folder, MANIFEST);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function assetsIn(manifest: string): readonly string[] {
  if (manifest === '') return [];
  const chunks = JSON.parse(manifest) as Readonly<
    Record<string, { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[] }>
  >;
  return Object.values(chunks).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
}
