/** From the command line, the file and the environment to the effective settings; and what --check-config prints. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CONFIG_VARIABLE, resolveConfig, SETTING_NAMES } from '../config/resolve.ts';
import type { Resolved } from '../config/resolve.ts';
import type { SettingName } from '../config/schema.ts';
import { Cannot, systemCode } from './cannot.ts';
import type { Flags } from './flags.ts';

/** var/ of the checkout, wherever the program was started. */
export const DEFAULT_VAR = resolve(import.meta.dirname, '../../var');
/** Looked for there when nobody names a file. */
const DEFAULT_FILE = 'karaoked.toml';
/** Also there, unless fetch.folder says where. */
const FETCHED = 'fetched';

/** Reads and resolves; paths come out absolute. Throws BadConfig, and Cannot 2 when a named file cannot be read. */
export function readSettings(flags: Flags, env: NodeJS.ProcessEnv): Resolved {
  const varSaid = flags.settings.find(({ name }) => name === 'var')?.value ?? env['KARAOKE_VAR'] ?? DEFAULT_VAR;
  const resolved = resolveConfig({
    file: readFile(flags.config ?? env[CONFIG_VARIABLE] ?? null, varSaid),
    env,
    flags: flags.settings,
  });
  const { config } = resolved;
  const varDir = config.var === '' ? DEFAULT_VAR : resolve(config.var);
  return {
    origins: resolved.origins,
    config: {
      ...config,
      var: varDir,
      catalogue: config.catalogue === '' ? '' : resolve(config.catalogue),
      'fetch.folder': resolve(config['fetch.folder'] === '' ? join(varDir, FETCHED) : config['fetch.folder']),
      'player.randomFrom': config['player.randomFrom'] === '' ? '' : resolve(config['player.randomFrom']),
    },
  };
}

function readFile(named: string | null, varDir: string): { path: string; text: string } | null {
  const path = resolve(named ?? join(varDir, DEFAULT_FILE));
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    if (named === null) return null;
    throw new Cannot(2, `cannot read the settings file ${path} (${systemCode(error)})`);
  }
}

/** Every effective value with where it came from, as the file would say it. */
export function describeSettings({ config, origins }: Resolved): string {
  const rows = SETTING_NAMES.map((name) => [`${name} = ${JSON.stringify(config[name])}`, origins[name]] as const);
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, origin]) => `${left.padEnd(width)}  # ${origin}\n`).join('');
}

/** What a reload changes at once, and what waits for a restart. */
export function compareSettings(
  before: Resolved['config'],
  after: Resolved['config'],
  isLive: (name: SettingName) => boolean,
): {
  readonly config: Resolved['config'];
  readonly needRestart: readonly SettingName[];
} {
  const changed = SETTING_NAMES.filter((name) => before[name] !== after[name]);
  const needRestart = changed.filter((name) => !isLive(name));
  const kept = Object.fromEntries(needRestart.map((name) => [name, before[name]]));
  return { config: { ...after, ...kept }, needRestart };
}
