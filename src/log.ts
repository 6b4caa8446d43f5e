/**
 * One log for every process: JSON lines, or readable ones when stderr is a terminal. Appends are synchronous, so a line
 * that was logged is there after a crash, and no worker thread is needed. pino is loaded at the first line that is really
 * written: a session process that has nothing to say never pays its 6 MB.
 */
import { createRequire } from 'node:module';
import type { Logger } from 'pino';

const LEVELS = { debug: 20, info: 30, warn: 40, error: 50 } as const;
type Level = keyof typeof LEVELS;

/** Fields first, then the sentence, as pino has it. */
type Write = (fields: Readonly<Record<string, unknown>>, text: string) => void;

export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** Opens the file anew after it was rotated away; nothing to do on stderr. */
  reopen(): void;
  setLevel(level: Level): void;
  /** Lines that could not be written (a full disk); the party goes on without them. */
  readonly dropped: number;
}

/** Where log lines go and which: `file` null is stderr. */
export interface LogWanted {
  readonly file: string | null;
  readonly level: Level;
}

/** Opens nothing yet; `role` and the pid stand in every line. */
export function createLog(role: string, wanted: LogWanted): Log {
  let least: number = LEVELS[wanted.level];
  let dropped = 0;
  let open: { readonly logger: Logger; readonly reopen: () => void } | null = null;
  const opened = (): Logger => (open ??= openPino(role, wanted.file, () => (dropped += 1))).logger;
  const write =
    (level: Level): Write =>
    (fields, text) => {
      if (LEVELS[level] < least) return;
      try {
        opened()[level](fields, text);
      } catch {
        dropped += 1;
      }
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    reopen: () => open?.reopen(),
    setLevel: (level) => {
      least = LEVELS[level];
    },
    get dropped() {
      return dropped;
    },
  };
}

function openPino(role: string, file: string | null, onDrop: () => void): { logger: Logger; reopen: () => void } {
  const require = createRequire(import.meta.url);
  const { pino } = require('pino') as typeof import('pino');
  const options = { level: 'debug', base: { role, pid: process.pid } };
  if (file === null && process.stderr.isTTY) {
    const pretty = require('pino-pretty') as typeof import('pino-pretty');
    const readable = pretty({
      destination: 2,
      sync: true,
      // Asked of stderr and not of stdout, which children do not have.
      colorize: process.env['NO_COLOR'] === undefined,
      singleLine: true,
      ignore: 'pid,role',
      translateTime: 'HH:MM:ss',
      messageFormat: '{role}: {msg}',
    });
    return { logger: pino(options, readable), reopen: () => undefined };
  }
  const destination = pino.destination({ dest: file ?? 2, sync: true, mkdir: true });
  // Without a listener a full disk would end the process (ENOSPC).
  destination.on('error', onDrop);
  return {
    logger: pino(options, destination),
    reopen: () => {
      if (file !== null) destination.reopen();
    },
  };
}
