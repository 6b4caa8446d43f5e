import { describe, expect, test } from '@jest/globals';
import { BadConfig, environmentName, resolveConfig, SETTING_NAMES } from '../../../src/config/resolve.ts';
import type { Said } from '../../../src/config/resolve.ts';
import { SETTINGS } from '../../../src/config/schema.ts';

const said = (more: Partial<Said>): Said => ({ file: null, env: {}, flags: [], ...more });
const file = (text: string): Said['file'] => ({ path: 'karaoked.toml', text });
const problems = (what: Partial<Said>): readonly string[] => {
  try {
    resolveConfig(said(what));
  } catch (error) {
    if (error instanceof BadConfig) return error.problems;
    throw error;
  }
  return [];
};

describe('settings', () => {
  test('have a default each that their own type accepts', () => {
    for (const name of SETTING_NAMES) expect(SETTINGS[name].type.safeParse(SETTINGS[name].default).success).toBe(true);
    expect(problems({})).toEqual([]);
  });

  test('come from defaults, then the file, then the environment, then flags, and say from where', () => {
    const layers: Partial<Said> = {
      file: file('[queue]\nperGuest = 4\ngraceSeconds = 10\n[tcp]\nport = 1\n'),
      env: { KARAOKE_QUEUE_PER_GUEST: '5', KARAOKE_TCP_PORT: '2', PATH: '/bin' },
      flags: [{ name: 'tcp.port', flag: '--port', value: '0' }],
    };
    const { config, origins } = resolveConfig(said(layers));
    expect([
      config['queue.graceSeconds'],
      config['queue.perGuest'],
      config['tcp.port'],
      config['wish.perGuest'],
    ]).toEqual([10, 5, 0, 100]);
    expect([
      origins['queue.graceSeconds'],
      origins['queue.perGuest'],
      origins['tcp.port'],
      origins['wish.perGuest'],
    ]).toEqual(['karaoked.toml', 'KARAOKE_QUEUE_PER_GUEST', '--port', 'default']);
  });

  test('are named in the environment in upper snake case', () => {
    expect(environmentName('queue.perGuest')).toBe('KARAOKE_QUEUE_PER_GUEST');
    expect(environmentName('session.idleSeconds')).toBe('KARAOKE_SESSION_IDLE_SECONDS');
  });

  test('accept fractions where time is meant, and nothing where nothing is a value', () => {
    const { config } = resolveConfig(
      said({ env: { KARAOKE_PLAYER_GAP_SECONDS: '0.5', KARAOKE_PLAYER_EVERY_MINUTES: '' } }),
    );
    expect([config['player.gapSeconds'], config['player.everyMinutes']]).toEqual([0.5, null]);
  });

  test('that nobody knows are mistakes with a suggestion, all of them at once', () => {
    const found = problems({ file: file('[queue]\nperguest = 4\n'), env: { KARAOKE_TCP_PROT: '1' } });
    expect(found).toEqual([
      'karaoked.toml: unknown key "queue.perguest"; did you mean queue.perGuest?',
      'unknown variable KARAOKE_TCP_PROT; did you mean KARAOKE_TCP_PORT?',
    ]);
  });

  test('of the wrong kind are named with their value and origin', () => {
    const [first = ''] = problems({ env: { KARAOKE_TCP_PORT: 'eighty' } });
    expect(first).toMatch(/^KARAOKE_TCP_PORT: tcp\.port cannot be "eighty": /);
    expect(problems({ file: file('[tcp]\nport = 65536\n') })).toHaveLength(1);
    expect(problems({ file: file('[tcp]\nport = "8080"\n') })).toHaveLength(1);
  });

  test('name a program as a text split at blanks, or as a list, which the environment writes as JSON', () => {
    const command = (more: Partial<Said>): readonly string[] => resolveConfig(said(more)).config['fetch.command'];
    const env = (text: string): Partial<Said> => ({ env: { KARAOKE_FETCH_COMMAND: text } });
    expect(command({})).toEqual([]);
    expect(command({ file: file("[fetch]\ncommand = ' /opt/get  --best {title} '\n") })).toEqual([
      '/opt/get',
      '--best',
      '{title}',
    ]);
    expect(command({ file: file('fetch.command = ["get", "a b", ""]\n') })).toEqual(['get', 'a b', '']);
    expect(command(env('get -o {folder}'))).toEqual(['get', '-o', '{folder}']);
    expect(command(env('["get", "\'a\' $(b)"]'))).toEqual(['get', "'a' $(b)"]);
    for (const off of ['', '  ', '[]']) expect(command(env(off))).toEqual([]);
  });

  test.each([
    ['["get"', 'begins with "[", so it must be a JSON list of texts: ["program", "argument"]'],
    ['["get", 5]', 'begins with "[", so it must be a JSON list of texts: ["program", "argument"]'],
    ['./get.sh', 'must begin with an absolute path or with the name of a program on PATH'],
    ['["", "get"]', 'must begin with an absolute path or with the name of a program on PATH'],
    ['{title} get', 'begins with a placeholder: the program must be named, only its arguments vary'],
    ['["get", "a\\u0000b"]', 'holds a NUL, which no program can be given'],
  ])('that name no program are refused: %s', (text, why) => {
    expect(problems({ env: { KARAOKE_FETCH_COMMAND: text } })).toEqual([
      `KARAOKE_FETCH_COMMAND: fetch.command cannot be ${JSON.stringify(text)}: ${why}`,
    ]);
    expect(problems({ file: file('fetch.command = 5\n') })).toEqual([
      'karaoked.toml: fetch.command cannot be 5: must be a text or a list of texts',
    ]);
  });

  test('in a file that is no TOML are refused with the line', () => {
    expect(problems({ file: file('[queue]\nperGuest = = 4\n') })[0]).toMatch(/^karaoked\.toml:2: /);
  });
});
