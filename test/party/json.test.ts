/** MODE json: every kind of line as a program reads it, its fields and their types (the table of the protocol's page). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestGuest } from './guest.ts';
import { asksJson, hearsJson, typesOf } from './json_speech.ts';
import type { Json } from './json_speech.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, settings: { WISH_PER_GUEST: 2 } });
});
afterAll(() => party[Symbol.asyncDispose]());

/** Somebody who has said MODE json, and HELLO when a name is given. */
async function program(name?: string): Promise<TestGuest> {
  const guest = await party.guest();
  expect((await guest.asks('MODE json')).final).toBe('OK MODE json');
  if (name !== undefined) expect((await asksJson(guest, `HELLO ${name}`)).final).toMatchObject({ word: 'HELLO', name });
  return guest;
}

const OK = { t: 'string', word: 'string', tag: 'null', text: 'string' };
const ERR = { t: 'string', code: 'number', word: 'string', tag: 'null', text: 'string' };
const ROW = { t: 'string', text: 'string' };
const PAGE = { shown: 'number', total: 'number', more: 'boolean', page: 'number' };
const SONG = { song_id: 'number', artist: 'string', title: 'string' };
const QUEUED = {
  queue_id: 'number',
  position: 'number',
  wait_from_min: 'number',
  wait_to_min: 'number',
  repeated: 'boolean',
  ...SONG,
};

const ask = async (guest: TestGuest, line: string): Promise<Json> => (await asksJson(guest, line)).final;

describe('finals and rows', () => {
  test('MODE is answered in the old way, and holds from the next line on', async () => {
    await using guest = await program();
    expect(await ask(guest, 'MODE text')).toMatchObject({ t: 'ok', word: 'MODE', tag: null });
    expect((await guest.asks('PING')).final).toBe('OK PONG');
  });

  test('HELLO', async () => {
    await using ada = await program();
    const first = await ask(ada, 'HELLO Ada');
    expect(first).toMatchObject({ t: 'ok', word: 'HELLO', tag: null, name: 'Ada' });
    expect(typesOf(first)).toMatchObject({ ...OK, guest_id: 'number', code: 'string' });
    const again = await ask(ada, '#t HELLO Ada');
    expect(again).toMatchObject({ tag: 't', guest_id: first['guest_id'], code: null });
  });

  test('QUEUED, the queue, and a key repeated', async () => {
    await using bo = await program('Bo');
    const queued = await ask(bo, 'REQUEST key=k Toto - Africa');
    expect(queued).toMatchObject({ t: 'ok', word: 'QUEUED', artist: 'Toto', title: 'Africa', repeated: false });
    expect(typesOf(queued)).toMatchObject({ ...OK, ...QUEUED });
    expect(await ask(bo, 'REQUEST key=k Toto - Africa')).toMatchObject({
      word: 'QUEUED',
      queue_id: queued['queue_id'],
      repeated: true,
    });
    for (const line of ['QUEUE', 'MINE']) {
      const { rows, final } = await asksJson(bo, line);
      const mine = rows.find((row) => row['queue_id'] === queued['queue_id']);
      expect(mine).toMatchObject({
        t: 'row',
        singer: 'Bo',
        song_id: queued['song_id'],
        artist: 'Toto',
        title: 'Africa',
      });
      expect(typesOf(mine ?? {})).toMatchObject({
        ...ROW,
        ...SONG,
        queue_id: 'number',
        position: 'number',
        guest_id: 'number',
        singer: 'string',
        wait_from_min: 'number',
        wait_to_min: 'number',
      });
      expect(typesOf(final)).toMatchObject({ ...OK, shown: 'number' });
    }
    expect(typesOf(await ask(bo, 'QUEUE'))).toMatchObject({ ...OK, ...PAGE });
    expect(await ask(bo, `CANCEL ${String(queued['queue_id'])}`)).toMatchObject({
      word: 'CANCEL',
      queue_id: queued['queue_id'],
    });
  });

  test('WISHED and wishes', async () => {
    await using cy = await program('Cy');
    const wished = await ask(cy, 'REQUEST key=k Nobody - Unknown');
    expect(wished).toMatchObject({ word: 'WISHED', askers: 1, artist: 'Nobody', title: 'Unknown', repeated: false });
    expect(typesOf(wished)).toMatchObject({ ...OK, wish_id: 'number' });
    expect(await ask(cy, 'REQUEST key=k Nobody - Unknown')).toMatchObject({ word: 'WISHED', repeated: true });
    expect(await ask(cy, 'WISH First - Second - Third')).toMatchObject({ artist: 'First', title: 'Second - Third' });
    const { rows, final } = await asksJson(cy, 'WISHES');
    const row = { wish_id: wished['wish_id'], state: 'wanted', reason: null, song_id: null, artist: 'Nobody' };
    expect(rows).toContainEqual({ t: 'row', text: 'Nobody - Unknown', ...row, title: 'Unknown', wished: null });
    expect(final).toMatchObject({ word: 'WISHES', shown: 2 });
    expect(await ask(cy, 'WISH Third - One')).toMatchObject({ t: 'err', code: 552, word: 'LIMIT' });
    expect(await ask(cy, `UNWISH ${String(wished['wish_id'])}`)).toMatchObject({
      word: 'UNWISH',
      wish_id: wished['wish_id'],
    });
  });

  test('SEARCH, SONGS and HISTORY', async () => {
    await using guest = await program('Dee');
    for (const line of ['SEARCH queen', 'SONGS']) {
      const { rows, final } = await asksJson(guest, line);
      expect(typesOf(final)).toMatchObject({ ...OK, ...PAGE });
      expect(rows).not.toEqual([]);
      for (const row of rows) expect(typesOf(row)).toMatchObject({ ...ROW, ...SONG, duration_s: 'number' });
    }
    expect(await ask(guest, 'SEARCH size=1 queen')).toMatchObject({ shown: 1, total: 2, more: false, page: 1 });
    expect(typesOf(await ask(guest, 'HISTORY'))).toMatchObject({ ...OK, ...PAGE });
  });

  test('PONG, VERSION, HELP, WATCH, WHO and BYE', async () => {
    await using guest = await program();
    expect(typesOf(await ask(guest, 'PING'))).toMatchObject({ ...OK, now_ms: 'number' });
    expect(await ask(guest, 'VERSION')).toMatchObject({ word: 'VERSION' });
    expect(await ask(guest, 'WATCH all')).toMatchObject({ word: 'WATCH' });
    for (const line of ['HELP', 'WHO']) {
      const { rows, final } = await asksJson(guest, line);
      expect(final).toMatchObject({ word: line });
      for (const row of rows) expect(typesOf(row)).toMatchObject(ROW);
    }
    expect(await ask(guest, '#bye LEAVE')).toMatchObject({ t: 'ok', word: 'BYE', tag: 'bye' });
    await guest.closed();
  });

  test('refusals: code, word, tag, retry, text, and what they are about', async () => {
    await using eve = await program('Eve');
    await using other = await program('Flo');
    const queued = await ask(eve, 'REQUEST ABBA - Dancing Queen');
    const about = { queue_id: queued['queue_id'] };
    const refusals: readonly (readonly [TestGuest, string, Json])[] = [
      [eve, 'REQUEST ABBA - Dancing Queen', { code: 553, word: 'DUPLICATE', retry: null, ...about }],
      [eve, 'WISH ABBA - Dancing Queen', { code: 553, word: 'DUPLICATE', retry: null, song_id: queued['song_id'] }],
      [other, `CANCEL ${String(queued['queue_id'])}`, { code: 532, word: 'DENIED', retry: null, ...about }],
      [other, 'REQUEST 99999', { code: 550, word: 'NOT_FOUND', retry: null }],
      [other, 'HELLO Eve', { code: 531, word: 'NAME_TAKEN', retry: null, name: 'Eve', like: null, example: 'Eve K' }],
      [other, 'nonsense', { code: 502, word: 'UNKNOWN', retry: null }],
      [other, 'MODE', { code: 501, word: 'BAD_ARGUMENT', retry: null }],
      [other, 'SEARCH \u0007', { code: 505, word: 'ENCODING', retry: null }],
      [other, 'x'.repeat(1025), { code: 504, word: 'TOO_LONG', retry: null }],
    ];
    for (const [guest, line, expected] of refusals) {
      const final = await ask(guest, line);
      expect(final).toMatchObject({ t: 'err', tag: null, ...expected });
      expect(typesOf(final)).toMatchObject(ERR);
    }
    await other.asks('HELLO Third');
    await other.asks('HELLO Fourth');
    expect(await ask(other, '#n HELLO Fifth')).toMatchObject({ t: 'err', code: 429, tag: 'n', retry: 60 });
    await using nobody = await program();
    expect(await ask(nobody, '#w MINE')).toMatchObject({ t: 'err', code: 530, word: 'WHO', tag: 'w' });
  });

  test('UNSURE has its candidates as song rows', async () => {
    await using guest = await program('Gus');
    const { rows, final } = await asksJson(guest, 'REQUEST queen');
    expect(final).toMatchObject({ t: 'err', code: 551, word: 'UNSURE' });
    expect(rows).not.toEqual([]);
    for (const row of rows) expect(typesOf(row)).toMatchObject({ ...ROW, ...SONG, duration_s: 'number' });
  });
});

describe('NOW and events', () => {
  const TURN = {
    t: 'string',
    topic: 'string',
    text: 'string',
    queue_id: 'number',
    ...SONG,
    singer: 'string',
    with: 'null',
  };

  test('tell the whole way of a song', async () => {
    await using house = await startParty({ songs: [['Toto', 'Africa', 295]], settings: { PLAYER_GAP_SECONDS: 5 } });
    await using ada = await house.guest();
    await ada.asks('MODE json');
    await ada.asks('WATCH all');
    await ada.asks('HELLO Ada');
    const state = async (name: string): Promise<Json> => {
      for (;;) {
        const now = await hearsJson(ada, 'NOW');
        if (now['state'] === name) return now;
      }
    };
    const now = await ask(ada, 'NOW');
    expect(typesOf(now)).toMatchObject({
      ...OK,
      state: 'string',
      queue_id: 'null',
      singer: 'null',
      position_ms: 'number',
      duration_ms: 'number',
      at_ms: 'number',
      ...SONG,
    });
    const queued = await ask(ada, 'REQUEST 1');
    const id = queued['queue_id'];
    const next = await hearsJson(ada, 'NEXT');
    expect(next).toMatchObject({ queue_id: id, artist: 'Toto', title: 'Africa' });
    expect(typesOf(next)).toEqual(TURN);
    await house.order('skip');
    const turn = await hearsJson(ada, 'TURN');
    expect(turn).toMatchObject({ queue_id: id });
    expect(typesOf(turn)).toEqual(TURN);
    const between = await state('between');
    expect(between).toMatchObject({ queue_id: id, singer: 'Ada', song_id: 1, duration_ms: 295_000 });
    expect(between['position_ms']).toBeLessThanOrEqual(0);
    const playing = await state('playing');
    expect(playing).toMatchObject({ queue_id: id, singer: 'Ada', artist: 'Toto', title: 'Africa' });
    expect(typesOf(playing)).toMatchObject({ position_ms: 'number', duration_ms: 'number', at_ms: 'number' });
    await house.order('pause');
    expect(await state('paused')).toMatchObject({ queue_id: id });
    expect(await ask(ada, 'NOW')).toMatchObject({ state: 'paused' });
    const waiting = await ask(ada, 'REQUEST 1');
    expect(waiting).toMatchObject({ word: 'QUEUED', wait_from_min: null, wait_to_min: null });
    expect(typesOf(await hearsJson(ada, 'QUEUE'))).toMatchObject({ t: 'string', topic: 'string', text: 'string' });
    const wish = await ask(ada, 'WISH Queen - Innuendo');
    await house.order('refuse', String(wish['wish_id']), 'not', 'here');
    expect(await hearsJson(ada, 'REFUSED')).toEqual({
      t: 'event',
      topic: 'REFUSED',
      text: 'not here',
      wish_id: wish['wish_id'],
      reason: 'not here',
      artist: 'Queen',
      title: 'Innuendo',
    });
    const other = await ask(ada, 'WISH Toto - Rosanna');
    await house.order('found', String(other['wish_id']), '1');
    expect(await hearsJson(ada, 'FOUND')).toMatchObject({ wish_id: other['wish_id'], song_id: 1, artist: 'Toto' });
    await house.order('say', 'hello "all"');
    expect(await hearsJson(ada, 'SAY')).toEqual({ t: 'event', topic: 'SAY', text: 'hello "all"' });
    await house.order('party', 'end');
    expect(await hearsJson(ada, 'BYE')).toMatchObject({ reason: 'party-over' });
    await ada.closed();
    expect(ada.transcript.slice(2).filter((line) => !line.startsWith('{"t":'))).toEqual([]);
  });

  test('silence has no song', async () => {
    await using house = await startParty({ flags: ['--no-party'] });
    await using ada = await house.guest();
    await ada.asks('MODE json');
    expect(await ask(ada, 'NOW')).toMatchObject({ word: 'NOW', state: 'silence', queue_id: null, singer: null });
  });

  test('a BYE is JSON as well when the session process can no longer say it, and is said once', async () => {
    await using house = await startParty({ songs: SONGS });
    await using ada = await house.named('Ada');
    await using bo = await house.named('Bo');
    await ada.asks('MODE json');
    // The host learns of the mode by message; this answer comes after it was sent.
    await ada.asks('PING');
    for (const pid of house.pids('session')) process.kill(pid, 'SIGKILL');
    await Promise.all([ada.closed(), bo.closed()]);
    const byes = ada.transcript.filter((line) => line.includes('BYE')).map((line) => JSON.parse(line) as Json);
    expect(byes).toEqual([expect.objectContaining({ t: 'event', topic: 'BYE', reason: 'session-lost' })]);
    expect(bo.count(/^\* BYE session-lost \S/)).toBe(1);
    await using back = await house.named('Cy');
    expect((await back.asks('PING')).final).toBe('OK PONG');
  });
});
