/**
 * Unpacks the browser of the tests, which `npm ci` brought as @sparticuz/chromium, into .cache of the checkout and prints
 * its folder. A program of its own because the package unpacks to TMPDIR and nowhere else, and a test under jest cannot
 * change that: its process.env is a copy.
 */
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';
import { CHROMIUM } from '../test/web/browser/folder.ts';

/**
 * Open Sans of the package for everything it has (Latin, Cyrillic, Greek), so that pages look alike on all machines; the
 * machine's own fonts for the rest (it has no emoji). Found beside this file, kept warm in XDG_CACHE_HOME.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="pattern">
    <edit name="family" mode="prepend_first" binding="strong"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`;

mkdirSync(dirname(CHROMIUM), { recursive: true });
const beside = mkdtempSync(`${CHROMIUM}.`);
try {
  process.env['TMPDIR'] = beside;
  const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const program = await chromium.executablePath();
  // NSS, which a slim machine lacks and Chromium does not start without.
  await inflate(join(packed, 'bin/al2023.tar.br'));
  writeFileSync(join(beside, 'fonts.conf'), FONTS);
  mkdirSync(join(beside, 'home'));
  // Whoever may read the checkout may run its tests.
  for (const path of [beside, program]) chmodSync(path, 0o755);
  renameSync(beside, CHROMIUM);
} catch (error) {
  // Another one was first, and its copy is as whole as ours.
  if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
} finally {
  rmSync(beside, { recursive: true, force: true });
}
process.stdout.write(`${CHROMIUM}\n`);
