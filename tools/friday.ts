/** A believable evening for the pictures: a dozen guests with songs in the line, wishes, a duet, and somebody on stage. */
import { join } from 'node:path';
import type { TestGuest } from '../test/party/guest.ts';
import { startParty } from '../test/party/party.ts';
import type { Party } from '../test/party/party.ts';
import { ROOT } from '../test/party/program.ts';

export const PARTY_NAME = 'Friday at Tosho’s';

/** Who asked for what, in this order. The first is on stage when the pictures are made. */
const ASKED: readonly (readonly [singer: string, song: string, partner?: string])[] = [
  ['Гошо', "Bon Jovi - Livin' on a Prayer"],
  ['Maria', 'Gloria Gaynor - I Will Survive'],
  ['Ели', 'Лили Иванова - Камино'],
  ['Ben', 'Toto - Africa'],
  ['Десислава', 'Тангра - Оловният войник'],
  ['Kate', 'ABBA - Dancing Queen', 'Sofia'],
  ['Ицо', 'Щурците - Клетва'],
  ['Petya', 'Amy Winehouse - Back to Black'],
  ['Станимира', 'Стефка Берова и Йордан Марчинков - Семеен спомен за Поморие'],
  ['Tom', 'Oasis - Wonderwall'],
  ['Maria', 'Céline Dion - Because You Loved Me (Theme from "Up Close & Personal")'],
  ['Краси', 'ФСБ - Обичам те дотук'],
];
const WISHED: readonly (readonly [guest: string, song: string])[] = [
  ['Ели', 'Chappell Roan - Pink Pony Club'],
  ['Ben', 'Chappell Roan - Pink Pony Club'],
  ['Tom', 'Chappell Roan - Pink Pony Club'],
  ['Ицо', 'Мери Бойс Бенд - Вече ме няма'],
];

export interface Friday extends AsyncDisposable {
  readonly party: Party;
  /** Who is here with `nc`, by name. */
  readonly guests: ReadonlyMap<string, TestGuest>;
}

/** Starts the tree and seats everybody; the first song plays when it resolves. */
export async function startFriday(): Promise<Friday> {
  await using starting = new AsyncDisposableStack();
  const party = starting.use(
    await startParty({
      web: true,
      flags: ['--catalogue', join(ROOT, 'data/demo.csv'), '--party', PARTY_NAME],
      settings: { PLAYER_GAP_SECONDS: 15, WEB_URL: 'http://karaoke.bar/' },
    }),
  );
  const guests = new Map<string, TestGuest>();
  const guestOf = async (name: string): Promise<TestGuest> => {
    const here = guests.get(name) ?? starting.use(await party.named(name));
    guests.set(name, here);
    return here;
  };
  for (const [singer, song, partner] of ASKED)
    await asks(await guestOf(singer), `REQUEST ${partner === undefined ? '' : `with=${partner} `}${song}`, 'OK QUEUED');
  for (const [guest, song] of WISHED) await asks(await guestOf(guest), `WISH ${song}`, 'OK WISHED');
  // On to the first of them, whatever was played to nobody meanwhile.
  await party.dj('skip');
  const going = starting.move();
  return { party, guests, [Symbol.asyncDispose]: () => going.disposeAsync() };
}

/** Throws, quoting the answer, when it is not as expected: the pictures would show another evening. */
export async function asks(guest: TestGuest, line: string, expected: string): Promise<void> {
  const { final } = await guest.asks(line);
  if (!final.startsWith(expected)) throw new Error(`"${line}" was answered "${final}", not "${expected} …"`);
}
