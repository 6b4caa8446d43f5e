/** Who a phone says to be that loads a page: looked up, so that a page costs no write. */
import { nameKey } from '../../party/names.ts';
import type { RecogniseAsked, RecogniseOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { isBanned } from './ban.ts';
import type { Ground } from './ground.ts';
import { guestByKey, isCodeOf } from './guest_rows.ts';
import { isHelloKept } from './hello_keys.ts';
import { graceLeftMs } from './presence.ts';
import type { Transactions } from './transact.ts';
import { triesAreUsedUp } from './wrong_codes.ts';

export function recogniseMethods(ground: Ground, { read }: Transactions): Pick<Store, 'recognise'> {
  return { recognise: (asked) => read(() => recognise(ground, asked)) };
}

function recognise(ground: Ground, { name, code, remote, silentMs }: RecogniseAsked): RecogniseOutcome {
  const guest = guestByKey(ground, nameKey(name));
  if (!guest) return { is: 'unknown' };
  const graceMs = graceLeftMs(ground, guest.id);
  const isWelcome =
    !isBanned(ground, guest.id) &&
    !triesAreUsedUp(ground, { nameKey: guest.nameKey, remote }) &&
    isCodeOf(ground, guest, code) &&
    !isHelloKept(ground, guest.id) &&
    (graceMs === null || graceMs > silentMs);
  return isWelcome ? { is: 'guest', guest: { id: guest.id, name: guest.name } } : { is: 'must-say-hello' };
}
