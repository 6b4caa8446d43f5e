/** NOW and WHO: what is going on. */
import { ok } from '../../protocol/reply.ts';
import { guestRow } from '../../protocol/rows.ts';
import { nowSaid } from '../../protocol/words.ts';
import type { Company } from '../../store/guests.ts';
import type { Answers } from '../answer.ts';

export const stage: Answers<'NOW' | 'WHO'> = {
  async NOW(_asked, { store }) {
    return { reply: ok('NOW', nowSaid(await store.nowPlaying())) };
  },
  async WHO(_asked, { store }) {
    const company = await store.who();
    const { connections: connected, guests } = company;
    return {
      reply: ok(
        'WHO',
        {
          text: `${connected} connected, ${guests.length} of them by name`,
          fields: { connected, named: guests.length },
        },
        everybody(company),
      ),
    };
  },
};

/** Everybody who is here by name, then those who sing tonight and are not. */
function everybody({ guests, singers }: Company) {
  const here = new Set(guests.map(({ name }) => name));
  const sings = new Set(singers);
  return [
    ...guests.map(({ id, name }) => guestRow({ id, name, connected: true, sings: sings.has(name) })),
    ...singers
      .filter((name) => !here.has(name))
      .map((name) => guestRow({ id: null, name, connected: false, sings: true })),
  ];
}
