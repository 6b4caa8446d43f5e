/** HELP, WATCH, MODE, PING, VERSION, LEAVE: what needs no store. */
import { commandCalled } from '../../protocol/commands.ts';
import { helpRows } from '../../protocol/help.ts';
import { didYouMean, quoted } from '../../protocol/spelling.ts';
import { err, ok } from '../../protocol/reply.ts';
import type { Answers } from '../answer.ts';

export const talk: Answers<'HELP' | 'WATCH' | 'MODE' | 'PING' | 'VERSION' | 'LEAVE'> = {
  HELP({ rest }) {
    const about = rest === null ? null : commandCalled(rest);
    if (rest !== null && !about) {
      return { reply: err(501, `command: there is no ${quoted(rest)}${didYouMean(rest) || '; HELP alone lists all'}`) };
    }
    return { reply: ok('HELP', { fields: {} }, helpRows(about)) };
  },
  WATCH({ rest: watch }) {
    return { reply: ok('WATCH', { head: watch, fields: { watch } }), becomes: { watch } };
  },
  MODE({ rest: mode }) {
    return { reply: ok('MODE', { head: mode, fields: { mode } }), becomes: { speech: mode } };
  },
  PING(_asked, { now }) {
    return { reply: ok('PONG', { fields: { now_ms: now() } }) };
  },
  VERSION(_asked, { version }) {
    const fields = { protocol: 'KARAOKE/1', version };
    return { reply: ok('VERSION', { text: `KARAOKE/1 karaoked ${version}`, fields }) };
  },
  LEAVE(_asked, { self }) {
    const text = self.guest ? `See you, ${self.guest.name}` : 'See you';
    return { reply: ok('BYE', { text, fields: {} }), leaves: true };
  },
};
