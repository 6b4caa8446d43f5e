/** karaokectl alone on a terminal: the DJ's menu with typed keys, in a terminal that script(1) makes. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, ROOT, runProgram } from './program.ts';
import type { Ran } from './program.ts';

/** A wait that took so long is a failure, with what was shown. */
const DEADLINE_MS = 50_000;

/** What is shown in a terminal: looked for from where the last look ended, as eyes do. */
class Terminal implements AsyncDisposable {
  readonly #running;
  #seen = 0;
  #picked = false;

  constructor(varDir: string) {
    const command = `${join(ROOT, 'bin/karaokectl')} --plain --var ${varDir} --timeout 30`;
    const environment = plainEnvironment({ TEST_PARTY: varDir, TERM: 'xterm', NO_COLOR: '1' });
    this.#running = runProgram('script', ['-qec', command, '/dev/null'], environment);
  }

  types(keys: string): void {
    this.#running.child.stdin?.write(keys);
  }

  /** The next text that matches; rejects when the program ends without it. */
  async sees(pattern: RegExp): Promise<string> {
    const look = (): string | null => {
      const found = pattern.exec(this.#shown().slice(this.#seen));
      if (found === null) return null;
      this.#seen += found.index + found[0].length;
      return found[0];
    };
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const check = (): void => {
      const found = look();
      if (found !== null) resolve(found);
    };
    this.#running.child.stdout?.on('data', check);
    check();
    void this.#running.ended.then(() => {
      reject(this.#failure(`it ended without showing ${String(pattern)}`));
    });
    return this.#inTime(`showing ${String(pattern)}`, promise).finally(() => {
      this.#running.child.stdout?.off('data', check);
    });
  }

  /** Picks an entry of the menu by its label; what else the DJ says follows the number. */
  async picks(label: string, words = ''): Promise<void> {
    // It is shown at first, and then whenever somebody wants to see it.
    if (this.#picked) this.types('\r');
    this.#picked = true;
    const entry = await this.sees(new RegExp(`^ *\\d+ {2}${label}(?: \\(.\\))?$`, 'm'));
    await this.sees(/^> /m);
    this.types(`${/\d+/.exec(entry)?.[0] ?? ''} ${words}\r`);
  }

  /** How the program ended. */
  ended(): Promise<Ran> {
    return this.#inTime('ending', this.#running.ended);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A hang-up: script(1) passes it on, killed it would leave its child behind.
    this.#running.child.kill('SIGHUP');
    await this.#running.ended;
  }

  async #inTime<T>(what: string, wanted: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    const deadline = setTimeout(() => {
      late.reject(this.#failure(`${DEADLINE_MS} ms went by without ${what}`));
    }, DEADLINE_MS);
    return Promise.race([wanted, late.promise]).finally(() => {
      clearTimeout(deadline);
    });
  }

  #failure(how: string): Error {
    return new Error(`${how}. Shown so far:\n${this.#shown().slice(-2_000)}`);
  }

  /** Without the terminal's own orders (cursor, colours), lines ended as elsewhere. */
  #shown(): string {
    return stripVTControlCharacters(this.#running.stdout()).replaceAll('\r\n', '\n');
  }
}

const noScript = spawnSync('script', ['--version']).error !== undefined;
if (noScript) console.info('script(1) is not on this machine: the menu is not tried in a terminal');

(noScript ? describe.skip : describe)('the menu in a terminal', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('shows what a DJ looks at all evening, one number each, and quits', async () => {
    await using ada = await party.named('Ada');
    await ada.asks('REQUEST Toto - Africa');
    await ada.asks('WISH Nobody - Unknown');
    await using menu = new Terminal(party.varDir);
    await menu.picks('All songs');
    expect(await menu.sees(/id +artist +title +time\n(.*\n){6}/)).toMatch(/AC\/DC +Highway to Hell +3:28/);
    await menu.picks('Requests');
    await menu.sees(/^ *1 +1 +Ada +Toto - Africa +\d+-\d+ min/m);
    await menu.picks('Missing songs');
    await menu.sees(/^ *1 +Nobody - Unknown +1 +Ada +\d\d:\d\d +wanted$/m);
    await menu.picks('Connected clients');
    await menu.sees(/^1 connected client, 1 named guest among them\.\n(.*\n)+? *1 +Ada +here, new +1 /m);
    await menu.picks('How things stand');
    await menu.sees(/^Karaoke night \(since \d\d:\d\d\)$/m);
    await menu.picks('What sounds now');
    await menu.sees(/^.+ - .+ \(nobody sings\) \d+:\d\d\/\d+:\d\d$/m);
    await menu.picks('Quit');
    expect((await menu.ended()).code).toBe(0);
    expect((await ada.asks('PING')).final).toBe('OK PONG');
  });

  test('does what the DJ does: skip, say something to everybody, and nothing when the sentence is left out', async () => {
    await using bo = await party.named('Bo');
    await using menu = new Terminal(party.varDir);
    await menu.picks('Skip this song');
    await menu.sees(/^Skipped\. Now: Toto - Africa \(Ada\) in 0:\d\d$/m);
    await menu.picks('Say something to everybody');
    await menu.sees(/^text .*: /m);
    menu.types('Soup is ready!\r');
    await menu.sees(/^Said to \d connected clients?\.$/m);
    expect(await bo.hears('* SAY')).toBe('* SAY Soup is ready!');
    await menu.picks('Say something to everybody');
    await menu.sees(/^text .*: /m);
    menu.types('\r');
    await menu.picks('Quit');
    expect((await menu.ended()).code).toBe(0);
    await party.toldAll(bo);
    expect(bo.count(/^\* SAY/)).toBe(3);
  });

  test('asks before it ends the party, ends it only on a yes, and starts another', async () => {
    await using cy = await party.named('Cy');
    await using menu = new Terminal(party.varDir);
    for (const no of ['n\r', '\r', 'end\r']) {
      await menu.picks('End the party');
      await menu.sees(/^Everybody is told and disconnected\. End it\? \(y\/N\) /m);
      menu.types(no);
    }
    expect((await cy.asks('PING')).final).toBe('OK PONG');
    await menu.picks('End the party');
    await menu.sees(/\(y\/N\) /);
    menu.types('y\r');
    await menu.sees(/^"Karaoke night" is over; everybody is told\. karaoked goes on\.$/m);
    expect(await cy.hears('* BYE')).toMatch(/^\* BYE party-over /);
    await menu.picks('Start the party', 'Late show');
    await menu.sees(/^"Late show" is on\.$/m);
    // What cannot be done is said, and the menu stays.
    await menu.picks('Start the party');
    await menu.sees(/^"Late show" is on already\. To begin another, first: karaokectl party end$/m);
    await menu.picks('Quit');
    expect((await menu.ended()).code).toBe(0);
  });

  test('asks again for what is no number of it, and takes a letter for quitting', async () => {
    await using menu = new Terminal(party.varDir);
    for (const nonsense of ['99', 'skip', '-1', '1.5']) {
      await menu.sees(/> /);
      menu.types(`${nonsense}\r`);
      await menu.sees(/^Type a number from 0 to \d+, or one of the letters\. Enter shows the menu\.$/m);
    }
    await menu.sees(/^Enter: the menu\. > /m);
    menu.types('q\r');
    expect((await menu.ended()).code).toBe(0);
  });

  test.each([
    ['the end of the input (Ctrl-D)', '\u0004', 'Dee'],
    ['Ctrl-C', '\u0003', 'Eve'],
  ])('ends at %s, also in the middle of a question, with nothing done', async (_what, key, name) => {
    await using dee = await party.named(name);
    await using menu = new Terminal(party.varDir);
    await menu.sees(/^> /m);
    menu.types(key);
    expect((await menu.ended()).code).toBe(0);
    await using asked = new Terminal(party.varDir);
    await asked.picks('End the party');
    await asked.sees(/\(y\/N\) /);
    asked.types(key);
    expect((await asked.ended()).code).toBe(0);
    expect((await dee.asks('LEAVE')).final).toMatch(/^OK BYE /);
  });
});

test('karaokectl alone, but not on a terminal, is a mistake: help on stderr, exit 2', async () => {
  await using party = await startParty({ flags: ['--no-party'] });
  const { code, stdout, stderr } = await party.dj();
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^ +party +start \[name\] \| end \[--in <time>\] \| closing <time>$/m);
});
