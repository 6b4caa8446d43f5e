/** Whether a name is one that a new guest may have: it is a name, it is free, and it does not pass for somebody else's. */
import { mixedWord } from '../../party/look_alikes.ts';
import { checkName, freeNameLike, nameKey } from '../../party/names.ts';
import type { Ground } from './ground.ts';
import { guestByKey } from './guest_rows.ts';
import { lookAlike } from './looks.ts';

export type NewName =
  | { readonly is: 'free'; readonly name: string }
  | { readonly is: 'bad-name'; readonly why: string }
  /** `example` is a free name like the one asked for. */
  | { readonly is: 'looks-like'; readonly name: string; readonly like: string; readonly example: string };

/** Ask once it is known that nobody is called so: who is known keeps the name, however it is written. */
export function newName(ground: Ground, raw: string): NewName {
  const checked = checkName(raw);
  if (!checked.ok) return { is: 'bad-name', why: checked.why };
  const { name } = checked;
  const mixed = mixedWord(name);
  if (mixed) {
    const why = `${mixed.word} mixes ${mixed.alphabets.join(' and ')} letters, as if to pass for somebody else. Type it in one alphabet.`;
    return { is: 'bad-name', why };
  }
  const like = lookAlike(ground, name);
  return like ? { is: 'looks-like', name, like: like.name, example: exampleFor(ground, name) } : { is: 'free', name };
}

/** A free name like `name`, to say instead. */
export const exampleFor = (ground: Ground, name: string): string =>
  freeNameLike(name, (like) => guestByKey(ground, nameKey(like)) === null && lookAlike(ground, like) === null);
