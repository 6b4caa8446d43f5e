/** Completion, asked of the shells themselves. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, ROOT, run } from './program.ts';

let folder: string;
let party: Party;
let elsewhere: Party;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'karaoke-completion-'));
  symlinkSync(join(ROOT, 'bin/karaokectl'), join(folder, 'karaokectl'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    // Where no karaoked runs: it needs none.
    const { code, stdout } = await run(join(ROOT, 'bin/karaokectl'), ['--var', folder, 'completion', shell]);
    expect(code).toBe(0);
    writeFileSync(join(folder, shell), stdout);
  }
  [party, elsewhere] = await Promise.all([startParty({ songs: SONGS }), startParty()]);
  symlinkSync(elsewhere.varDir, join(folder, 'elsewhere'));
});
afterAll(async () => {
  await Promise.all([party[Symbol.asyncDispose](), elsewhere[Symbol.asyncDispose]()]);
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

/** zsh completes on a terminal only, so it gets one, types, and what it would offer is written down where it is offered. */
const ZSHRC = `autoload -Uz compinit; compinit -D -u
source $ZDOTDIR/zsh
compadd() {
  [[ \${@[1,(i)(-|--)]} == *-(O|A|D)* ]] && { builtin compadd "$@"; return }
  local -a offered
  builtin compadd -A offered "$@"
  print -rl -- $offered >>$OFFERED
  builtin compadd "$@"
}
zle-line-init() { BUFFER=$TYPED; CURSOR=$#BUFFER; zle complete-word; exit }
zle -N zle-line-init
`;
// Read as long as it runs: on a busy machine a read may find nothing yet.
const ON_A_TERMINAL = 'zmodload zsh/zpty; zpty terminal zsh -i; while zpty -t terminal; do zpty -r terminal line; done';

const zsh: Offers = async (...typed) => {
  writeFileSync(join(folder, '.zshrc'), ZSHRC);
  const offered = join(folder, 'offered');
  writeFileSync(offered, '');
  const more = { ZDOTDIR: folder, OFFERED: offered, TYPED: `karaokectl ${typed.join(' ')}`, TERM: 'xterm' };
  const { stderr } = await run('zsh', ['-f', '-c', ON_A_TERMINAL], { ...environment(), ...more });
  expect(stderr).toBe('');
  return readFileSync(offered, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
};

/** A karaoked that is busy is not waited for longer than a second, and then nothing is offered: who types presses TAB again. */
const again =
  (offers: Offers): Offers =>
  async (...typed) => {
    for (let presses = 1; ; presses += 1) {
      const offered = await offers(...typed);
      if (offered.length > 0 || presses === 20) return offered;
    }
  };

const SHELLS: readonly (readonly [string, Offers])[] = [
  ['bash', bash],
  ['zsh', zsh],
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
      // zsh offers what comes after the folder that is typed.
      expect((await offers('import', `${folder}/ba`)).map((file) => basename(file))).toEqual(['bash']);
    });

    test('guests, entries and wishes that are there', async () => {
      await using ada = await party.named(`Ada${shell}`);
      await ada.asks('REQUEST 1');
      await ada.asks('WISH No Such - Song');
      const asks = again(offers);
      expect(await asks('kick', 'Ad')).toContain(`Ada${shell}`);
      expect(await asks('add', '--for', 'Ad')).toContain(`Ada${shell}`);
      expect(await asks('refuse', '')).toEqual(['1']);
      expect((await asks('remove', '')).length).toBeGreaterThan(0);
    });

    test('what is there in the karaoked that --var names, and nothing where none is', async () => {
      await using bo = await elsewhere.named(`Bo${shell}`);
      expect(bo).toBeDefined();
      for (const typed of [
        ['--var', elsewhere.varDir, 'kick'],
        ['kick', '--var', '~/elsewhere'],
        [...(shell === 'bash' ? ['--var', '=', elsewhere.varDir] : [`--var=${elsewhere.varDir}`]), 'kick'],
      ]) {
        const offered = await again(offers)(...typed, '');
        expect(offered).toContain(`Bo${shell}`);
        expect(offered.filter((name) => name.startsWith('Ada'))).toEqual([]);
      }
      expect(await offers('--var', folder, 'kick', '')).toEqual([]);
    });
  });
}
