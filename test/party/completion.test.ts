/** Completion, asked of the shells themselves. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, ROOT, run } from './program.ts';

let folder: string;
let party: Party;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'karaoke-completion-'));
  symlinkSync(join(ROOT, 'bin/karaokectl'), join(folder, 'karaokectl'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    // Where no karaoked runs: it needs none.
    const { code, stdout } = await run(join(ROOT, 'bin/karaokectl'), ['--var', folder, 'completion', shell]);
    expect(code).toBe(0);
    writeFileSync(join(folder, shell), stdout);
  }
  party = await startParty({ songs: SONGS });
});
afterAll(async () => {
  await party[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const environment = () =>
  plainEnvironment({ PATH: `${folder}:${process.env['PATH'] ?? ''}`, KARAOKE_VAR: party.varDir, HOME: folder });

/** As if these words were typed and then TAB. */
const BASH = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _karaokectl; printf '%s\\n' "\${COMPREPLY[@]}"`;

const isInstalled = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

type Offers = (...typed: readonly string[]) => Promise<readonly string[]>;

const bash: Offers = async (...typed) => {
  const { stdout, stderr } = await run(
    'bash',
    ['--norc', '-c', BASH, 'bash', join(folder, 'bash'), 'karaokectl', ...typed],
    environment(),
  );
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
};

const fish: Offers = async (...typed) => {
  const asked = `source ${join(folder, 'fish')}; complete -C "karaokectl ${typed.join(' ')}"`;
  const { stdout, stderr } = await run('fish', ['--no-config', '-c', asked], environment());
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0] ?? line);
};

const SHELLS: readonly (readonly [string, Offers])[] = [
  ['bash', bash],
  ['fish', fish],
];

for (const [shell, offers] of SHELLS) {
  (isInstalled(shell) ? describe : describe.skip)(`${shell} completes`, () => {
    test('verbs and the second word of those that have one', async () => {
      expect(await offers('pa')).toEqual(expect.arrayContaining(['party', 'pause']));
      expect(await offers('pa')).toHaveLength(2);
      expect((await offers('party', '')).toSorted()).toEqual(['closing', 'end', 'start']);
      expect((await offers('db', '')).toSorted()).toEqual(['backup', 'check']);
      expect(await offers('--timeout', '5', 'libr')).toEqual(['library']);
    });

    test('options and their values', async () => {
      expect(await offers('songs', '--h')).toEqual(expect.arrayContaining(['--hidden']));
      expect(await offers('library', 'add', '--names', 'ti')).toEqual(['title-artist', 'title-artist-disc']);
      expect(await offers('export', '')).toEqual(['csv', 'json']);
      expect((await offers('completion', '')).toSorted()).toEqual(['bash', 'fish', 'zsh']);
    });

    test('files where a file is wanted', async () => {
      expect(await offers('import', `${folder}/ba`)).toEqual([join(folder, 'bash')]);
    });

    test('guests, entries and wishes that are there', async () => {
      await using ada = await party.named(`Ada${shell}`);
      await ada.asks('REQUEST 1');
      await ada.asks('WISH No Such - Song');
      expect(await offers('kick', 'Ad')).toContain(`Ada${shell}`);
      expect(await offers('add', '--for', 'Ad')).toContain(`Ada${shell}`);
      expect(await offers('refuse', '')).toEqual(['1']);
      expect((await offers('remove', '')).length).toBeGreaterThan(0);
    });
  });
}

(isInstalled('zsh') ? test : test.skip)('zsh takes its script for the completion of karaokectl', async () => {
  const script = `autoload -Uz compinit; compinit -D -u; source ${join(folder, 'zsh')}; print $_comps[karaokectl]`;
  expect(await run('zsh', ['-f', '-c', script], environment())).toMatchObject({ code: 0, stdout: '_karaokectl\n' });
});
