/** Defaults < file < environment < flags, each value checked and its origin remembered. */
import { closest } from 'fastest-levenshtein';
import { parse, TomlError } from 'smol-toml';
import { SETTINGS } from './schema.ts';
import type { Config, SettingName } from './schema.ts';

/** What the operator said, before it is checked. */
export interface Said {
  readonly file: { readonly path: string; readonly text: string } | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Flag values as typed; `flag` is how the operator wrote it. */
  readonly flags: readonly { readonly name: SettingName; readonly flag: string; readonly value: string }[];
}

export interface Resolved {
  readonly config: Config;
  /** `default`, `karaoked.toml`, `KARAOKE_TCP_PORT` or `--port`. */
  readonly origins: Readonly<Record<SettingName, string>>;
}

/** Every mistake at once, a sentence each. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** `queue.perGuest` is `KARAOKE_QUEUE_PER_GUEST`. */
export const environmentName = (name: SettingName): string =>
  `KARAOKE_${name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('.', '_')
    .toUpperCase()}`;

/** The one variable of ours that is no setting: where the file is. */
export const CONFIG_VARIABLE = 'KARAOKE_CONFIG';

/** Resolves every setting. Throws BadConfig. */
export function resolveConfig(said: Said): Resolved {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  const origins: Record<string, string> = {};
  const take = (name: SettingName, value: unknown, origin: string): void => {
    const checked = SETTINGS[name].type.safeParse(value);
    if (!checked.success) {
      const why = checked.error.issues.map((issue) => issue.message).join(', ');
      problems.push(`${origin}: ${name} cannot be ${JSON.stringify(value)}: ${why}`);
      return;
    }
    values[name] = checked.data;
    origins[name] = origin;
  };

  for (const name of SETTING_NAMES) {
    values[name] = SETTINGS[name].default;
    origins[name] = 'default';
  }
  if (said.file) {
    const { path, text } = said.file;
    for (const [key, value] of Object.entries(flatten(readToml(path, text)))) {
      if (isSetting(key)) take(key, value, path);
      else problems.push(`${path}: unknown key "${key}"; did you mean ${closest(key, SETTING_NAMES)}?`);
    }
  }
  const byVariable = new Map(SETTING_NAMES.map((name) => [environmentName(name), name]));
  for (const [variable, text] of Object.entries(said.env)) {
    if (!variable.startsWith('KARAOKE_') || variable === CONFIG_VARIABLE || text === undefined) continue;
    const name = byVariable.get(variable);
    if (name) take(name, fromText(name, text), variable);
    else problems.push(`unknown variable ${variable}; did you mean ${closest(variable, [...byVariable.keys()])}?`);
  }
  for (const { name, flag, value } of said.flags) take(name, fromText(name, value), flag);

  if (problems.length > 0) throw new BadConfig(problems);
  return { config: values as unknown as Config, origins: origins as Record<SettingName, string> };
}

const isSetting = (key: string): key is SettingName => Object.hasOwn(SETTINGS, key);

/** Environment and flags are text: a setting that is no text takes the number, and "" where nothing is a value. */
function fromText(name: SettingName, text: string): unknown {
  const { type } = SETTINGS[name];
  if (type.safeParse(text).success) return text;
  if (text.trim() === '') return type.safeParse(null).success ? null : text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

function readToml(path: string, text: string): object {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new BadConfig([`${path}:${error.line}: ${error.message.split('\n')[0] ?? 'not TOML'}`]);
  }
}

function flatten(table: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
        ? Object.entries(flatten(value, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value]],
    ),
  );
}
