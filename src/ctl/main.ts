/**
 * karaokectl: the DJ's program. Reads what was typed by the table of verbs, asks the karaoked of this machine over its
 * control socket, prints the answer, and ends with an exit code of operations.md. Knows nothing the daemon does not say.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { CommanderError } from 'commander';
import { EXITS, refusal } from '../dj/refusal.ts';
import type { Progress } from '../dj/results.ts';
import type { WatchEvent } from '../dj/watch_events.ts';
import { call, whoAmI } from './call.ts';
import type { Reply } from './call.ts';
import type { Hands } from './console/hands.ts';
import { exportTo } from './export_file.ts';
import { answeredHere } from './here.ts';
import { runMenu } from './menu.ts';
import type { Understand } from './menu.ts';
import { createOutput } from './output.ts';
import type { Output } from './output.ts';
import { buildProgram } from './program.ts';
import type { Everywhere, Typed } from './program.ts';
import { openTerminal } from './terminal.ts';

/** Runs karaokectl with the arguments after its name; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', leaveWithTheReader);
  const output = createOutput(argv.includes('--json') ? 'json' : 'text');
  const line = readLine(argv);
  if ('typed' in line) return perform(line.typed, Math.floor(performance.timeOrigin), line.everywhere, output);
  if (line.error.exitCode === 0) return 0;
  if (argv.includes('--json')) return output.refuse(refusal('usage', mistake(line.error)));
  if (line.bare && process.stdin.isTTY && process.stdout.isTTY) return aloneOnATerminal(line.everywhere, output);
  process.stderr.write(line.complaint);
  return EXITS.usage;
}

interface Misread {
  readonly error: CommanderError;
  /** What is to be said about it; nothing was said yet, since with --json it is one document and bare it may be the menu. */
  readonly complaint: string;
  /** No verb at all. */
  readonly bare: boolean;
  readonly everywhere: Everywhere;
}

/** Reads a command line by the table of verbs. Help and versions that were asked for are printed. */
function readLine(
  argv: readonly string[],
  tell?: (text: string) => void,
): { readonly typed: Typed; readonly everywhere: Everywhere } | Misread {
  const chosen: { typed: Typed | null } = { typed: null };
  const complaints: string[] = [];
  const program = buildProgram({
    version: ownVersion(),
    complain: (text) => complaints.push(text),
    ...(tell ? { tell } : {}),
    choose: (typed) => {
      chosen.typed = typed;
    },
  });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const bare = program.args.length === 0 && error.code === 'commander.help';
    return { error, complaint: complaints.join(''), bare, everywhere: program.opts<Everywhere>() };
  }
  if (!chosen.typed) throw new Error(`Cannot read "${argv.join(' ')}": no verb was chosen and nothing was wrong`);
  return { typed: chosen.typed, everywhere: program.opts<Everywhere>() };
}

/** Help shown for want of a verb comes without a sentence of its own. */
function mistake({ code, message }: CommanderError): string {
  return code === 'commander.help' ? 'Say what to do. See: karaokectl help' : message.replace(/^error: /, '');
}

const NO_DOCUMENT =
  'An export is a file of its own and no answer, so it takes no --json. Say: karaokectl export json (or csv)';

/** `saidAtMs`: on a command line the DJ has spoken before this program began to load, which takes it a while. */
async function perform(typed: Typed, saidAtMs: number, everywhere: Everywhere, output: Output): Promise<number> {
  if (typed.verb === 'version' && !everywhere.json) process.stdout.write(`karaokectl ${ownVersion()}\n`);
  const { verb } = typed;
  const ask = (given: Typed['given']): Promise<Reply> =>
    call({
      verb,
      given,
      saidAtMs,
      varDir: varDir(everywhere),
      timeoutMs: patience(everywhere),
      progress: (body) => {
        output.progress(body as Progress);
      },
      event: (body) => {
        output.event(body as WatchEvent);
      },
    });
  if (verb === 'export' && everywhere.json) return output.refuse(refusal('usage', NO_DOCUMENT));
  // Loaded only here, as little as the other verbs need it.
  if (verb === 'export') return (await import('./export_nights.ts')).exportNights(typed.given, ask, output);
  return output.reply(verb, answeredHere(typed) ?? (await ask(typed.given)));
}

/** The console, or the menu where somebody wants that or the terminal can no more. */
async function aloneOnATerminal(everywhere: Everywhere, output: Output): Promise<number> {
  const { canShow, openConsole } = await import('./console/open.ts');
  const plain = everywhere.plain === true || !['', '0'].includes(process.env['KARAOKE_PLAIN'] ?? '');
  if (plain || !canShow(process.env, process.stdout)) return menu(everywhere, output);
  const understand: Hands['understand'] = (words) => {
    const help: string[] = [];
    const line = readLine(words, (text) => help.push(text));
    if ('typed' in line) return { is: 'typed', typed: line.typed };
    if (line.error.exitCode === 0) return { is: 'help', text: help.join('') };
    return { is: 'mistake', text: mistake(line.error) };
  };
  const ask: Hands['call'] = (typed, saidAtMs, event, progress) =>
    call({ ...typed, saidAtMs, varDir: varDir(everywhere), timeoutMs: patience(everywhere), event, progress });
  const hands: Hands = {
    understand,
    clock: () => Date.now(),
    who: whoAmI(),
    call: async (typed, saidAtMs, event, progress) => answeredHere(typed) ?? ask(typed, saidAtMs, event, progress),
    exportTo: (path, typed, saidAtMs) =>
      exportTo(path, typed.given, (given) => ask({ ...typed, given }, saidAtMs, ignore, ignore)),
  };
  const exitCode = await openConsole(hands, process.env);
  // Its watcher still listens, and nothing else is to be waited for.
  process.exit(exitCode);
}

function ignore(): void {
  // An export tells nothing but its pages.
}

async function menu(everywhere: Everywhere, output: Output): Promise<number> {
  const terminal = openTerminal();
  // Loaded only here: the sentences of two languages are nothing that a single verb should wait for.
  const [{ spokenIn }, { languageOf }, { wordsIn }, { menuWordsIn }] = await Promise.all([
    import('./spoken.ts'),
    import('./console/words/language.ts'),
    import('./console/words/speak.ts'),
    import('./menu_words.ts'),
  ]);
  const language = languageOf(process.env);
  const understand: Understand = (words) => {
    const line = readLine(words);
    return 'typed' in line ? line.typed : wordsIn(language).sentence(mistake(line.error));
  };
  const spoken = spokenIn(language, output, (lines) => {
    terminal.print(lines);
  });
  await runMenu(terminal, menuWordsIn(language), understand, async (typed) => {
    await perform(typed, Date.now(), everywhere, spoken);
  });
  terminal.close();
  return 0;
}

function patience({ timeout }: Everywhere): number | null {
  return timeout === undefined ? null : timeout * 1_000;
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
