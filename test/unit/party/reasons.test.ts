import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../../../src/party/model.ts';
import { placeInLine } from '../../../src/party/order.ts';
import type { Line } from '../../../src/party/order.ts';
import { reasonSentence } from '../../../src/party/reasons.ts';
import { anyLine, line } from './lines.ts';

const others = (names: readonly string[], turns: number, more = 0) => ({ names, more, turns });
const ada = { singer: 'Ada', to: 'you' } as const;

/** What each reason says to Ada, and of her; then the same in Bulgarian. */
const SAID: readonly (readonly [Reason, string, string, string, string])[] = [
  [
    { rule: 'fewest-turns', turns: 2, placed: 0, missed: 0, others: others(['Bo', 'Cy'], 1), counted: 'sung' },
    'Bo and Cy have sung once, you twice.',
    'Bo and Cy have sung once, Ada twice.',
    'Bo и Cy имат по една изпята песен, а ти имаш две.',
    'Bo и Cy имат по една изпята песен, а Ada има две.',
  ],
  [
    { rule: 'fewest-turns', turns: 3, placed: 0, missed: 0, others: others(['Bo'], 0), counted: 'sung' },
    'Bo has not sung yet, you have sung 3 times.',
    'Bo has not sung yet, Ada has sung 3 times.',
    'Bo още няма изпята песен, а ти имаш 3.',
    'Bo още няма изпята песен, а Ada има 3.',
  ],
  [
    { rule: 'fewest-turns', turns: 2, placed: 1, missed: 0, others: others(['Bo', 'Cy'], 1, 3), counted: 'ahead' },
    'This is your 3rd turn; Bo, Cy and 3 more have their 2nd before it.',
    "This is Ada's 3rd turn; Bo, Cy and 3 more have their 2nd before it.",
    'Това е 3-тото ти изпълнение; преди него е 2-рото на Bo, Cy и още 3.',
    'Това е 3-тото изпълнение на Ada; преди него е 2-рото на Bo, Cy и още 3.',
  ],
  [
    { rule: 'fewest-turns', turns: 3, placed: 0, missed: 2, others: others(['Bo'], 2), counted: 'missed' },
    "2 rounds were over before your first request, so this counts as the 4th turn; Bo's 3rd comes before it.",
    "2 rounds were over before Ada's first request, so this counts as the 4th turn; Bo's 3rd comes before it.",
    '2 кръга минаха преди първата ти заявка, затова това се брои за 4-тото изпълнение; преди него е 3-тото на Bo.',
    '2 кръга минаха преди първата заявка на Ada, затова това се брои за 4-тото изпълнение; преди него е 3-тото на Bo.',
  ],
  [
    { rule: 'longest-wait', turns: 0, placed: 0, others: others(['Bo'], 0), counted: 'sung', since: 'request' },
    'Bo has not sung yet either, and asked before you.',
    'Bo has not sung yet either, and asked before Ada.',
    'Bo също още няма изпята песен и поиска своята преди теб.',
    'Bo също още няма изпята песен и поиска своята преди Ada.',
  ],
  [
    { rule: 'longest-wait', turns: 1, placed: 0, others: others(['Bo'], 1), counted: 'sung', since: 'turn' },
    'Bo has sung as often as you, and the last time was longer ago.',
    'Bo has sung as often as Ada, and the last time was longer ago.',
    'Bo има толкова изпети песни, колкото и ти, но последната беше по-отдавна.',
    'Bo има толкова изпети песни, колкото и Ada, но последната беше по-отдавна.',
  ],
  [
    { rule: 'longest-wait', turns: 1, placed: 1, others: others(['Bo'], 1), counted: 'ahead', since: 'either' },
    "This is your 2nd turn; Bo's 2nd comes before it, after a longer wait.",
    "This is Ada's 2nd turn; Bo's 2nd comes before it, after a longer wait.",
    'Това е 2-рото ти изпълнение; преди него е 2-рото на Bo, след по-дълго чакане.',
    'Това е 2-рото изпълнение на Ada; преди него е 2-рото на Bo, след по-дълго чакане.',
  ],
  [
    { rule: 'own-first' },
    'It comes after your own song; nobody else is there to go in between.',
    "It comes after Ada's own song; nobody else is there to go in between.",
    'Идва след друга твоя песен; няма кой друг да пее по средата.',
    'Идва след друга песен на Ada; няма кой друг да пее по средата.',
  ],
  [
    { rule: 'after-present', presentWaiting: 1 },
    'You are not connected; 1 guest who is here goes first.',
    'Ada is not connected; 1 guest who is here goes first.',
    'Не си на линия; преди теб е 1 гост, който е тук.',
    'Ada не е на линия; преди това е 1 гост, който е тук.',
  ],
  [
    { rule: 'away', who: 'Ada' },
    'You said AWAY; the place is kept, and counts again when you say BACK.',
    'Ada said AWAY; the place is kept, and counts again after BACK.',
    'Каза AWAY; мястото ти е запазено и важи отново, щом кажеш BACK.',
    'Ada каза AWAY; мястото е запазено и важи отново след BACK.',
  ],
];

describe('a reason', () => {
  test.each(SAID)('%j is said to its singer and to others, in both languages', (reason, ...said) => {
    expect([
      reasonSentence(reason, ada),
      reasonSentence(reason, { ...ada, to: 'others' }),
      reasonSentence(reason, ada, 'bg'),
      reasonSentence(reason, { ...ada, to: 'others' }, 'bg'),
    ]).toEqual(said);
  });
  test('numbers turns as people do', () => {
    const turn = (turns: number, language: 'en' | 'bg') =>
      reasonSentence(
        { rule: 'longest-wait', turns, placed: 1, others: others(['Bo'], turns), counted: 'ahead', since: 'turn' },
        ada,
        language,
      ).replace(/;.*/, '');
    expect([0, 1, 2, 3, 10, 11, 12, 20, 21, 22].map((turns) => /\d+\w\w/.exec(turn(turns, 'en'))?.[0])).toEqual(
      ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '23rd'], // prettier-ignore
    );
    expect([0, 1, 2, 6, 7, 10, 11, 16, 20, 26].map((turns) => /\d+-\S+/.exec(turn(turns, 'bg'))?.[0])).toEqual(
      ['1-вото', '2-рото', '3-тото', '7-мото', '8-мото', '11-тото', '12-тото', '17-тото', '21-вото', '27-мото'], // prettier-ignore
    );
  });
  test('is one sentence that ends, whatever the line', () => {
    const sentences = Array.from({ length: 1_000 }, (_, seed) => placeInLine(anyLine(seed))).flatMap((places) =>
      places.flatMap(({ reason }) => [
        reasonSentence(reason, ada),
        reasonSentence(reason, { ...ada, to: 'others' }),
        reasonSentence(reason, ada, 'bg'),
        reasonSentence(reason, { ...ada, to: 'others' }, 'bg'),
      ]),
    );
    const odd = sentences.filter((said) => !/^[A-ZА-Я0-9][^.]*\.$/u.test(said) || /undefined|NaN|\[object/.test(said));
    expect(odd).toEqual([]);
    expect(sentences.length).toBeGreaterThan(10_000);
  });
});

/** What a reason claims of others, checked against the line; null: it is true. */
function untrue(of: Line): string | null {
  const places = placeInLine(of);
  const guests = new Map(of.guests.map((guest) => [guest.id, guest]));
  const placed = new Map<number, number>();
  /** Of each place: who, and how many turns before it. */
  const had: { readonly name: string; readonly turns: number; readonly sung: number }[] = [];
  for (const [at, { entry, reason }] of places.entries()) {
    const self = guests.get(entry.guestId);
    if (!self) return 'nobody';
    const own = placed.get(self.id) ?? 0;
    const turns = self.sung + self.missed + own;
    if (reason.rule === 'fewest-turns' || reason.rule === 'longest-wait') {
      const { names, more, turns: theirs } = reason.others;
      const ahead = had.filter((other) => other.name !== self.name && other.turns === theirs);
      if (reason.turns !== turns || reason.placed !== own) return `place ${at + 1} has other turns`;
      if (theirs !== turns && reason.rule === 'longest-wait') return `place ${at + 1} compares unequals`;
      if (theirs >= turns && reason.rule === 'fewest-turns') return `place ${at + 1}: they had no fewer`;
      if (!names.every((name) => ahead.some((other) => other.name === name)))
        return `place ${at + 1} names ${names.join()}`;
      if (reason.rule === 'fewest-turns' && ahead.length !== names.length + more)
        return `place ${at + 1} counts ${more}`;
      const meant = reason.rule === 'longest-wait' ? ahead.filter(({ name }) => names.includes(name)) : ahead;
      if (reason.counted === 'sung' && (self.sung !== turns || meant.some(({ sung }) => sung !== theirs)))
        return `place ${at + 1} says sung of what was not`;
    }
    if (reason.rule === 'longest-wait' && own === 0) {
      const since = ({ id, lastTurnAtMs }: { readonly id: number; readonly lastTurnAtMs: number | null }): number =>
        lastTurnAtMs ?? Math.min(...of.entries.flatMap((other) => (other.guestId === id ? [other.askedAtMs] : [])));
      const longer = of.guests.filter(({ name }) => reason.others.names.includes(name));
      if (longer.some((other) => since(other) > since(self))) return `place ${at + 1}: they wait no longer`;
      if (reason.since !== 'either' && [self, ...longer].some(({ lastTurnAtMs }) => (lastTurnAtMs === null) !== (reason.since === 'request'))) return `place ${at + 1} mistakes since when`; // prettier-ignore
    }
    if (reason.rule === 'not-twice' && reason.between !== had.at(-1)?.name) return `place ${at + 1}: nobody is between`;
    if (reason.rule === 'own-first' && had.at(-1)?.name !== self.name) return `place ${at + 1}: no own song before`;
    if (reason.rule === 'first') {
      const fewer = places.slice(at + 1).find(({ entry: later, reason: { rule } }) => {
        const other = guests.get(later.guestId);
        if (!other || rule === 'pinned' || other.presence !== self.presence || rule === 'away') return false;
        return other.sung + other.missed + (placed.get(other.id) ?? 0) < turns;
      });
      if (fewer) return `place ${at + 1} is not first: ${fewer.entry.id} has had fewer turns`;
    }
    had.push({ name: self.name, turns, sung: own === 0 ? self.sung : -1 });
    placed.set(self.id, own + 1);
  }
  return null;
}

test('what a reason says of others is true', () => {
  const wrong = Array.from({ length: 3_000 }, (_, seed) => seed).flatMap((seed) => {
    const said = untrue(anyLine(seed));
    return said === null ? [] : [`seed ${seed}: ${said}`];
  });
  expect(wrong).toEqual([]);
});

test('who stands before because of the DJ is no one who waits longer', () => {
  const of = line([['Ada', 30], ['Bo', 5, { pin: 1 }]]); // prettier-ignore
  expect(placeInLine(of)[1]?.reason).toEqual({ rule: 'first', behind: { singer: 'Bo', rule: 'pinned' } });
  expect(reasonSentence(placeInLine(of)[1]?.reason ?? { rule: 'pinned' }, ada)).toBe(
    'After Bo, whom the DJ put there, nobody who can be called has had fewer turns than you, or as many and waits longer.',
  );
});
