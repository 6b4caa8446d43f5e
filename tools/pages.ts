/**
 * Builds the pages of the web process into dist/web/pages and lays a brotli and a gzip copy beside every file that gets
 * smaller by it: compressed once, as well as it can be, and not for every phone.
 * All of it is made elsewhere first, and then published (publish.ts).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { publishPages } from './publish.ts';

const root = join(import.meta.dirname, '..');
const fresh = mkdtempSync(join(tmpdir(), 'karaoke-pages-'));
try {
  await build({ configFile: join(root, 'src/web/pages/vite.config.ts'), build: { outDir: fresh, emptyOutDir: true } });
  layCopies();
  publishPages(fresh, join(root, 'dist/web/pages'));
} finally {
  rmSync(fresh, { recursive: true });
}

function layCopies(): void {
  for (const entry of readdirSync(fresh, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|webmanifest)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const smaller = {
      br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      gz: gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }),
    };
    for (const [extension, copy] of Object.entries(smaller))
      if (copy.length < bytes.length) writeFileSync(`${path}.${extension}`, copy);
  }
}
