/**
 * karaoked, the supervisor.
 *
 * Reads the settings, takes the var directory for itself, prepares the database, holds the guests' port, and keeps the
 * tree of processes standing until it is told to stop. It passes sockets and hints on; it never parses what guests or the
 * DJ say, and runs no SQL while the party is on.
 *
 * Hears: signals (signals.ts), hints and seats from its children. Tells: begin, hints, goodbye.
 * Ends: with the exit codes of docs/operations.md; its children leave when it is gone, however it went.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadConfig } from '../config/resolve.ts';
import type { Resolved } from '../config/resolve.ts';
import { SETTINGS } from '../config/schema.ts';
import { createLog } from '../log.ts';
import { Cannot } from './cannot.ts';
import { isDaemon, startDaemon, tellStarter } from './daemonize.ts';
import { Answered, readFlags } from './flags.ts';
import type { Flags } from './flags.ts';
import { CannotStart } from './service.ts';
import { compareSettings, describeSettings, readSettings } from './settings.ts';
import { prepareStore } from '../store/sqlite/open.ts';
import { runParty } from './run.ts';

/** Runs karaoked with the arguments after the program's name; sets the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const version = packageVersion();
  try {
    const flags = readFlags(argv, version);
    const settings = readSettings(flags, process.env);
    if (flags.checkConfig) {
      process.stdout.write(describeSettings(settings));
      return;
    }
    const logFile = join(settings.config.var, 'log', 'karaoked.log');
    if (flags.daemon && !isDaemon(process.env)) {
      process.stdout.write(`${await startDaemon(join(import.meta.dirname, 'start.js'), argv, logFile)}\n`);
      return;
    }
    await run(flags, settings, version, flags.daemon ? logFile : null);
  } catch (error) {
    await refuse(error);
  }
}

async function run(flags: Flags, settings: Resolved, version: string, logFile: string | null): Promise<void> {
  const log = createLog('supervisor', { file: logFile, level: settings.config['log.level'] });
  let current = settings.config;
  await runParty({
    config: current,
    party: flags.party,
    version,
    log,
    logFile,
    prepare: prepareStore,
    reread: () => {
      const compared = compareSettings(current, readSettings(flags, process.env).config, (name) => SETTINGS[name].live);
      current = compared.config;
      return compared;
    },
    ready: (line) => {
      if (isDaemon(process.env)) void tellStarter({ is: 'ready', line });
      else process.stdout.write(`${line}\n`);
    },
  });
}

/** Every reason not to run is one line and an exit code; anything else is a defect and shows its stack. */
async function refuse(error: unknown): Promise<void> {
  if (error instanceof Answered) {
    process.exitCode = error.code;
    return;
  }
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  if (isDaemon(process.env)) await tellStarter({ is: 'cannot', code: refusal.code, text: refusal.message });
  else process.stderr.write(`${refusal.message.replaceAll(/^/gm, 'karaoked: ')}\n`);
  // Children that were started already may still be dying; nobody waits for them.
  process.exit(refusal.code);
}

function asRefusal(error: unknown): { readonly code: Cannot['code']; readonly message: string } | null {
  if (error instanceof Cannot || error instanceof CannotStart) return error;
  if (error instanceof BadConfig) return { code: 2, message: error.message };
  return null;
}

function packageVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
