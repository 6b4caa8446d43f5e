/** How the pages are built: for phones of the last five years. Where to says tools/pages.ts. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

const pages = import.meta.dirname;

export default defineConfig({
  root: pages,
  // Where the files come from is of no use to a phone, and costs it bytes.
  base: '/',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // Nothing is inlined: the Content-Security-Policy allows no data: but in pictures.
    assetsInlineLimit: 0,
    target: ['chrome100', 'firefox100', 'safari15.4'],
    rolldownOptions: {
      input: { guest: join(pages, 'guest/main.tsx'), stage: join(pages, 'stage/main.tsx') },
    },
  },
});
