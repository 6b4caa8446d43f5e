import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CommanderError } from 'commander';
import { buildProgram } from '../../../src/ctl/program.ts';
import type { Everywhere, Typed } from '../../../src/ctl/program.ts';
import { verbNames, verbTable } from '../../../src/dj/verbs.ts';

interface Heard {
  readonly typed: Typed | null;
  readonly everywhere: Everywhere;
  /** What commander said instead, or null. */
  readonly refused: string | null;
}

function hear(...argv: string[]): Heard {
  const chosen: { typed: Typed | null } = { typed: null };
  const program = buildProgram({
    version: '9.9.9',
    complain: () => undefined,
    choose: (typed) => {
      chosen.typed = typed;
    },
  });
  try {
    program.parse(argv, { from: 'user' });
    return { typed: chosen.typed, everywhere: program.opts(), refused: null };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { typed: null, everywhere: program.opts(), refused: error.message };
  }
}

describe('karaokectl understands', () => {
  test.each<[string[], Typed]>([
    [['status'], { verb: 'status', given: {} }],
    [['party', 'start'], { verb: 'party start', given: { name: null } }],
    [['party', 'start', 'Friday', 'at', "Tosho's"], { verb: 'party start', given: { name: "Friday at Tosho's" } }],
    [['party', 'end', '--in', '20m'], { verb: 'party end', given: { in: 1_200_000 } }],
    [['party', 'end'], { verb: 'party end', given: { in: null } }],
    [['party', 'closing', '23:30'], { verb: 'party closing', given: { time: '23:30' } }],
    [['party', 'closing', 'off'], { verb: 'party closing', given: { time: 'off' } }],
    [['move', '17', '1'], { verb: 'move', given: { id: 17, place: 1 } }],
    [['add', '--for', 'Ada', 'Toto', '-', 'Africa'], { verb: 'add', given: { for: 'Ada', song: 'Toto - Africa' } }],
    [['add', '731', '--for', 'Ada'], { verb: 'add', given: { for: 'Ada', song: '731' } }],
    [['remove', '17'], { verb: 'remove', given: { id: 17 } }],
    [['songs'], { verb: 'songs', given: { words: null, page: null } }],
    [['songs', '--page', '2', 'queen'], { verb: 'songs', given: { words: 'queen', page: 2 } }],
    [['import', '/a/b.csv'], { verb: 'import', given: { 'file.csv': '/a/b.csv' } }],
    [['import', 'b.csv'], { verb: 'import', given: { 'file.csv': `${process.cwd()}/b.csv` } }],
    [['found', '5', '902'], { verb: 'found', given: { wish: 5, 'song-or-file': 902 } }],
    [['found', '5', '/a/b.zip'], { verb: 'found', given: { wish: 5, 'song-or-file': '/a/b.zip' } }],
    [['found', '5', './902'], { verb: 'found', given: { wish: 5, 'song-or-file': `${process.cwd()}/902` } }],
    [['library', 'add', '/music/'], { verb: 'library add', given: { folder: '/music', names: null } }],
    [
      ['library', 'add', '--names', 'title-artist', 'music'],
      { verb: 'library add', given: { folder: `${process.cwd()}/music`, names: 'title-artist' } },
    ],
    [['library', 'scan'], { verb: 'library scan', given: { folder: null, 'forget-vanished': null } }],
    [
      ['library', 'scan', '--forget-vanished', '/music'],
      { verb: 'library scan', given: { folder: '/music', 'forget-vanished': 'yes' } },
    ],
    [['library', 'scan', '2'], { verb: 'library scan', given: { folder: 2, 'forget-vanished': null } }],
    [['library', 'remove', '../x'], { verb: 'library remove', given: { folder: resolve('../x') } }],
    [['library', 'problems', '--page', '3'], { verb: 'library problems', given: { page: 3 } }],
    [['refuse', '5', 'not', 'in', 'print'], { verb: 'refuse', given: { wish: 5, reason: 'not in print' } }],
    [['kick', 'Ada K', 'too', 'loud'], { verb: 'kick', given: { guest: 'Ada K', reason: 'too loud' } }],
    [['kick', '12'], { verb: 'kick', given: { guest: '12', reason: null } }],
    [['say', '--', '--hello--'], { verb: 'say', given: { text: '--hello--' } }],
  ])('%j', (argv, typed) => {
    expect(hear(...argv)).toMatchObject({ typed, refused: null });
  });

  test('what goes with every verb, before it or after it', () => {
    const everywhere = { json: true, timeout: 0.5, var: '/x' };
    expect(hear('--json', '--timeout', '0.5', '--var', '/x', 'status').everywhere).toEqual(everywhere);
    expect(hear('status', '--json', '--timeout', '0.5', '--var', '/x').everywhere).toEqual(everywhere);
  });

  test('every verb of the table', () => {
    const example = {
      number: '7',
      text: 'Ada',
      file: '/f',
      duration: '5m',
      closing: '23:30',
      folder: '/music',
      'known-folder': '3',
      'song-or-file': '/f.zip',
      naming: 'auto',
      'new-file': '/new',
      'csv-or-json': 'csv',
      shell: 'bash',
    };
    for (const verb of verbNames) {
      const { args, options } = verbTable[verb];
      const words = Object.values(args).map(({ kind }) => (kind === 'flag' ? 'yes' : example[kind]));
      const flags = Object.entries(options).flatMap(([name, { kind }]) =>
        kind === 'flag' ? [`--${name}`] : [`--${name}`, example[kind]],
      );
      expect(hear(...verb.split(' '), ...flags, ...words).typed?.verb).toBe(verb);
    }
  });
});

describe('karaokectl refuses', () => {
  test.each([
    [['frob'], "unknown command 'frob'"],
    [['skp'], 'skip'],
    [['party'], 'outputHelp'],
    [['remove'], 'id'],
    [['remove', 'first'], 'whole number'],
    [['remove', '0'], 'whole number'],
    [['skip', 'now'], 'too many arguments'],
    [['add', 'Africa'], '--for'],
    [['library'], 'outputHelp'],
    [['library', 'add'], 'folder'],
    [['library', 'add', '--names', 'artist', '/m'], 'one of auto, artist-title'],
    [['library', 'remove', '0'], 'number of a folder'],
    [['library', 'scan', '--forget-vanished=no'], '--forget-vanished'],
    [['found', '5'], 'song-or-file'],
    [['say', '  '], 'text'],
    [['party', 'end', '--in', 'soon'], '20m'],
    [['party', 'closing'], 'time'],
    [['party', 'closing', '24:30'], 'a time of day, for example 23:30, or off'],
    [['party', 'closing', 'late'], 'or off'],
    [['move', '17'], 'place'],
    [['move', '17', '0'], 'whole number'],
    [['--timeout', '0', 'status'], 'seconds'],
    [['--timeout', 'long', 'status'], 'seconds'],
    [['status', '--loud'], '--loud'],
  ])('%j and names what is wrong', (argv, named) => {
    const { typed, refused } = hear(...argv);
    expect(typed).toBeNull();
    expect(refused).toContain(named);
  });
});
