/** `set player.gapSeconds 10`: a setting of karaoked, checked by karaoked's own table. */
import { SETTINGS } from '../../../src/config/schema.ts';
import type { Config, SettingName } from '../../../src/config/schema.ts';
import type { SettingSaid } from './script.ts';

/** A string says what is wrong with it. */
export function readSetting(name: string, said: string): SettingSaid | string {
  if (!Object.hasOwn(SETTINGS, name)) return `"${name}" is no setting of karaoked; docs/operations.md lists them`;
  const value = /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : said;
  const read = SETTINGS[name as SettingName].type.safeParse(value);
  return read.success
    ? { name, value }
    : `"${said}" cannot be ${name}: ${read.error.issues[0]?.message ?? 'it is refused'}`;
}

/** The defaults, and over them what was said. */
export function configOf(said: readonly SettingSaid[]): Config {
  const defaults = Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default] as const);
  const settings = said.map(({ name, value }) => [name, value] as const);
  return Object.fromEntries([...defaults, ...settings]) as unknown as Config;
}
