import { describe, expect, test } from '@jest/globals';
import { FakeHouse, FakeStorage, settled } from './fake_house.ts';
import { fateOf, openedTalk, startTalk } from './talking.ts';
import type { Talking } from './talking.ts';

const isRequest = (line: string): boolean => line.startsWith('REQUEST');

/** The connection goes and another one comes. */
async function reconnect({ house }: Talking): Promise<void> {
  await house.call.falls();
  await house.passes(0);
  await house.call.opens();
}

async function ada(): Promise<Talking> {
  const talking = await openedTalk();
  await talking.talk.hello('Ada', null);
  return talking;
}

describe('A request', () => {
  test('is said with a key of its own, and with whom', async () => {
    const { house, talk } = await ada();
    await talk.request('toto - africa', { with: 'Bo "K"' });
    expect(house.call.spoken.at(-1)).toMatch(/^REQUEST key="[0-9a-f]{32}" with="Bo \\"K\\"" toto - africa$/);
    await talk.request('toto - africa');
    expect(house.queued.size).toBe(2);
  });

  test('whose answer was lost is repeated with the same key, after HELLO, and is one song', async () => {
    const talking = await ada();
    const { house, talk } = talking;
    house.mute = isRequest;
    const asked = talk.request('toto - africa');
    await settled();
    const said = house.call.spoken.at(-1) ?? '';
    // The house took it, and only its answer was lost.
    house.answer(said);
    house.mute = () => false;
    await reconnect(talking);
    expect(house.call.spoken.slice(2)).toEqual(['HELLO code="7KQ4M2" Ada', 'WATCH all', said]);
    expect((await asked).final).toMatchObject({ word: 'QUEUED', queue_id: 1, repeated: true });
    expect(house.queued.size).toBe(1);
  });

  test('made without a connection waits for one', async () => {
    const talking = await ada();
    await talking.house.call.falls();
    const asked = talking.talk.request('toto - africa');
    expect(await fateOf(asked)).toBe('open');
    await talking.house.passes(0);
    await talking.house.call.opens();
    expect((await asked).final).toMatchObject({ word: 'QUEUED', repeated: false });
  });

  test('outlives a reload of the page, and the new page hears its answer', async () => {
    const storage = new FakeStorage();
    const house = new FakeHouse();
    const before = await openedTalk({ house, storage });
    await before.talk.hello('Ada', null);
    house.mute = isRequest;
    void before.talk.request('731', { song: { artist: 'Toto', title: 'Africa' } });
    await settled();
    const said = house.call.spoken.at(-1);
    house.mute = () => false;
    expect(before.talk.askedBefore).toEqual([]);

    const after = await openedTalk({ house, storage });
    expect(after.talk.askedBefore).toMatchObject([{ what: '731', song: { artist: 'Toto', title: 'Africa' } }]);
    await after.talk.hello('Ada', '7KQ4M2');
    await settled();
    expect(house.call.spoken.at(-1)).toBe(said);
    expect(after.heard.at(-1)).toMatchObject({ requested: { what: '731' }, answer: { final: { word: 'QUEUED' } } });
    expect(after.talk.askedBefore).toEqual([]);
    expect(storage.length).toBe(0);
  });

  test('is not said for somebody else', async () => {
    const talking = await ada();
    const { house, talk } = talking;
    await house.call.falls();
    const asked = talk.request('toto - africa');
    talk.forget();
    void talk.hello('Bo', '7KQ4M2');
    const fate = expect(asked).rejects.toThrow('somebody else speaks now');
    await house.passes(0);
    await house.call.opens();
    await fate;
    expect(house.call.spoken.some(isRequest)).toBe(false);
  });

  test('of the page before a reload that is not said any more is told to the new page', async () => {
    const storage = new FakeStorage();
    const house = new FakeHouse();
    const before = await openedTalk({ house, storage });
    await before.talk.hello('Ada', null);
    await house.call.falls();
    void before.talk.request('toto - africa');

    const { talk, heard } = await openedTalk({ house, storage });
    await talk.hello('Bo', '7KQ4M2');
    expect(heard.at(-1)).toMatchObject({ requested: { what: 'toto - africa' }, answer: null });
    expect(house.queued.size).toBe(0);
    expect(storage.length).toBe(0);
  });

  test('is not said to another party', async () => {
    const talking = await ada();
    const { house, talk } = talking;
    await house.call.falls();
    const asked = talk.request('toto - africa');
    house.party = { on: true, started_at_ms: 90_000_000 };
    const fate = expect(asked).rejects.toThrow('another party is on');
    await house.passes(0);
    await house.call.opens();
    await fate;
    expect(house.queued.size).toBe(0);
  });

  test('waits while nobody is welcome', async () => {
    const talking = await ada();
    const { house, talk } = talking;
    await house.call.falls();
    const asked = talk.request('toto - africa');
    house.unwelcome = { t: 'err', code: 450, word: 'BUSY', retry: null, text: 'busy' };
    await house.passes(0);
    await house.call.opens();
    expect(await fateOf(asked)).toBe('open');
    house.unwelcome = null;
    await house.passes(3_000);
    expect((await asked).final).toMatchObject({ word: 'QUEUED' });
    expect(talking.heard.at(-1)).toMatchObject({ link: 'open', hello: { final: { name: 'Ada' } } });
  });

  test('is asked also where the browser keeps nothing', async () => {
    const { house, talk } = await openedTalk({ storage: null });
    await talk.hello('Ada', null);
    await talk.request('toto - africa');
    expect(house.queued.size).toBe(1);
  });

  test('what else lies in the storage is no request', async () => {
    const storage = new FakeStorage();
    for (const left of ['{', '{"key":"a"}', '[null, 7, {"key": "a"}]']) {
      storage.setItem('karaoke-requests', left);
      const { house, talk } = await openedTalk({ storage });
      await talk.hello('Ada', null);
      expect(house.call.spoken.some(isRequest)).toBe(false);
    }
  });
});

describe('HELLO', () => {
  test('waits for a connection, and its answer is told once', async () => {
    const { house, talk, heard } = startTalk();
    const welcomed = talk.hello('Ada', null);
    await house.call.opens();
    expect((await welcomed).final).toMatchObject({ guest_id: 12, code: '7KQ4M2' });
    expect(heard).toEqual([expect.not.objectContaining({ hello: expect.anything() as object })]);
  });

  test('said while the opening is under way is said once it is over, whoever was welcomed in it', async () => {
    const talking = await ada();
    const { house, talk } = talking;
    await house.call.falls();
    await house.passes(0);
    house.mute = (line) => line.startsWith('WATCH');
    await house.call.opens();
    const welcomed = talk.hello('Bo', null);
    // The answer to WATCH, the fourth line of the opening.
    await house.call.says({ t: 'ok', word: 'WATCHING', tag: 'p4', text: '' });
    expect(await fateOf(welcomed)).toBe('answered');
    expect(house.call.spoken.filter((line) => line.startsWith('HELLO'))).toEqual([
      'HELLO code="7KQ4M2" Ada',
      'HELLO Bo',
    ]);
  });

  test('said while the one of the opening is refused is said once', async () => {
    const talking = await ada();
    const { house, talk } = talking;
    await house.call.falls();
    await house.passes(0);
    house.mute = (line) => line.startsWith('WATCH');
    house.unwelcome = { t: 'err', code: 531, word: 'NAME_TAKEN', retry: null, text: 'taken' };
    await house.call.opens();
    house.unwelcome = null;
    const welcomed = talk.hello('Bo', null);
    await house.call.says({ t: 'ok', word: 'WATCHING', tag: 'p4', text: '' });
    expect(await fateOf(welcomed)).toBe('answered');
    expect(house.call.spoken.filter((line) => line === 'HELLO Bo')).toHaveLength(1);
  });

  test('that was refused is not said again, and who spoke before speaks on', async () => {
    const talking = await ada();
    const { house, talk } = talking;
    house.unwelcome = { t: 'err', code: 531, word: 'NAME_TAKEN', retry: null, text: 'taken' };
    expect((await talk.hello('Bo', 'AAAAA1')).final).toMatchObject({ word: 'NAME_TAKEN' });
    house.unwelcome = null;
    await reconnect(talking);
    expect(house.call.spoken[2]).toBe('HELLO code="7KQ4M2" Ada');
  });

  test('of another name gives up the one before', async () => {
    const { talk, house } = startTalk();
    const first = talk.hello('Ada', null);
    const fate = expect(first).rejects.toMatchObject({ name: 'Lost' });
    const second = talk.hello('Bo', null);
    await house.call.opens();
    await fate;
    expect((await second).final).toMatchObject({ name: 'Bo' });
  });

  test('of a new name whose answer was lost is said again with its key, and is the same name with another code', async () => {
    const { house, talk, heard } = await openedTalk();
    house.loses = (line) => line.startsWith('HELLO');
    const welcomed = talk.hello('Zoe', null);
    await settled();
    const [said = ''] = house.call.heard.filter((line) => line.startsWith('HELLO'));
    expect(said).toMatch(/^HELLO key="\w{32}" Zoe$/);
    await house.call.falls();
    house.loses = () => false;
    await house.passes(0);
    await house.call.opens();
    expect((await welcomed).final).toMatchObject({ name: 'Zoe', code: '8KQ4M2' });
    expect(house.call.heard).toContain(said);
    // It has done its part: from now on the code says who it is.
    await house.call.falls();
    await house.passes(500);
    await house.call.opens();
    expect(house.call.spoken[2]).toBe('HELLO code="8KQ4M2" Zoe');
    expect(heard.filter((each) => 'hello' in each)).toHaveLength(1);
  });

  test('of a new name whose answer was lost is said again after a reload, and what was asked for then follows', async () => {
    const storage = new FakeStorage();
    const { house, talk } = await openedTalk({ storage });
    house.loses = (line) => line.startsWith('HELLO');
    void talk.hello('Zoe', null);
    void talk.request('africa');
    await settled();
    house.loses = () => false;
    const after = await openedTalk({ house, storage });
    expect(after.heard).toContainEqual(
      expect.objectContaining({ hello: { final: expect.objectContaining({ name: 'Zoe', code: '8KQ4M2' }), rows: [] } }),
    );
    expect([...house.queued.values()]).toEqual(['africa']);
    expect(storage.getItem('karaoke-name')).toBeNull();
  });

  test('of a new name that was refused or forgotten waits for nothing after a reload', async () => {
    const storage = new FakeStorage();
    const { house, talk } = await openedTalk({ storage });
    house.names.set('Zoe', 'somebody else');
    expect((await talk.hello('Zoe', null)).final).toMatchObject({ word: 'NAME_TAKEN' });
    expect(storage.getItem('karaoke-name')).toBeNull();
    house.mute = (line) => line.startsWith('HELLO');
    const gone = expect(talk.hello('Bo', null)).rejects.toMatchObject({ name: 'Lost' });
    talk.forget();
    await gone;
    house.mute = () => false;
    await openedTalk({ house, storage });
    expect(house.call.spoken).toEqual(['MODE json', 'PARTY', 'WATCH all']);
  });

  test('kept by another version of the page, or by nobody, breaks nothing', async () => {
    for (const left of ['{', '{"name":1,"key":"k"}', '[]', '"Zoe"']) {
      const storage = new FakeStorage();
      storage.setItem('karaoke-name', left);
      const { house } = await openedTalk({ storage });
      expect(house.call.spoken).toEqual(['MODE json', 'PARTY', 'WATCH all']);
    }
  });
});
