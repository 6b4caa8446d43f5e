/** A guest who is looked up and not greeted, and what somebody who comes back costs those who wait. */
import { describe, expect, test } from '@jest/globals';
import { EPOCH, evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const REMOTE = '192.0.2.1';
type Arrived = Awaited<ReturnType<Evening['arrives']>>;

const recognise = (night: Evening, { name, code }: Pick<Arrived, 'name' | 'code'>, silentMs = 120_000) =>
  night.store.recognise({ name, code, remote: REMOTE, silentMs });
const hello = (night: Evening, name: string, code: string, seat = 90) =>
  night.store.hello({
    words: name,
    code,
    as: null,
    remote: REMOTE,
    connection: { epoch: EPOCH, seat },
    mayMakeNew: true,
  });

/** Ada and Bo, each with a song in the line. */
async function two() {
  const night = await evening();
  await night.store.importRows(Object.values(SONGS));
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const asks = (guestId: number, text: string) =>
    night.store.request({ guestId, key: null, what: { text }, partner: null });
  expectIs(await asks(ada.id, 'Toto - Africa'), 'queued');
  expectIs(await asks(bo.id, 'Adele - Hello'), 'queued');
  return { night, ada };
}

describe('a guest with name and code', () => {
  test('is recognised without a write, and is not here by it', async () => {
    using night = await evening();
    const ada = await night.arrives('Ada');
    await night.leaves(ada);
    const other = night.open();
    other.changed();
    expect(await recognise(night, { ...ada, name: 'ADA' })).toEqual({
      is: 'guest',
      guest: { id: ada.id, name: 'Ada' },
    });
    expect(other.changed()).toBe(false);
    expect((await night.store.who()).guests).toEqual([]);
  });

  test('must say HELLO when there is something to refuse or to count', async () => {
    using night = await evening();
    const ada = await night.arrives('Ada');
    expectIs(await recognise(night, { name: 'Ada', code: '222222' }), 'must-say-hello');
    // Looking counted none: HELLO does, and then the right code is refused as well.
    for (let tries = 0; tries < 7; tries += 1) await recognise(night, { name: 'Ada', code: '222222' });
    expectIs(await recognise(night, ada), 'guest');
    for (let tries = 0; tries < 5; tries += 1) expectIs(await hello(night, 'Ada', '222222'), 'taken');
    expectIs(await recognise(night, ada), 'must-say-hello');
    night.nowMs += 60_000;
    expectIs(await recognise(night, ada), 'guest');
    await night.store.ban('Ada', 'dj');
    expectIs(await recognise(night, ada), 'must-say-hello');
  });

  test('whose code came with a key says HELLO once, which ends what the key is good for', async () => {
    using night = await evening();
    const asked = { words: 'Zoe', as: null, remote: REMOTE, connection: { epoch: EPOCH, seat: 90 }, mayMakeNew: true };
    const zoe = expectIs(await night.store.hello({ ...asked, code: null, key: 'k' }), 'new');
    const card = { name: 'Zoe', code: zoe.code };
    expectIs(await recognise(night, card), 'must-say-hello');
    expectIs(await hello(night, 'Zoe', zoe.code), 'back');
    expectIs(await recognise(night, card), 'guest');
    expectIs(
      await night.store.hello({ ...asked, code: null, key: 'k', connection: { epoch: EPOCH, seat: 91 } }),
      'taken',
    );
  });

  test('who was forgotten, or never was, is unknown', async () => {
    using night = await evening();
    const ada = await night.arrives('Ada');
    await night.store.forget('Ada', 'dj');
    for (const guest of [ada, { name: 'Cy', code: ada.code }]) expectIs(await recognise(night, guest), 'unknown');
  });
});

describe('who waits for a song', () => {
  test('must say HELLO only when the grace would end before they are heard of again', async () => {
    const { night, ada } = await two();
    using _ = night;
    night.nowMs += 1_000_000;
    expectIs(await recognise(night, ada), 'guest');
    await night.leaves(ada);
    night.nowMs += 179_999;
    expectIs(await recognise(night, ada), 'guest');
    night.nowMs += 1;
    expectIs(await recognise(night, ada), 'must-say-hello');
    expectIs(await hello(night, 'Ada', ada.code), 'back');
    expectIs(await recognise(night, ada), 'guest');
  });

  test('comes back within the grace without a word to the others, and after it moves up', async () => {
    const { night, ada } = await two();
    using _ = night;
    const beats = async (): Promise<number> => (await night.store.pulse()).queue;
    const before = await beats();
    await night.leaves(ada);
    night.nowMs += 300_000;
    expectIs(await hello(night, 'Ada', ada.code, 90), 'back');
    expect(await beats()).toBe(before);
    await night.leaves({ seat: 90 });
    night.nowMs += 300_001;
    expectIs(await hello(night, 'Ada', ada.code, 91), 'back');
    expect(await beats()).toBe(before + 1);
    expectIs(await hello(night, 'Ada', ada.code, 92), 'back');
    expect(await beats()).toBe(before + 1);
  });
});
