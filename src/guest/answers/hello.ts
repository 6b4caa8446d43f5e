/** HELLO: who speaks. */
import { count } from '../../protocol/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { err, ok } from '../../protocol/reply.ts';
import { unsungRow, wishRow } from '../../protocol/rows.ts';
import type { HelloOutcome, HelloRow, NewNamesOf } from '../../store/guests.ts';
import type { Answer, Answers, Scene } from '../answer.ts';

const MINUTE_MS = 60_000;
const RETRY_S = 60;

const NAMES_ENOUGH: Readonly<Record<NewNamesOf, string>> = {
  connection: `${LIMITS.newNamesPerMinute.value} new names a minute are enough`,
  address: `${LIMITS.newNamesFromMinute.value} new names a minute from one address are enough`,
};

const STILL_AWAY = 'You are away: nobody calls you until you say BACK.';

export const hello: Answers<'HELLO'> = {
  async HELLO({ rest: words, options }, scene) {
    const { store, self, connection, remote, newNamesOf, now } = scene;
    const lately = self.newNamesAtMs.filter((atMs) => atMs > now() - MINUTE_MS && atMs <= now());
    const mayMakeNew = lately.length < LIMITS.newNamesPerMinute.value;
    // Read before HELLO: what was resolved by then is in its rows or was told elsewhere; what comes after is news here.
    const resolved = await store.lastWishSerial();
    const as = self.guest?.id ?? null;
    const outcome = await store.hello({
      words,
      code: options.code,
      key: options.key,
      as,
      remote,
      connection,
      mayMakeNew,
      newNamesOf,
    });
    return answer(outcome, { resolved, lately, now });
  },
};

interface Before extends Pick<Scene, 'now'> {
  /** The last wish serial before HELLO. */
  readonly resolved: number;
  /** When this connection made its new names of the last minute. */
  readonly lately: readonly number[];
}

function answer(outcome: HelloOutcome, { resolved, lately, now }: Before): Answer {
  switch (outcome.is) {
    case 'new': {
      const { guest, code } = outcome;
      return {
        reply: ok('HELLO', {
          head: `guest=${guest.id} code=${code}`,
          text: `Welcome, ${guest.name}! Next time say: HELLO ${guest.name} ${code}`,
          fields: { guest_id: guest.id, name: guest.name, code, away: false },
        }),
        becomes: { guest, heardUpTo: resolved, newNamesAtMs: [...lately, now()] },
        changed: 'queue',
      };
    }
    case 'back': {
      const { guest, rows, away } = outcome;
      const told = rows.filter((row) => row.kind === 'wish');
      const text = [`Welcome back, ${guest.name}!`, ...waiting(rows), ...(away ? [STILL_AWAY] : [])].join(' ');
      const fields = { guest_id: guest.id, name: guest.name, code: null, away };
      return {
        reply: ok(
          'HELLO',
          { head: `guest=${guest.id}`, text, fields },
          rows.map((row) => (row.kind === 'wish' ? wishRow(row) : unsungRow(row))),
        ),
        becomes: { guest, heardUpTo: Math.max(resolved, ...told.map(({ serial }) => serial)) },
        told,
        // Who comes back counts as present, and that moves the line.
        changed: 'queue',
      };
    }
    case 'taken': {
      const { name, example } = outcome;
      const text = `${name} is somebody else's name here. Say HELLO ${name} <code>, or another name, for example HELLO ${example}`;
      return { reply: err(531, text, { fields: { name, like: null, example } }) };
    }
    case 'no-such-guest': {
      const { name } = outcome;
      return {
        reply: err(550, `nobody is called ${name} here; without a code it is a new name: HELLO ${name}`, {
          fields: { name },
        }),
      };
    }
    case 'looks-like': {
      const { name, like, example } = outcome;
      const text = `${name} looks like ${like}, who is somebody else here. If that is you, say HELLO ${like} <code>; if not, another name, for example HELLO ${example}`;
      return { reply: err(531, text, { fields: { name, like, example } }) };
    }
    case 'too-many-wrong-codes':
      return { reply: err(429, `too many wrong codes for ${outcome.name}; wait a minute`, { retry: RETRY_S }) };
    case 'too-many-new-names':
      return {
        reply: err(429, NAMES_ENOUGH[outcome.of], { retry: RETRY_S, fields: { of: 'name' } }),
        becomes: { newNamesAtMs: lately },
      };
    case 'banned':
      return { reply: err(532, `the DJ has banned ${outcome.name} from this party`) };
    case 'bad-name':
      return { reply: err(501, `name: ${outcome.why}`) };
  }
}

/** What somebody who comes back should do about the rows above. */
function waiting(rows: readonly HelloRow[]): readonly string[] {
  const found = rows.flatMap((row) => (row.kind === 'wish' && row.state === 'found' ? [row] : []));
  const refused = rows.filter((row) => row.kind === 'wish' && row.state === 'refused');
  const unsung = rows.flatMap((row) => (row.kind === 'unsung' ? [row.song] : []));
  const first = found[0]?.songId ?? unsung[0]?.id ?? null;
  return [
    ...(found.length > 0 ? [`${found.length} of your wishes ${found.length === 1 ? 'is' : 'are'} here.`] : []),
    ...(refused.length > 0 ? [`${refused.length} of your wishes will not come.`] : []),
    ...(unsung.length > 0 ? [`${count(unsung.length, 'song', 'songs')} of yours went unsung.`] : []),
    ...(first === null ? [] : [`Say: REQUEST ${first}`]),
  ];
}
