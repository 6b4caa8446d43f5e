/** The Chromium that came with `npm ci`, as root or not, on a machine that never had a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { ROOT, plainEnvironment, run } from '../../party/program.ts';
import { CHROMIUM } from './folder.ts';

/** Starts it, unpacked first where it never was: about two seconds, once per checkout and version. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) await unpack();
  const home = join(CHROMIUM, 'home');
  return chromium.launch({
    executablePath: join(CHROMIUM, 'chromium'),
    // What the package itself proposes is for another place: it switches web security off. playwright adds that the
    // browser calls nobody by itself.
    args: ['--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...plainEnvironment({
        LD_LIBRARY_PATH: join(CHROMIUM, 'al2023/lib'),
        FONTCONFIG_FILE: join(CHROMIUM, 'fonts.conf'),
        // Whatever it keeps, it keeps here.
        HOME: home,
        XDG_CACHE_HOME: join(home, '.cache'),
        XDG_CONFIG_HOME: join(home, '.config'),
      }),
    },
  });
}

async function unpack(): Promise<void> {
  const { code, stderr } = await run(process.execPath, [join(ROOT, 'tools/chromium.ts')]);
  if (code !== 0) throw new Error(`the browser of the tests could not be unpacked into ${CHROMIUM}:\n${stderr}`);
}
