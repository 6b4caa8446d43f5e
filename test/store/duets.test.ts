import { describe, expect, test } from '@jest/globals';
import { evening, expectIs, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const PAGE = { page: 1, size: 20 };
const asks = (night: Evening, guestId: number, text: string, partner: string | null = null) =>
  night.store.request({ guestId, key: null, what: { text }, partner });
const line = async (night: Evening): Promise<readonly string[]> =>
  (await night.store.line(PAGE)).rows.map(({ singer, partner, song, reason }) =>
    [singer, ...(partner === null ? [] : ['&', partner]), song.title, ...(reason.rule === 'away' ? ['away'] : [])].join(
      ' ',
    ),
  );

async function nightOfSongs(): Promise<Evening> {
  const night = await evening();
  await night.store.importRows([...Object.values(SONGS), row('Cher', 'Believe', { durationS: 240 })]);
  return night;
}

describe('a duet', () => {
  test('is with a name as its owner writes it, or with a name that nobody has yet', async () => {
    using night = await nightOfSongs();
    const ada = await night.arrives('Ada');
    await night.arrives('Bo K');
    expect(await asks(night, ada.id, 'Toto - Africa', 'BO  k')).toMatchObject({
      partner: 'Bo K',
      partnerIsKnown: true,
    });
    const zoe = expectIs(await asks(night, ada.id, 'Adele - Hello', ' Zoé '), 'queued');
    expect(zoe).toMatchObject({ partner: 'Zoé', partnerIsKnown: false });
    expect(await line(night)).toEqual(['Ada & Bo K Africa', 'Ada & Zoé Hello']);
    // Who comes later under that name is the one who was meant.
    const { id } = await night.arrives('Zoe');
    expect((await night.store.mine(id)).map(({ entryId }) => entryId)).toEqual([zoe.entryId]);
    expect((await night.store.who()).singers).toEqual(['Ada', 'Bo K', 'Zoe']);
  });

  test('is not with oneself, nobody, or who passes for somebody else', async () => {
    using night = await nightOfSongs();
    const ada = await night.arrives('Ada');
    await night.arrives('Capa');
    expect(await asks(night, ada.id, 'Toto - Africa', 'ADA')).toMatchObject({ is: 'bad-partner' });
    expect(await asks(night, ada.id, 'Toto - Africa', '#')).toMatchObject({ is: 'bad-partner' });
    expect(await asks(night, ada.id, 'Toto - Africa', 'Вob')).toMatchObject({ is: 'bad-partner' });
    expect(await asks(night, ada.id, 'Toto - Africa', 'Сара')).toEqual({
      is: 'partner-looks-like',
      name: 'Сара',
      like: 'Capa',
    });
    expect(await line(night)).toEqual([]);
  });

  test('has two: a pair of names is nobody, unless a pair is known by it', async () => {
    using night = await nightOfSongs();
    const ada = await night.arrives('Ada');
    await night.arrives('Tom & Jerry');
    expect(await asks(night, ada.id, 'Toto - Africa', 'Bo & Cy')).toEqual({
      is: 'bad-partner',
      why: 'A duet has two who sing, you and one more. Name that one.',
    });
    expect(await asks(night, ada.id, 'Toto - Africa', 'Tom & Jerry')).toMatchObject({ is: 'queued' });
    expect(await asks(night, ada.id, 'Adele - Hello', 'M&M')).toMatchObject({ is: 'queued', partner: 'M&M' });
  });

  test('with a known name that lost its quotes is no wish for half of it', async () => {
    using night = await nightOfSongs();
    const ada = await night.arrives('Ada');
    await night.arrives('Bo Smith');
    const cutOff = { is: 'partner-cut-off', name: 'Bo Smith', candidates: [] };
    expect(await asks(night, ada.id, 'smith  No - Song', 'Bo')).toEqual({ ...cutOff, rest: 'No - Song' });
    expect(await asks(night, ada.id, 'Smith', 'bo')).toEqual({ ...cutOff, rest: '' });
    expect(await asks(night, ada.id, 'Smithers - Song', 'Bo')).toMatchObject({ is: 'wished' });
    expect(await asks(night, ada.id, 'Toto - Africa', 'Bo')).toMatchObject({ is: 'queued', partner: 'Bo' });
    expect((await night.store.wishes(ada.id)).wishes).toHaveLength(1);
  });

  test('of the same song with somebody else is the same song', async () => {
    using night = await nightOfSongs();
    const ada = await night.arrives('Ada');
    const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa', 'Bo'), 'queued');
    expect(await asks(night, ada.id, 'Toto - Africa', 'Cy')).toMatchObject({ is: 'duplicate-entry', entryId });
    expect(await asks(night, ada.id, 'Toto - Africa')).toMatchObject({ is: 'duplicate-entry', entryId });
  });

  test('is among the places of who is asked to it, and its owner alone takes it back', async () => {
    using night = await nightOfSongs();
    const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
    const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa', 'Bo'), 'queued');
    expect(await night.store.mine(bo.id)).toEqual(await night.store.mine(ada.id));
    expect(await night.store.cancel(bo.id, entryId)).toEqual({ is: 'not-yours', owner: 'Ada' });
    // It is no song of Bo's own: three of these still fit.
    expect(await asks(night, bo.id, 'Toto - Africa')).toMatchObject({ is: 'queued', alsoAskedBy: ['Ada'] });
  });

  test('is in the history of both, each with the other', async () => {
    using night = await nightOfSongs();
    const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
    await asks(night, ada.id, 'Toto - Africa', 'Bo');
    const epoch = await night.store.takeEpoch();
    const turn = await night.store.takeNext(epoch);
    expect(await night.store.stage()).toMatchObject({ singers: [ada.id, bo.id], now: { partner: 'Bo' } });
    await night.store.endTurn(epoch, turn?.playId ?? 0, 'sung');
    expect(await night.store.history(ada.id, PAGE)).toMatchObject({
      total: 1,
      rows: [{ title: 'Africa', partner: 'Bo' }],
    });
    expect(await night.store.history(bo.id, PAGE)).toMatchObject({
      total: 1,
      rows: [{ title: 'Africa', partner: 'Ada' }],
    });
  });

  test('left unsung is offered to its owner with the name of the other', async () => {
    using night = await nightOfSongs();
    const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
    const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa', 'Bo'), 'queued');
    await night.store.endParty('dj');
    expect((await night.store.wishes(ada.id)).unsung).toMatchObject([{ entryId, partner: 'Bo' }]);
    expect((await night.store.wishes(bo.id)).unsung).toEqual([]);
  });
});

describe('what was announced and is not', () => {
  async function announced() {
    const night = await nightOfSongs();
    const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
    const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa', 'Bo'), 'queued');
    await night.store.announce(await night.store.takeEpoch());
    return { night, ada, bo, entryId, why: () => night.store.whyNotNext(entryId) };
  }

  test('was displaced while it waits, or is held by who said AWAY', async () => {
    const { night, ada, bo, why } = await announced();
    using _ = night;
    expect(await why()).toEqual({ why: 'displaced', who: null, by: [] });
    await night.store.setAway(bo.id, 'away');
    expect(await why()).toEqual({ why: 'away', who: 'Bo', by: [bo.id] });
    await night.store.setAway(ada.id, 'away');
    expect(await why()).toEqual({ why: 'away', who: 'Ada & Bo', by: [ada.id, bo.id] });
    for (const { id } of [ada, bo]) await night.store.setAway(id, 'back');
    expect(await why()).toMatchObject({ why: 'displaced' });
  });

  test('was cancelled by its singer, or removed by the DJ, who may also take that back', async () => {
    const { night, ada, entryId, why } = await announced();
    using _ = night;
    await night.store.removeEntry(entryId, 'toshko');
    expect(await why()).toEqual({ why: 'removed', who: null, by: [] });
    await night.store.undo('toshko');
    expect(await why()).toMatchObject({ why: 'displaced' });
    await night.store.cancel(ada.id, entryId);
    expect(await why()).toEqual({ why: 'cancelled', who: 'Ada', by: [ada.id] });
  });

  test.each(['ban', 'forget'] as const)('was removed when the DJ does so with its singer: %s', async (how) => {
    const { night, why } = await announced();
    using _ = night;
    await night.store[how]('Ada', 'toshko');
    expect(await why()).toMatchObject({ why: 'removed' });
  });

  test('is on the stage, or over with the party', async () => {
    const { night, why } = await announced();
    using _ = night;
    await night.store.takeNext(await night.store.takeEpoch());
    expect(await why()).toBeNull();
    await night.store.endParty('dj');
    expect(await why()).toBeNull();
    expect(await night.store.whyNotNext(4711)).toBeNull();
  });
});

describe('SWAP', () => {
  test('exchanges two own places with pin and announcement, and again exchanges them back', async () => {
    using night = await nightOfSongs();
    const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
    const africa = expectIs(await asks(night, ada.id, 'Toto - Africa'), 'queued').entryId;
    await asks(night, bo.id, 'Cher - Believe');
    const hello = expectIs(await asks(night, ada.id, 'Adele - Hello'), 'queued').entryId;
    const before = ['Ada Africa', 'Bo Believe', 'Ada Hello'];
    expect(await line(night)).toEqual(before);
    const epoch = await night.store.takeEpoch();
    expect(await night.store.announce(epoch)).toMatchObject({ entryId: africa });
    expect(await night.store.swap(ada.id, africa, hello)).toEqual({
      is: 'done',
      entries: [
        { entryId: hello, artist: 'Adele', title: 'Hello', position: 1 },
        { entryId: africa, artist: 'Toto', title: 'Africa', position: 3 },
      ],
    });
    expect(await line(night)).toEqual(['Ada Hello', 'Bo Believe', 'Ada Africa']);
    expect(await night.store.announced()).toMatchObject({ entryId: hello, title: 'Hello' });
    await night.store.swap(ada.id, africa, hello);
    expect(await line(night)).toEqual(before);
    expect(await night.store.announced()).toMatchObject({ entryId: africa });
  });

  test('leaves what the DJ has pinned in its place, with the other song', async () => {
    using night = await nightOfSongs();
    const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
    const africa = expectIs(await asks(night, ada.id, 'Toto - Africa'), 'queued').entryId;
    const hello = expectIs(await asks(night, ada.id, 'Adele - Hello'), 'queued').entryId;
    await asks(night, bo.id, 'Cher - Believe');
    await night.store.pinEntry(hello, 3, 'dj');
    expect(await line(night)).toEqual(['Ada Africa', 'Bo Believe', 'Ada Hello']);
    await night.store.swap(ada.id, hello, africa);
    const { rows } = await night.store.line(PAGE);
    expect(rows.map(({ song, reason }) => [song.title, reason.rule === 'pinned'])).toEqual([
      ['Hello', false],
      ['Believe', false],
      ['Africa', true],
    ]);
  });

  test('is for own entries that wait', async () => {
    using night = await nightOfSongs();
    const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
    const africa = expectIs(await asks(night, ada.id, 'Toto - Africa'), 'queued').entryId;
    const hello = expectIs(await asks(night, ada.id, 'Adele - Hello'), 'queued').entryId;
    const other = expectIs(await asks(night, bo.id, 'Cher - Believe'), 'queued').entryId;
    const pulse = await night.store.pulse();
    expect(await night.store.swap(ada.id, africa, other)).toEqual({ is: 'not-yours', entryId: other, owner: 'Bo' });
    expect(await night.store.swap(ada.id, 99, africa)).toEqual({ is: 'unknown', entryId: 99 });
    expect(await night.store.pulse()).toEqual(pulse);
    await night.store.cancel(ada.id, hello);
    expect(await night.store.swap(ada.id, africa, hello)).toEqual({
      is: 'too-late',
      entryId: hello,
      state: 'cancelled',
    });
    await night.store.takeNext(await night.store.takeEpoch());
    expect(await night.store.swap(ada.id, hello, africa)).toMatchObject({ entryId: hello });
    expect(await night.store.swap(ada.id, africa, hello)).toEqual({
      is: 'too-late',
      entryId: africa,
      state: 'singing',
    });
  });
});
