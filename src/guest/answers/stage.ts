/** NOW, WHO and PARTY: what is going on. */
import { ok } from '../../protocol/reply.ts';
import { guestRow } from '../../protocol/rows.ts';
import { count, hourOf, nowSaid } from '../../protocol/words.ts';
import type { Company, Evening } from '../../store/guests.ts';
import type { Answers } from '../answer.ts';

export const stage: Answers<'NOW' | 'WHO' | 'PARTY'> = {
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
  async PARTY(_asked, { store }) {
    const evening = await store.evening();
    const { party, waiting, connected, said, ended } = evening;
    return {
      reply: ok('PARTY', {
        head: party ? 'on' : 'off',
        text: inWords(evening),
        fields: {
          on: party !== null,
          name: party?.name ?? null,
          closing_at_ms: party?.closingAtMs ?? null,
          started_at_ms: party?.startedAtMs ?? null,
          waiting,
          connected,
          said: said?.text ?? null,
          said_at_ms: said?.atMs ?? null,
          ended_name: ended?.name ?? null,
          ended_at_ms: ended?.endedAtMs ?? null,
        },
      }),
    };
  },
};

/** `Friday at Tosho's since 21:00, until 23:30: 5 songs waiting, 12 connected`. */
function inWords({ party, waiting, connected }: Evening): string {
  if (!party) return `no party is on: ${connected} connected`;
  const until = party.closingAtMs === null ? '' : `, until ${hourOf(party.closingAtMs)}`;
  const songs = count(waiting, 'song', 'songs');
  return `${party.name} since ${hourOf(party.startedAtMs)}${until}: ${songs} waiting, ${connected} connected`;
}

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
