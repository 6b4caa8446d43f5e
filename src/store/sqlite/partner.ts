/** Who sings a duet too: a name, of somebody who is known here or not (domain.md, The line). */
import { checkName, nameKey } from '../../party/names.ts';
import type { PartnerRefusal } from '../guests.ts';
import { isBanned } from './ban.ts';
import type { Partner } from './entries.ts';
import type { Ground } from './ground.ts';
import { guestByKey } from './guest_rows.ts';
import { newName } from './new_name.ts';

const TWO = 'A duet has two who sing, you and one more. Name that one.';

/** `raw` as it was typed; `singer`: the name of whoever asks for the duet. A name that nobody has is judged as HELLO would. */
export function partnerMeant(
  ground: Ground,
  raw: string,
  singer: string,
): { readonly is: 'partner'; readonly partner: Partner } | PartnerRefusal {
  const checked = checkName(raw);
  if (!checked.ok) return { is: 'bad-partner', why: checked.why };
  const key = nameKey(checked.name);
  if (key === nameKey(singer)) return { is: 'bad-partner', why: 'A duet is sung with somebody else.' };
  const known = guestByKey(ground, key);
  if (known && isBanned(ground, known.id)) return { is: 'partner-banned', name: known.name };
  if (known) return { is: 'partner', partner: { name: known.name, key } };
  if (checked.name.includes(' & ')) return { is: 'bad-partner', why: TWO };
  const fresh = newName(ground, checked.name);
  switch (fresh.is) {
    case 'free':
      return { is: 'partner', partner: { name: fresh.name, key } };
    case 'bad-name':
      return { is: 'bad-partner', why: fresh.why };
    case 'looks-like':
      return { is: 'partner-looks-like', name: fresh.name, like: fresh.like };
  }
}

/** As many words as a name may have in its 32 characters. */
const MOST_WORDS = 16;

/** `with=Bo Smith Toto - Africa`: the known name that begins with `raw` and goes on in `text`, and what of it is left then. */
export function partnerCutOff(
  ground: Ground,
  raw: string,
  text: string,
): { readonly name: string; readonly rest: string } | null {
  const words = text.trim().split(/\s+/u);
  for (let taken = Math.min(words.length, MOST_WORDS); taken > 0; taken -= 1) {
    const known = guestByKey(ground, nameKey([raw, ...words.slice(0, taken)].join(' ')));
    if (known) return { name: known.name, rest: words.slice(taken).join(' ') };
  }
  return null;
}
