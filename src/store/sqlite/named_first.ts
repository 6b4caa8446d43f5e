/** Whom the DJ means by the beginning of a sentence: "Ada K throws bottles". Names have blanks, and so have sentences. */
import { nameKey } from '../../party/names.ts';
import type { Guest } from '../guests.ts';
import type { Ground } from './ground.ts';
import { NAMED } from './guest_meant.ts';
import type { GuestMeant } from './guest_meant.ts';

/** Of one letter each: a name of 32 characters has no more. */
const WORDS = 16;

interface NamedFirst {
  readonly found: GuestMeant;
  /** The words after the name. */
  readonly reason: string;
}

/**
 * The whole sentence, if that is a name; else the one name it begins with. A mistyped surname must not become the reason
 * for showing out somebody else, so it is a question when several names fit, or when that name goes on in another one.
 * Where no whole name fits, `otherwise` says who is meant by the sentence, or by its first word.
 */
export function namedFirst(
  ground: Ground,
  sentence: string,
  otherwise: (ground: Ground, words: string) => GuestMeant,
): NamedFirst {
  const all = sentence.trim().split(/\s+/u);
  const beginnings = all.slice(0, WORDS).map((_, at) => nameKey(all.slice(0, at + 1).join(' ')));
  const named = guestsNamed(ground, beginnings);
  const whole = named.find(({ key }) => key === nameKey(sentence));
  if (whole) return { found: guest(whole), reason: '' };
  const [only] = named;
  if (!only) {
    const found = otherwise(ground, sentence);
    return found.is === 'no-such-guest'
      ? { found: otherwise(ground, all[0] ?? ''), reason: all.slice(1).join(' ') }
      : { found, reason: '' };
  }
  const fitting = named.flatMap((one) => [one, ...guestsGoingOn(ground, one.key)]);
  const guests = [...new Map(fitting.map((one) => [one.id, guest(one).guest])).values()];
  if (guests.length > 1) return { found: { is: 'which-guest', guests: guests.slice(0, NAMED) }, reason: '' };
  return { found: guest(only), reason: all.slice(beginnings.indexOf(only.key) + 1).join(' ') };
}

type Keyed = Guest & { readonly key: string };

const guest = ({ id, name }: Keyed): { readonly is: 'guest'; readonly guest: Guest } => ({
  is: 'guest',
  guest: { id, name },
});

const guestsNamed = (ground: Ground, keys: readonly string[]): readonly Keyed[] =>
  ground
    .sql<Keyed>(
      `SELECT id, name, name_key AS key FROM guest WHERE name_key IN (SELECT value FROM json_each(?)) ORDER BY name_key`,
    )
    .all(JSON.stringify(keys));

/** Names that have this one and a blank in front: Ada K after Ada. By their index; a blank is followed by an exclamation mark. */
const guestsGoingOn = (ground: Ground, key: string): readonly Keyed[] =>
  ground
    .sql<Keyed>(
      `SELECT id, name, name_key AS key FROM guest WHERE name_key >= ? AND name_key < ? ORDER BY name_key LIMIT ?`,
    )
    .all(`${key} `, `${key}!`, NAMED);
