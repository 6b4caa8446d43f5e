/** What a load of the guest page does in the house: nothing, as long as there is nothing to be noted. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createConversation } from '../../../src/guest/conversation.ts';
import { readOwn } from '../../../src/web/plain/evening.ts';
import { greet } from '../../../src/web/plain/greet.ts';
import { meet } from '../../../src/web/plain/meet.ts';
import { visit } from '../../../src/web/plain/visit.ts';
import type { Doorway } from '../../../src/web/plain/visit.ts';
import { refusalSentence } from '../../../src/web/words/refusals.ts';
import { EPOCH, evening, expectIs, SONGS } from '../../store/evening.ts';
import type { Evening } from '../../store/evening.ts';

let night: Evening;
let door: Doorway;
/** Seats at which somebody had said HELLO. */
let left: number[];
beforeEach(async () => {
  night = await evening();
  await night.store.importRows(Object.values(SONGS));
  left = [];
  let seats = 1_000;
  const { store } = night;
  door = {
    epoch: EPOCH,
    seat: () => (seats += 1),
    recognise: (asked) => store.recognise(asked),
    converse: (carrier, guest) =>
      createConversation({
        store,
        carrier,
        guest,
        hint: () => undefined,
        defect: (error) => {
          throw error;
        },
        now: () => night.nowMs,
        version: '0.1.0',
      }),
    left: (seat) => left.push(seat),
  };
});
afterEach(() => {
  night[Symbol.dispose]();
});
const loads = ({ name, code }: { readonly name: string; readonly code: string }) =>
  meet(door, '192.0.2.1', { name, code }, async (say, greeted) => ({ greeted, own: await readOwn(say) }));
/** A guest who has asked for a song and lost the connection. */
const waiting = async (name: string) => {
  const guest = await night.arrives(name);
  const asked = { guestId: guest.id, key: null, what: { text: 'Toto - Africa' }, partner: null };
  expectIs(await night.store.request(asked), 'queued');
  await night.leaves(guest);
  return guest;
};

test('a guest who is known sees their songs, and nothing is written', async () => {
  const { id, name, code } = await waiting('Ada');
  const other = night.open();
  other.changed();
  const { greeted, own } = await loads({ name: 'ada', code });
  expect(greeted).toEqual({ is: 'guest', id, name, known: { name: 'Ada', code }, isNew: false });
  expect(own?.places).toHaveLength(1);
  expect(other.changed()).toBe(false);
  expect(left).toEqual([]);
});

test('whose grace would end before the next load counts as here by this one', async () => {
  const ada = await waiting('Ada');
  night.nowMs += 200_000;
  expect((await loads(ada)).greeted).toMatchObject({ is: 'guest', id: ada.id });
  expect((await night.store.who()).guests).toEqual([{ id: ada.id, name: 'Ada' }]);
  expect(left).toHaveLength(1);
});

test('sixty people may come new by a form from one address in a minute, and the next is told so', async () => {
  const comes = (name: string) =>
    visit(door, { remote: '192.0.2.1', guest: null }, (say) => greet({ name, code: null, by: 'form' }, say));
  for (let n = 1; n <= 60; n += 1) expect((await comes(`Guest ${n}`)).is).toBe('guest');
  const refused = await comes('Guest 61');
  if (refused.is !== 'refused') throw new Error(`was not refused but ${refused.is}`);
  const { err } = refused;
  expect(err).toMatchObject({ word: 'SLOW_DOWN', retry: 60, of: 'name' });
  const said = (language: 'en' | 'bg') => refusalSentence(err, { ...err, doing: 'name', partner: null }, language);
  expect(said('en')).toContain('Very many new names came from here just now. Wait 60 seconds');
  expect(said('bg')).toContain('твърде много нови имена. Изчакай 60 секунди');
});

test('nobody becomes a guest by a load', async () => {
  const zoe = { name: 'Zoe', code: '3FJ249' };
  expect(await loads(zoe)).toMatchObject({ greeted: { is: 'nobody' }, own: null });
  expect((await loads(zoe)).greeted).toEqual({ is: 'nobody' });
});

test('wrong codes are counted, and a banned guest is told so', async () => {
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  for (let tries = 0; tries < 5; tries += 1)
    expect((await loads({ name: 'Ada', code: '222222' })).greeted).toMatchObject({ is: 'refused', err: { code: 531 } });
  expect((await loads(ada)).greeted).toMatchObject({ is: 'refused', err: { code: 429 } });
  await night.store.ban('Bo', 'dj');
  expect((await loads(bo)).greeted).toMatchObject({ is: 'refused', err: { code: 532 } });
  expect(left).toEqual([]);
});
