/** Where things are printed: rows to stdout, refusals to stderr, and with --json one document to stdout, whatever happened. */
import { EXITS } from '../dj/refusal.ts';
import type { Refusal } from '../dj/refusal.ts';
import type { Progress } from '../dj/results.ts';
import type { WatchEvent } from '../dj/watch_events.ts';
import type { Verb } from '../dj/verbs.ts';
import { visible } from '../party/visible.ts';
import { eventLine } from './events.ts';
import type { Reply } from './call.ts';
import { createGauge } from './gauge.ts';
import { refusalDocument, resultDocument } from './json.ts';
import { print } from './printers.ts';
import { songTable } from './songs.ts';
import type { Screen } from './table.ts';

export interface Output {
  /** Prints what came of a verb; returns the exit code. */
  reply(verb: Verb, reply: Reply): number;
  refuse(refused: Refusal): number;
  event(event: WatchEvent): void;
  /** On a terminal a line that is drawn over; nothing elsewhere. */
  progress(news: Progress): void;
}

const LIBRARIAN = 'The librarian goes on with it. See: karaokectl status';
const GOES_ON = { import: LIBRARIAN, scan: LIBRARIAN, remove: LIBRARIAN, bring: LIBRARIAN } as const;

const VERDICT_EXITS = { done: 0, failed: EXITS.failed, degraded: EXITS.degraded, conflict: EXITS.conflict } as const;

export function createOutput(form: 'json' | 'text'): Output {
  const out = (lines: readonly string[]): void => {
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  };
  const gauge = createGauge({
    write: (text) => process.stderr.write(text),
    screen: () => screenOf(process.stderr),
    clock: () => performance.now(),
  });
  let shown: Progress['kind'] = 'scan';
  /** Ctrl-C under a bar ends the looking on, and not always the work: without a word that would be a guess. */
  const leave = (): void => {
    const left = { ...GOES_ON, backup: 'No backup was made.', check: 'Nothing was found out.' }[shown];
    process.stderr.write(`\n${left}\n`);
    process.kill(process.pid, 'SIGINT');
  };
  const stopShowing = (): void => {
    process.off('SIGINT', leave);
    gauge.clear();
  };
  const refuse = (refused: Refusal): number => {
    stopShowing();
    if (form === 'json') {
      out([refusalDocument(refused)]);
    } else {
      const rows = songTable(refused.candidates ?? [], screenOf(process.stderr));
      process.stderr.write(`${[visible(refused.text), ...rows].join('\n')}\n`);
    }
    return EXITS[refused.code];
  };
  return {
    refuse,
    reply: (verb, reply) => {
      if (!reply.ok) return refuse(reply);
      stopShowing();
      const { value } = reply;
      out(form === 'json' ? [resultDocument(value)] : print(verb, value, screenOf(process.stdout)));
      return VERDICT_EXITS[reply.verdict];
    },
    event: (event) => {
      out([form === 'json' ? resultDocument(event) : eventLine(event, Date.now())]);
    },
    progress: (news) => {
      if (form === 'json' || !process.stderr.isTTY) return;
      if (!process.listeners('SIGINT').includes(leave)) process.once('SIGINT', leave);
      shown = news.kind;
      gauge.show(news);
    },
  };
}

/** What lines for this stream are made for. */
export function screenOf(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): Screen {
  const colour = stream.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  return {
    // 0 is a terminal that does not know (a serial line, a test's): it may wrap, but nothing is cut off.
    columns: stream.isTTY && stream.columns > 0 ? stream.columns : Infinity,
    style: colour ? 'colour' : 'plain',
    nowMs: Date.now(),
  };
}
