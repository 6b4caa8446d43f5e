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

  test('in a file that is no TOML are refused with the line', () => {
    expect(problems({ file: file('[queue]\nperGuest = = 4\n') })[0]).toMatch(/^karaoked\.toml:2: /);
  });
});
