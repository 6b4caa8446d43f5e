/** The programs that people have at home: nc, ncat, socat, telnet, and bash, which needs none. Who is not on this machine is skipped by name. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, run, runProgram } from './program.ts';
import type { Running } from './program.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, flags: ['--party', "Friday at Tosho's"] });
});
afterAll(() => party[Symbol.asyncDispose]());

/** Where a program is, its links followed; null when it is not on this machine. */
function found(program: string): string | null {
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  for (const path of paths) {
    try {
      accessSync(path, constants.X_OK);
      return realpathSync(path);
    } catch {
      continue;
    }
  }
  return null;
}

/** What somebody types who has nothing else: bash opens connections by itself. */
const BASH = 'exec 3<>"/dev/tcp/127.0.0.1/$1"; cat <&3 & cat >&3; wait';

/** `closesAtEof`: how the program is told to say that its input has ended and to wait for the answers. */
const CLIENTS: Readonly<Record<string, { readonly talk: Arguments; readonly closesAtEof: Arguments | null }>> = {
  'nc.openbsd': { talk: (port) => ['127.0.0.1', port], closesAtEof: (port) => ['-N', '127.0.0.1', port] },
  ncat: { talk: (port) => ['127.0.0.1', port], closesAtEof: (port) => ['127.0.0.1', port] },
  socat: {
    talk: (port) => ['-', `TCP:127.0.0.1:${port}`],
    closesAtEof: (port) => ['-t30', '-', `TCP:127.0.0.1:${port}`],
  },
  bash: { talk: (port) => ['--norc', '-c', BASH, 'bash', port], closesAtEof: null },
  telnet: { talk: (port) => ['127.0.0.1', port], closesAtEof: null },
};
type Arguments = (port: string) => readonly string[];

/** A program at its conversation; it does not outlive a test that fails. */
function talking(path: string, args: readonly string[]): AsyncDisposable & { readonly running: Running } {
  const running = runProgram(path, args, plainEnvironment());
  return {
    running,
    [Symbol.asyncDispose]: async () => {
      running.child.kill();
      await running.ended;
    },
  };
}

for (const [program, { talk, closesAtEof }] of Object.entries(CLIENTS)) {
  const path = found(program);
  if (path === null) {
    test.skip(`${program}: not on this machine`, () => undefined);
    continue;
  }
  describe(program, () => {
    test('a visit: hello, a song, a wish, goodbye', async () => {
      const name = `Ada of ${program}`;
      await using client = talking(path, talk(String(party.port)));
      const { running } = client;
      const says = (line: string): void => {
        running.child.stdin?.write(`${line}\n`);
      };
      expect(await running.said(/KARAOKE\/1/)).toMatch(
        /^OK KARAOKE\/1 Friday at Tosho's: \d+ connected, \d+ songs? waiting\. Type HELP/,
      );
      says(`hello ${name}`);
      expect(await running.said(/ HELLO /)).toContain(`Welcome, ${name}! Next time say: HELLO ${name} `);
      says('request queen - bohemian rhapsody');
      expect(await running.said(/ QUEUED /)).toMatch(
        /^OK QUEUED \d+ song=\d+ position=\d+ wait=\d+-\d+ Queen - Bohemian Rhapsody/,
      );
      says('request Тангра - Оловният войник');
      expect(await running.said(/ WISHED /)).toMatch(
        /^OK WISHED \d+ askers=\d+ Тангра - Оловният войник is not here yet; the DJ has been asked/,
      );
      says('leave');
      expect(await running.said(/^OK BYE/)).toMatch(new RegExp(`^OK BYE See you, ${name}`));
      // The server has hung up; nc and ncat go on listening to the keyboard until it ends.
      running.child.stdin?.end();
      await running.ended;
    });

    if (closesAtEof) {
      test('two questions from a pipe are answered, and it ends', async () => {
        const { stdout, code } = await run(path, closesAtEof(String(party.port)), plainEnvironment(), 'NOW\nQUEUE\n');
        const finals = stdout.split('\n').filter((line) => line.startsWith('OK ') || line.startsWith('ERR '));
        expect(finals).toEqual([
          expect.stringMatching(/^OK KARAOKE\/1 /),
          expect.stringMatching(/^OK NOW /),
          expect.stringMatching(/^OK QUEUE \d+ of \d+ page=1$/),
        ]);
        expect(code).toBe(0);
      });
    }
  });
}

const withNc = found('nc')?.endsWith('openbsd') === true;
(withNc ? test : test.skip)(
  `${withNc ? '' : 'nc of OpenBSD: not on this machine: '}the shell’s own line works: printf to nc -N`,
  async () => {
    const { stdout } = await run(
      'sh',
      ['-c', `printf 'NOW\\nQUEUE\\n' | nc -N 127.0.0.1 ${party.port}`],
      plainEnvironment(),
    );
    expect(stdout).toMatch(/^OK KARAOKE\/1 .*\nOK NOW .*\n(\| .*\n)*OK QUEUE \d+ of \d+ page=1\n$/);
  },
);
