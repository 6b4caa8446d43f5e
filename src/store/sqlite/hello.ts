/** HELLO: who is speaking (protocol.md, Commands and Limits). One transaction finds or makes the guest and seats them. */
import { normaliseCode, partedCode } from '../../party/code.ts';
import { nameKey } from '../../party/names.ts';
import type { HelloAsked, HelloOutcome, HelloRow } from '../guests.ts';
import type { Store } from '../store.ts';
import { isBanned } from './ban.ts';
import { isAway } from './away.ts';
import { unsungOf } from './entries.ts';
import type { Ground } from './ground.ts';
import { giveCode, guestByKey, insertGuest, isCodeOf } from './guest_rows.ts';
import type { KnownGuest } from './guest_rows.ts';
import { forgetHello, rememberHello, saidHello } from './hello_keys.ts';
import { lookAlike } from './looks.ts';
import { exampleFor, newName } from './new_name.ts';
import { namesAreUsedUp, noteNewName } from './new_names.ts';
import { seatGuest } from './presence.ts';
import type { Transactions } from './transact.ts';
import { noteWrongCode, triesAreUsedUp } from './wrong_codes.ts';
import { untoldNews } from './wish_news.ts';

export function helloMethods(ground: Ground, { write }: Transactions): Pick<Store, 'hello'> {
  return { hello: (asked) => write(() => hello(ground, asked)) };
}

function hello(ground: Ground, asked: HelloAsked): HelloOutcome {
  const { name, guest, code } = whoIsMeant(ground, asked);
  const outcome = guest
    ? greetKnown(ground, guest, code, asked)
    : (misspelt(ground, name) ?? greetNew(ground, { raw: name, code }, asked));
  if (outcome.is === 'new' || outcome.is === 'back')
    seatGuest(ground, outcome.guest.id, asked.connection, asked.remote);
  return outcome;
}

interface Meant {
  readonly name: string;
  readonly guest: KnownGuest | null;
  /** Normalised, or as typed when it has not the form of a code: then it is wrong. null: none was given. */
  readonly code: string | null;
}

/** A whole text that is a known name is that name; else the last word is the code, if it looks like one and the rest is known. */
function whoIsMeant(ground: Ground, { words, code }: HelloAsked): Meant {
  const guest = guestByKey(ground, nameKey(words));
  if (code !== null) return { name: words, guest, code: normaliseCode(code) ?? code };
  if (guest) return { name: words, guest, code: null };
  const parted = partedCode(words);
  const named = parted && guestByKey(ground, nameKey(parted.rest));
  return named ? { name: named.name, guest: named, code: parted.code } : { name: words, guest: null, code: null };
}

/** A known name in letters that only look like its own, and a code: as a new name it would show the code to everybody. */
function misspelt(ground: Ground, words: string): HelloOutcome | null {
  const parted = partedCode(words);
  const like = parted && lookAlike(ground, parted.rest);
  return like && { is: 'looks-like', name: parted.rest, like: like.name, example: exampleFor(ground, parted.rest) };
}

function greetKnown(ground: Ground, guest: KnownGuest, code: string | null, asked: HelloAsked): HelloOutcome {
  const { id, name } = guest;
  // Whatever the code: the answer to a right one must not tell that it is right.
  if (isBanned(ground, id)) return { is: 'banned', name };
  const back: HelloOutcome = { is: 'back', guest: { id, name }, rows: rowsFor(ground, id), away: isAway(ground, id) };
  if (asked.as === id) return back;
  const taken: HelloOutcome = { is: 'taken', name, example: exampleFor(ground, name) };
  // What became of the first code nobody knows, and only its hash is kept: so there is another.
  if (code === null && saidHello(ground, id, asked.key ?? null))
    return { is: 'new', guest: { id, name }, code: giveCode(ground, id) };
  if (code === null) return taken;
  const tries = { nameKey: guest.nameKey, remote: asked.remote };
  // The right code too: otherwise the answers to a sixth try and a hundredth would still tell which one is right.
  if (triesAreUsedUp(ground, tries)) return { is: 'too-many-wrong-codes', name };
  if (isCodeOf(ground, guest, code)) {
    forgetHello(ground, id);
    return back;
  }
  noteWrongCode(ground, tries);
  return taken;
}

function greetNew(
  ground: Ground,
  { raw, code: proof }: { readonly raw: string; readonly code: string | null },
  asked: HelloAsked,
): HelloOutcome {
  const { mayMakeNew, newNamesOf = 'connection', key = null, remote } = asked;
  const wanted = newName(ground, raw);
  if (wanted.is !== 'free') return wanted;
  // A phone says who it knew: whoever asked to be forgotten would be here again without a word of theirs.
  if (proof !== null) return { is: 'no-such-guest', name: wanted.name };
  if (!mayMakeNew) return { is: 'too-many-new-names', of: 'connection' };
  if (newNamesOf === 'address' && namesAreUsedUp(ground, remote)) return { is: 'too-many-new-names', of: 'address' };
  const { name } = wanted;
  const { id, code } = insertGuest(ground, name, 'with-code');
  rememberHello(ground, id, key);
  if (newNamesOf === 'address') noteNewName(ground, remote);
  return { is: 'new', guest: { id, name }, code };
}

/** What waits for somebody who comes back: news of their wishes, then what they did not come to sing. */
function rowsFor(ground: Ground, guestId: number): readonly HelloRow[] {
  return [
    ...untoldNews(ground, guestId).map((news) => ({ kind: 'wish', ...news }) as const),
    ...unsungOf(ground, guestId).map((unsung) => ({ kind: 'unsung', ...unsung }) as const),
  ];
}
