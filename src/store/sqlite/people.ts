/** What the DJ does about a guest as a person: a new code for a lost one, and forgetting. Each is an order with a name to it. */
import type { GuestFound, NewCode } from '../dj.ts';
import type { Store } from '../store.ts';
import { forget } from './forget.ts';
import type { Ground } from './ground.ts';
import { guestExactly, guestMeant } from './guest_meant.ts';
import { giveCode } from './guest_rows.ts';
import { forgetHello } from './hello_keys.ts';
import { logOrder } from './order_log.ts';
import type { Transactions } from './transact.ts';
import { forgiveWrongCodes } from './wrong_codes.ts';

export function peopleMethods(ground: Ground, { write }: Transactions): Pick<Store, 'newCode' | 'forget'> {
  return {
    newCode: (guest, who) => write(() => newCode(ground, guest, who)),
    forget: (guest, who) =>
      write(() => {
        const meant = guestExactly(ground, guest);
        return meant.is === 'guest' ? forget(ground, meant.guest, who) : meant;
      }),
  };
}

function newCode(ground: Ground, words: string, who: string): GuestFound<NewCode> {
  const meant = guestMeant(ground, words);
  if (meant.is !== 'guest') return meant;
  const { id, name } = meant.guest;
  const code = giveCode(ground, id);
  forgetHello(ground, id);
  // They were at the old code. Who types the new one should not have to wait a minute.
  forgiveWrongCodes(ground, id);
  logOrder(ground, { verb: 'code', who, guestId: id });
  return { is: 'renewed', guestId: id, name, code };
}
