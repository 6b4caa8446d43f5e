import { describe, expect, test } from '@jest/globals';
import { evening, EPOCH, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const PAGE = { page: 1, size: 20 };
const asks = (night: Evening, guestId: number, text: string, partner: string | null = null) =>
  night.store.request({ guestId, key: null, what: { text }, partner });
const singers = async (night: Evening): Promise<readonly string[]> =>
  (await night.store.line(PAGE)).rows.map(({ singer, presence }) => `${singer} ${presence}`);

/** Ada, Bo and Cy wait, in this order, and Ada is announced. */
async function three() {
  const night = await evening();
  await night.store.importRows(Object.values(SONGS));
  const [ada, bo, cy] = [await night.arrives('Ada'), await night.arrives('Bo'), await night.arrives('Cy')];
  const first = expectIs(await asks(night, ada.id, 'Toto - Africa'), 'queued').entryId;
  await asks(night, bo.id, 'Adele - Hello');
  await asks(night, cy.id, 'ABBA - Waterloo');
  const epoch = await night.store.takeEpoch();
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Ada' });
  return { night, ada, bo, cy, epoch, first };
}

describe('AWAY', () => {
  test('keeps the place without calling it, lets the next be announced at once, and BACK restores it', async () => {
    const { night, ada, epoch, first } = await three();
    using _ = night;
    const before = await night.store.pulse();
    expect(await night.store.setAway(ada.id, 'away')).toMatchObject({ changed: true, waiting: 1, onStage: null });
    expect(await night.store.announced()).toBeNull();
    const after = await night.store.pulse();
    expect([after.song > before.song, after.queue > before.queue]).toEqual([true, true]);
    expect(await singers(night)).toEqual(['Bo present', 'Cy present', 'Ada away']);
    expect((await night.store.mine(ada.id))[0]).toMatchObject({ wait: null, reason: { rule: 'away', who: 'Ada' } });
    expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Bo' });
    const back = expectIs(await night.store.setAway(ada.id, 'back'), 'so');
    expect(back).toMatchObject({ changed: true, first: { entryId: first, position: 2 } });
    expect(await singers(night)).toEqual(['Bo present', 'Ada present', 'Cy present']);
  });

  test('said twice changes nothing, BACK neither', async () => {
    const { night, ada } = await three();
    using _ = night;
    expect(await night.store.setAway(ada.id, 'back')).toMatchObject({ changed: false });
    await night.store.setAway(ada.id, 'away');
    const pulse = await night.store.pulse();
    expect(await night.store.setAway(ada.id, 'away')).toMatchObject({ changed: false, waiting: 1 });
    expect(await night.store.pulse()).toEqual(pulse);
  });

  test('is the guest’s: it outlives connections and karaoked, and ends with the party', async () => {
    const { night, ada } = await three();
    using _ = night;
    await night.store.setAway(ada.id, 'away');
    await night.leaves(ada);
    await night.store.openNight({ name: 'Friday', begin: 'default', staleHours: 8 });
    const hello = { words: `Ada ${ada.code}`, code: null, as: null, remote: '::1', mayMakeNew: true };
    const again = await night.store.hello({ ...hello, connection: { epoch: EPOCH, seat: 90 } });
    expect(again).toMatchObject({ is: 'back', away: true });
    expect(await night.store.isAway(ada.id)).toBe(true);
    await night.store.endParty('dj');
    expect(await night.store.setAway(ada.id, 'away')).toEqual({ is: 'no-party' });
    await night.store.startParty('Saturday', 'dj');
    expect(await night.store.isAway(ada.id)).toBe(false);
  });

  test('is never called, not even when nobody else waits', async () => {
    const { night, ada, bo, cy, epoch } = await three();
    using _ = night;
    for (const guest of [ada, bo, cy]) await night.store.setAway(guest.id, 'away');
    expect(await night.store.takeNext(epoch)).toMatchObject({ singer: null });
    expect(await asks(night, ada.id, 'Queen - Bohemian Rhapsody')).toMatchObject({ heldBy: 'Ada', wait: null });
  });

  test('on the stage takes nothing back, and says what is on', async () => {
    const { night, ada, epoch, first } = await three();
    using _ = night;
    await night.store.takeNext(epoch);
    expect(await night.store.setAway(ada.id, 'away')).toMatchObject({ onStage: { entryId: first, title: 'Africa' } });
    expect(await night.store.nowPlaying()).toMatchObject({ entryId: first });
  });

  test('of a partner holds the duet, also when it is announced', async () => {
    const { night, ada, bo, cy, epoch } = await three();
    using _ = night;
    for (const { id } of [ada, cy]) await night.store.setAway(id, 'away');
    const duet = expectIs(await asks(night, bo.id, 'ABBA - Waterloo', 'Ada'), 'queued');
    expect(duet).toMatchObject({ heldBy: 'Ada' });
    await night.store.setAway(ada.id, 'back');
    await night.store.cancel(ada.id, 1);
    await night.store.cancel(bo.id, 2);
    expect(await night.store.announce(epoch)).toMatchObject({ entryId: duet.entryId });
    await night.store.setAway(ada.id, 'away');
    expect(await night.store.announced()).toBeNull();
    expect(await night.store.takeNext(epoch)).toMatchObject({ singer: null });
  });
});

describe('the grace of a lost connection', () => {
  test('of the announced singer has an end that the player is told, and then the next is announced', async () => {
    const { night, ada, epoch } = await three();
    using _ = night;
    const leftAtMs = night.nowMs;
    await night.leaves(ada);
    expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Ada', goneAtMs: leftAtMs + 300_001 });
    night.nowMs = leftAtMs + 300_000;
    expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Ada' });
    night.nowMs = leftAtMs + 300_001;
    expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Bo', goneAtMs: null });
    const hello = { words: `Ada ${ada.code}`, code: null, as: null, remote: '::1', mayMakeNew: true };
    await night.store.hello({ ...hello, connection: { epoch: EPOCH, seat: 90 } });
    expect(await singers(night)).toEqual(['Bo present', 'Ada present', 'Cy present']);
  });

  test('is over with the connection back, and has no end when nobody else is here', async () => {
    const { night, ada, bo, cy, epoch } = await three();
    using _ = night;
    for (const guest of [ada, bo, cy]) await night.leaves(guest);
    night.nowMs += 300_001;
    expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Ada', goneAtMs: null });
    const hello = { words: `Bo ${bo.code}`, code: null, as: null, remote: '::1', mayMakeNew: true };
    await night.store.hello({ ...hello, connection: { epoch: EPOCH, seat: 91 } });
    expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Bo', goneAtMs: null });
  });
});
