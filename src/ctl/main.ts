/**
 * karaokectl: the DJ's program. Reads what was typed by the table of verbs, asks the karaoked of this machine over its
 * control socket, prints the answer, and ends with an exit code of operations.md. Knows nothing the daemon does not say.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { CommanderError } from 'commander';
import { EXITS, refusal } from '../dj/refusal.ts';
import type { ImportProgress, WatchEvent } from '../dj/results.ts';
import { call } from './call.ts';
import { runMenu } from './menu.ts';
import { createOutput } from './output.ts';
import type { Output } from './output.ts';
import { buildProgram } from './program.ts';
import type { Everywhere, Typed } from './program.ts';
import { openTerminal } from './terminal.ts';

/** Runs karaokectl with the arguments after its name; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', leaveWithTheReader);
  const chosen: { typed: Typed | null } = { typed: null };
  // What commander says to stderr waits here: with --json a mistake is one document too, and bare it may be the menu.
  const complaints: string[] = [];
  const program = buildProgram({
    version: ownVersion(),
    complain: (text) => complaints.push(text),
    choose: (typed) => {
      chosen.typed = typed;
    },
  });
  const output = createOutput(argv.includes('--json') ? 'json' : 'text');
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const bare = program.args.length === 0 && error.code === 'commander.help';
    if (argv.includes('--json')) return output.refuse(refusal('usage', mistake(error)));
    if (bare && process.stdin.isTTY && process.stdout.isTTY) return menu(program.opts<Everywhere>(), output);
    process.stderr.write(complaints.join(''));
    return EXITS.usage;
  }
  return chosen.typed
    ? perform(chosen.typed, Math.floor(performance.timeOrigin), program.opts<Everywhere>(), output)
    : EXITS.usage;
}

/** Help shown for want of a verb comes without a sentence of its own. */
function mistake({ code, message }: CommanderError): string {
  return code === 'commander.help' ? 'Say what to do. See: karaokectl help' : message.replace(/^error: /, '');
}

/** `saidAtMs`: on a command line the DJ has spoken before this program began to load, which takes it a while. */
async function perform(typed: Typed, saidAtMs: number, everywhere: Everywhere, output: Output): Promise<number> {
  if (typed.verb === 'version' && !everywhere.json) process.stdout.write(`karaokectl ${ownVersion()}\n`);
  const reply = await call({
    ...typed,
    saidAtMs,
    varDir: varDir(everywhere),
    timeoutMs: everywhere.timeout === undefined ? null : everywhere.timeout * 1_000,
    progress: (body) => {
      output.progress(body as ImportProgress);
    },
    event: (body) => {
      output.event(body as WatchEvent);
    },
  });
  return output.reply(typed.verb, reply);
}

async function menu(everywhere: Everywhere, output: Output): Promise<number> {
  const terminal = openTerminal();
  await runMenu(terminal, async (typed) => {
    await perform(typed, Date.now(), everywhere, output);
  });
  terminal.close();
  return 0;
}

/** `karaokectl songs | head`: who reads no more has seen enough. */
function leaveWithTheReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

/** --var, else KARAOKE_VAR, else var/ of the checkout: two levels up from src/ctl and from dist/ctl alike. */
function varDir(everywhere: Everywhere): string {
  const named = everywhere.var ?? process.env['KARAOKE_VAR'] ?? '';
  return named === '' ? join(import.meta.dirname, '..', '..', 'var') : resolve(named);
}

function ownVersion(): string {
  const { version } = createRequire(import.meta.url)('../../package.json') as { readonly version: string };
  return version;
}
