/** The bar of a scan in a real terminal, made by script(1); and that there is none anywhere else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeCdg } from '../media/cdg.ts';
import { mediaFolder } from '../media/folder.ts';
import { makeMp3 } from '../media/mp3.ts';
import { freeze } from './freezing.ts';
import { startParty } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, ROOT, runProgram } from './program.ts';
import type { Running } from './program.ts';

const PAIRS = 1_000;
/** What the librarian is given to live between two looks at the terminal; a scan of so many pairs takes longer. */
const LIFE_MS = 5;

const noScript = spawnSync('script', ['--version']).error !== undefined;
if (noScript) console.info('script(1) is not on this machine: the bar is not tried in a terminal');

(noScript ? describe.skip : describe)('the bar in a terminal', () => {
  let party: Party;
  const disk = mediaFolder();
  beforeAll(async () => {
    party = await startParty();
    fill(disk.path);
  });
  afterAll(async () => {
    await party[Symbol.asyncDispose]();
    disk[Symbol.dispose]();
  });

  const inTerminal = (args: string, more: Readonly<Record<string, string>> = {}): Running =>
    runProgram(
      'script',
      ['-qec', `${join(ROOT, 'bin/karaokectl')} --var ${party.varDir} --timeout 30 ${args}`, '/dev/null'],
      plainEnvironment({ TEST_PARTY: party.varDir, TERM: 'xterm', ...more }),
    );

  test('says that the librarian is waited for, then how far it is, on one line that is gone at the end', async () => {
    using librarian = await held(party);
    const adding = inTerminal(`library add ${disk.path}`, { NO_COLOR: '1' });
    await adding.said(/Waiting for the librarian, which has other work first …/);
    await librarian.livesUntil(adding.said(/Scanning \S+ {2}(?:\d+% {2})?\d[\d,]* (?:of [\d,]+ )?files/));
    librarian.goOn();
    const { code, stdout } = await adding.ended;
    expect(code).toBe(0);
    // No colour, no cursor orders: the line is wiped with blanks.
    expect(stdout).toBe(stripVTControlCharacters(stdout));
    const [lines = '', ...rest] = stdout.split(`\r${disk.path} is in the library now`);
    expect(lines).not.toContain('\n');
    expect(lines.split('\r').at(-1)?.trim()).toBe('');
    expect(rest.join('')).toMatch(new RegExp(`\\n${2 * PAIRS} files: ${PAIRS} new songs\\r\\n$`));
  });

  test('Ctrl-C under it ends the looking on, says so, and the scan is done', async () => {
    using librarian = await held(party);
    const scanning = inTerminal('library scan');
    await scanning.said(/Waiting for the librarian/);
    scanning.child.stdin?.write('\u0003');
    await scanning.said(/The librarian goes on with it\. See: karaokectl status/);
    // script(1) ends as its child does: 128 and the number of SIGINT.
    expect((await scanning.ended).code).toBe(130);
    const watch = party.startDj('--json', 'watch');
    await watch.said(/"event":"connections"/);
    librarian.goOn();
    await watch.said(/"event":"library","state":"ended"/);
    watch.child.kill('SIGINT');
    await watch.ended;
  });

  test('does not exist where nobody looks: in a pipe, and for scripts', async () => {
    using librarian = await held(party);
    const [text, json] = [party.startDj('library', 'scan'), party.startDj('--json', 'library', 'scan')];
    const watched = inTerminal('library scan');
    await watched.said(/Waiting for the librarian/);
    librarian.goOn();
    expect(await text.ended).toMatchObject({ code: 0, stderr: '', stdout: `${2 * PAIRS} files: no new song\n` });
    expect(await json.ended).toMatchObject({ code: 0, stderr: '' });
    expect(json.stdout().split('\n')).toHaveLength(2);
    await watched.ended;
  });
});

function fill(folder: string): void {
  const [words, sound] = [makeCdg(1), makeMp3({ seconds: 1 })];
  const longAgo = new Date(Date.now() - 3_600_000);
  for (let at = 0; at < PAIRS; at += 1) {
    const inside = join(folder, `disc ${at % 20}`);
    mkdirSync(inside, { recursive: true });
    for (const [extension, bytes] of [
      ['cdg', words],
      ['mp3', sound],
    ] as const) {
      const path = join(inside, `Artist ${at} - Song ${at}.${extension}`);
      writeFileSync(path, bytes);
      utimesSync(path, longAgo, longAgo);
    }
  }
}

interface Held extends Disposable {
  /** Lets the librarian live for a moment at a time until `seen` resolves, so that nothing is over before it was looked at. */
  livesUntil(seen: Promise<unknown>): Promise<void>;
  goOn(): void;
}

/** The party's librarian, stopped. */
async function held(party: Party): Promise<Held> {
  const [pid] = party.pids('librarian');
  if (pid === undefined) throw new Error('The party has no librarian');
  let librarian = await freeze(party, pid);
  const goOn = (): void => {
    librarian.goOn();
  };
  return {
    goOn,
    livesUntil: async (seen) => {
      const noticed = seen.then(() => 'seen' as const);
      for (let now: 'seen' | 'not yet' = 'not yet'; now !== 'seen';) {
        goOn();
        await pause(LIFE_MS);
        librarian = await freeze(party, pid);
        now = await Promise.race([noticed, pause(LOOK_MS).then(() => 'not yet' as const)]);
      }
    },
    [Symbol.dispose]: goOn,
  };
}

/** Longer than the daemon looks at a job (200 ms) and tells of it (250 ms). */
const LOOK_MS = 600;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
