import { describe, expect, test } from '@jest/globals';
import type { ConversationStore } from '../../../src/guest/answer.ts';
import type { Party, Song } from '../../../src/party/model.ts';
import { StoreBusy, StoreUnwritable } from '../../../src/store/errors.ts';
import type { Evening, HelloAsked, HelloOutcome, RequestOutcome, TakeBackOutcome } from '../../../src/store/guests.ts';
import type { WishNews } from '../../../src/store/news.ts';
import { hourOf } from '../../../src/protocol/words.ts';
import { converse, storeThat } from './fakes.ts';

const party: Party = { id: 3, name: "Friday at Tosho's", startedAtMs: 0, endedAtMs: null, closingAtMs: null };
const queen: Song = { id: 731, artist: 'Queen', title: 'Bohemian Rhapsody', durationS: 354, popularity: 90 };
const ada = { id: 12, name: 'Ada' };
const wasHere: WishNews = {
  serial: 8,
  wishId: 5,
  guestId: 12,
  state: 'found',
  reason: null,
  songId: 902,
  artist: 'Щурците',
  title: 'Вкусът на времето',
  wished: null,
};
const queued: RequestOutcome = {
  is: 'queued',
  entryId: 17,
  song: queen,
  position: 6,
  wait: { fromMin: 21, toMin: 27 },
  tooLateFor: null,
  repeated: false,
  alsoAskedBy: [],
  partner: null,
  partnerIsKnown: false,
  heldBy: null,
  state: 'waiting',
};
const wished: RequestOutcome = {
  is: 'wished',
  wishId: 5,
  artist: 'Щурците',
  title: 'Вкусът на времето',
  askers: 1,
  repeated: false,
  refusedBefore: null,
  state: 'wanted',
};
const house: Partial<ConversationStore> = {
  door: async () => ({ party, waiting: 5 }),
  lastWishSerial: async () => 7,
  hello: async () => ({ is: 'new', guest: ada, code: '7KQ4M2' }),
};
const here = (more: Partial<ConversationStore>) => storeThat({ ...house, ...more });
const answering = async (outcome: RequestOutcome): Promise<string> => {
  const guest = await converse(here({ request: async () => outcome }));
  await guest.says('HELLO Ada');
  return (await guest.says('REQUEST queen')).join('\n');
};

describe('a visit', () => {
  test('reads as the protocol tells it', async () => {
    const request = async ({ what }: { what: object }): Promise<RequestOutcome> =>
      'text' in what && what.text === 'queen - bohemian rhapsody' ? queued : wished;
    const guest = await converse(here({ request }));
    expect(guest.hears()).toEqual(["OK KARAOKE/1 Friday at Tosho's: 12 connected, 5 songs waiting. Type HELP"]);
    expect(await guest.says('hello Ada')).toEqual([
      'OK HELLO guest=12 code=7KQ4M2 Welcome, Ada! Next time say: HELLO Ada 7KQ4M2',
    ]);
    expect(await guest.says('request queen - bohemian rhapsody')).toEqual([
      'OK QUEUED 17 song=731 position=6 wait=21-27 Queen - Bohemian Rhapsody',
    ]);
    expect(await guest.says('request Щурците - Вкусът на времето')).toEqual([
      'OK WISHED 5 askers=1 Щурците - Вкусът на времето is not here yet; the DJ has been asked',
    ]);
    const song = { id: 731, artist: 'Queen', title: 'Bohemian Rhapsody' };
    guest.conversation.tell({ topic: 'NEXT', entryId: 17, singer: 'Ada', partner: null, song });
    guest.conversation.tell({ topic: 'TURN', entryId: 17, singer: 'Ada', partner: null, song });
    expect(guest.hears()).toEqual([
      '* NEXT 17 Queen - Bohemian Rhapsody: you are up after this song',
      '* TURN 17 Queen - Bohemian Rhapsody: the microphone is yours',
    ]);
    expect(await guest.says('leave\nNOW')).toEqual(['OK BYE See you, Ada']);
    expect(guest.closes).toBe(1);
    expect(guest.hints).toEqual(['queue', 'queue', 'wishes']);
    expect(guest.defects).toEqual([]);
  });

  test('a week later begins with what was found, marked as told once it was handed on', async () => {
    const marked: unknown[] = [];
    const guest = await converse(
      here({
        hello: async () => ({ is: 'back', guest: ada, rows: [{ kind: 'wish', ...wasHere }], away: false }),
        markTold: async (told) => {
          marked.push(...told);
        },
      }),
    );
    guest.stuck = true;
    await guest.says('HELLO Ada 7KQ4M2');
    expect(marked).toEqual([]);
    guest.stuck = false;
    expect(await guest.says('hello Ada 7KQ4M2')).toEqual([
      '| 5 found song=902 Щурците - Вкусът на времето',
      'OK HELLO guest=12 Welcome back, Ada! 1 of your wishes is here. Say: REQUEST 902',
    ]);
    expect(marked).toMatchObject([{ wishId: 5, guestId: 12, serial: 8 }]);
    expect(guest.conversation.heardUpTo).toBe(8);
  });
});

describe('a conversation', () => {
  test('greets when no party is on', async () => {
    const guest = await converse(here({ door: async () => ({ party: null, waiting: 0 }) }));
    expect(guest.hears()).toEqual(['OK KARAOKE/1 No party is on. You can still SEARCH and WISH. Type HELP']);
    expect(guest.conversation.greeted).toEqual({ partyId: null, atMs: 1_000 });
  });

  test('greets even when the house is busy', async () => {
    const guest = await converse(here({ door: async () => Promise.reject(new StoreBusy('locked')) }));
    expect(guest.hears()).toEqual(['OK KARAOKE/1 Welcome: 12 connected. Type HELP']);
  });

  test.each(['REQUEST 1', 'WISH a - b', 'MINE', 'CANCEL 1', 'WISHES', 'UNWISH 1', 'HISTORY'])(
    'asks for a name first: %s',
    async (line) => {
      const guest = await converse(here({}));
      expect(await guest.says(line)).toEqual(['ERR 530 WHO say HELLO <your name> first']);
    },
  );

  test.each([
    ['busy', new StoreBusy('locked'), /^ERR #t 450 BUSY retry=1 /, 0],
    ['full', new StoreUnwritable('full'), /^ERR #t 452 STORAGE retry=30 /, 0],
    ['wrong', new TypeError('a bug'), /^ERR #t 599 INTERNAL /, 1],
  ])('stays when the store is %s', async (_how, error, line, defects) => {
    const guest = await converse(here({ nowPlaying: async () => Promise.reject(error) }));
    expect((await guest.says('#t NOW'))[0]).toMatch(line);
    expect(guest.defects).toHaveLength(defects);
    expect(await guest.says('PING')).toEqual(['OK PONG']);
  });

  test('speaks JSON from the line after the one that asked for it, and back', async () => {
    const guest = await converse(here({}));
    expect(await guest.says('MODE json\n#1 PING\nMODE text\nPING')).toEqual([
      'OK MODE json',
      '{"t":"ok","word":"PONG","tag":"1","text":"","now_ms":1000}',
      '{"t":"ok","word":"MODE","tag":null,"text":"","mode":"text"}',
      'OK PONG',
    ]);
    expect(guest.speeches).toEqual(['json', 'text']);
  });

  test('says goodbye exactly once, and nothing after it', async () => {
    const guest = await converse(here({}));
    guest.conversation.bye('restarting');
    guest.conversation.bye('party-over');
    guest.conversation.tell({ topic: 'SAY', text: 'late' });
    guest.conversation.lagged(3);
    expect(await guest.conversation.hear({ is: 'line', text: 'PING' })).toBe('closed');
    expect(guest.writes.slice(1)).toEqual([expect.stringMatching(/^\* BYE restarting /)]);
    expect(guest.closes).toBe(1);
  });

  test('says goodbye once though an answer was still awaited', async () => {
    const door = Promise.withResolvers<{ readonly connections: number; guests: []; singers: [] }>();
    const guest = await converse(here({ who: () => door.promise }));
    const answered = guest.conversation.hear({ is: 'line', text: 'WHO' });
    guest.conversation.bye('party-over');
    door.resolve({ connections: 1, guests: [], singers: [] });
    expect(await answered).toBe('closed');
    expect(guest.writes.slice(1)).toEqual([expect.stringMatching(/^\* BYE party-over /)]);
  });

  test('ends with one refusal for what is not our language', async () => {
    const browser = await converse(here({}));
    expect(await browser.says('GET / HTTP/1.1\r\nHost: x\r\n\r')).toEqual([expect.stringMatching(/^ERR 500 SYNTAX /)]);
    expect(browser.closes).toBe(1);
    const flood = await converse(here({}));
    expect(await flood.says('a'.repeat(70_000))).toEqual([
      expect.stringMatching(/^ERR 504 TOO_LONG /),
      expect.stringMatching(/^\* BYE protocol /),
    ]);
    expect(flood.closes).toBe(1);
  });

  test('answers once even when the hint breaks', async () => {
    const guest = await converse(here({ request: async () => queued }), {
      hint: () => {
        throw new Error('no host');
      },
    });
    expect(await guest.says('HELLO Ada')).toEqual([expect.stringMatching(/^OK HELLO /)]);
    expect(guest.defects).toHaveLength(1);
  });
});

describe('who speaks', () => {
  test('is said with HELLO, and again by another', async () => {
    const asked: HelloAsked[] = [];
    const names = [ada, { id: 13, name: 'Bo' }];
    const guest = await converse(
      here({
        hello: async (each): Promise<HelloOutcome> => {
          asked.push(each);
          return { is: 'back', guest: names[asked.length - 1] ?? ada, rows: [], away: true };
        },
      }),
    );
    await guest.says('HELLO Ada');
    await guest.says('HELLO key=k1 code=ABC123 Bo');
    expect(asked).toMatchObject([
      { words: 'Ada', code: null, key: null, as: null, remote: '192.0.2.1', connection: { epoch: 1, seat: 1 } },
      { words: 'Bo', code: 'ABC123', key: 'k1', as: 12 },
    ]);
    expect(guest.conversation.guest?.name).toBe('Bo');
    expect(await guest.says('LEAVE')).toEqual(['OK BYE See you, Bo']);
  });

  test('may make three new names a minute', async () => {
    let now = 100_000;
    const may: boolean[] = [];
    const hello = async ({ mayMakeNew }: HelloAsked): Promise<HelloOutcome> => {
      may.push(mayMakeNew);
      return mayMakeNew ? { is: 'new', guest: ada, code: '7KQ4M2' } : { is: 'too-many-new-names', of: 'connection' };
    };
    const guest = await converse(here({ hello }), { now: () => now });
    for (const name of ['A', 'B', 'C', 'D']) await guest.says(`HELLO ${name}`);
    expect(may).toEqual([true, true, true, false]);
    expect((await guest.says('HELLO E'))[0]).toMatch(/^ERR 429 SLOW_DOWN retry=60 /);
    now += 60_001;
    expect((await guest.says('HELLO E'))[0]).toMatch(/^OK HELLO/);
  });

  test.each([
    [
      { is: 'taken', name: 'Ada', example: 'Ada K' },
      "ERR 531 NAME_TAKEN Ada is somebody else's name here. Say HELLO Ada <code>, or another name, for example HELLO Ada K",
    ],
    [
      { is: 'too-many-wrong-codes', name: 'Ada' },
      'ERR 429 SLOW_DOWN retry=60 too many wrong codes for Ada; wait a minute',
    ],
    [
      { is: 'too-many-new-names', of: 'address' },
      'ERR 429 SLOW_DOWN retry=60 60 new names a minute from one address are enough',
    ],
    [{ is: 'bad-name', why: 'too long' }, 'ERR 501 BAD_ARGUMENT name: too long'],
  ] satisfies readonly (readonly [HelloOutcome, string])[])('may be refused: %j', async (outcome, line) => {
    const guest = await converse(here({ hello: async () => outcome }));
    expect(await guest.says('HELLO Ada')).toEqual([line]);
    expect(guest.conversation.guest).toBeNull();
  });

  test('hears what is theirs after HELLO, unless WATCH said otherwise', async () => {
    const guest = await converse(here({}));
    expect(guest.conversation.watch).toBe('none');
    await guest.says('HELLO Ada');
    expect(guest.conversation.watch).toBe('mine');
    const watcher = await converse(here({}));
    expect(await watcher.says('watch ALL')).toEqual(['OK WATCH all']);
    await watcher.says('HELLO Ada');
    expect(watcher.conversation.watch).toBe('all');
  });
});

describe('asking for a song', () => {
  test.each([
    [{ ...queued, wait: null }, 'OK QUEUED 17 song=731 position=6 wait=? Queen - Bohemian Rhapsody'],
    [
      { ...queued, alsoAskedBy: ['Bo'] },
      'OK QUEUED 17 song=731 position=6 wait=21-27 Queen - Bohemian Rhapsody (Bo asked for it too)',
    ],
    [
      { ...queued, partner: 'Bo', partnerIsKnown: true },
      'OK QUEUED 17 song=731 position=6 wait=21-27 Queen - Bohemian Rhapsody (Ada & Bo)',
    ],
    [
      { ...queued, partner: 'Bo' },
      'OK QUEUED 17 song=731 position=6 wait=21-27 Queen - Bohemian Rhapsody (Ada & Bo) (nobody here is called Bo yet)',
    ],
    [
      { ...queued, wait: null, heldBy: 'Ada' },
      'OK QUEUED 17 song=731 position=6 wait=? Queen - Bohemian Rhapsody (you are away; say BACK to be called)',
    ],
    [
      { ...queued, wait: null, partner: 'Bo', partnerIsKnown: true, heldBy: 'Bo' },
      'OK QUEUED 17 song=731 position=6 wait=? Queen - Bohemian Rhapsody (Ada & Bo) (Bo is away; it is called after BACK)',
    ],
    [
      { ...queued, repeated: true },
      'OK QUEUED 17 song=731 position=6 wait=21-27 repeated=yes Queen - Bohemian Rhapsody',
    ],
    [
      { ...queued, repeated: true, state: 'sung', position: null, wait: null },
      'OK QUEUED 17 song=731 position=? wait=? repeated=yes state=sung Queen - Bohemian Rhapsody',
    ],
    [
      { ...wished, askers: 2, refusedBefore: 'not on disc' },
      'OK WISHED 5 askers=2 Щурците - Вкусът на времето is not here yet; the DJ has been asked again; the answer was: not on disc',
    ],
    [
      { is: 'unsure', candidates: [queen] },
      '| 731 Queen - Bohemian Rhapsody 5:54\nERR 551 UNSURE is it this one? Say: REQUEST 731',
    ],
    [
      { is: 'unsure', candidates: [queen, { ...queen, id: 732 }] },
      '| 731 Queen - Bohemian Rhapsody 5:54\n| 732 Queen - Bohemian Rhapsody 5:54\nERR 551 UNSURE which one? Say REQUEST and its number, for example: REQUEST 731',
    ],
    [{ is: 'not-found' }, 'ERR 550 NOT_FOUND Say artist - title and the DJ will look for it'],
    [{ is: 'no-such-song', songId: 9 }, 'ERR 550 NOT_FOUND there is no song 9; SEARCH finds songs by their words'],
    [
      { is: 'duplicate-entry', entryId: 17, song: queen },
      'ERR 553 DUPLICATE you wait for Queen - Bohemian Rhapsody already; it is 17',
    ],
    [{ is: 'duplicate-song', song: queen }, 'ERR 553 DUPLICATE Queen - Bohemian Rhapsody is here. Say: REQUEST 731'],
    [
      { is: 'queue-limit', limit: 3 },
      'ERR 552 LIMIT you have 3 in the line, as many as one guest may; sing, or CANCEL one',
    ],
    [{ is: 'wish-limit', limit: 100 }, 'ERR 552 LIMIT you have 100 open wishes, as many as one guest may; UNWISH one'],
    [{ is: 'no-party' }, 'ERR 554 NO_PARTY no party is on. You can still SEARCH and WISH'],
    [
      { is: 'too-late', closingAtMs: 91_000, song: queen, wait: { fromMin: 0, toMin: 1 } },
      `ERR 555 TOO_LATE the party ends in 1:30 minutes, at ${hourOf(91_000)}; Queen - Bohemian Rhapsody would not fit: it would be up in 0-1 min and lasts 5:54`,
    ],
    [
      { is: 'bad-partner', why: 'A duet is sung with somebody else.' },
      'ERR 501 BAD_ARGUMENT with: A duet is sung with somebody else.',
    ],
    [
      { is: 'partner-looks-like', name: 'Сара', like: 'Capa' },
      'ERR 531 NAME_TAKEN Сара looks like Capa, who is somebody else here. If you mean them, say with="Capa"',
    ],
  ] satisfies readonly (readonly [RequestOutcome, string])[])('is answered: %j', async (outcome, lines) => {
    expect(await answering(outcome)).toBe(lines);
  });

  test('says in JSON what it is a duplicate of', async () => {
    const duplicate: RequestOutcome = { is: 'duplicate-entry', entryId: 17, song: queen };
    const guest = await converse(here({ request: async () => duplicate }));
    await guest.says('HELLO Ada\nMODE json');
    expect(JSON.parse((await guest.says('REQUEST 731')).join())).toMatchObject({ code: 553, queue_id: 17 });
  });

  test('as a wish needs artist and title', async () => {
    const guest = await converse(here({ wish: async () => ({ is: 'not-found' }) }));
    await guest.says('HELLO Ada');
    expect((await guest.says('WISH queen'))[0]).toMatch(/^ERR 501 BAD_ARGUMENT .*<artist> - <title>/);
  });
});

describe('taking back', () => {
  test.each([
    [{ is: 'done', artist: 'Queen', title: 'Innuendo' }, 'OK CANCEL 17 Queen - Innuendo is out of the line'],
    [{ is: 'unknown' }, 'ERR 550 NOT_FOUND there is no 17 in the line; MINE lists yours'],
    [{ is: 'not-yours', owner: 'Bo' }, 'ERR 532 DENIED 17 belongs to Bo'],
    [{ is: 'too-late', state: 'singing' }, 'ERR 550 NOT_FOUND 17 no longer waits: it is being sung'],
  ] satisfies readonly (readonly [TakeBackOutcome, string])[])('is answered: %j', async (outcome, line) => {
    const guest = await converse(here({ cancel: async () => outcome }));
    await guest.says('HELLO Ada');
    expect(await guest.says('CANCEL 17')).toEqual([line]);
    expect(guest.hints).toEqual(outcome.is === 'done' ? ['queue', 'queue'] : ['queue']);
  });
});

describe('PARTY', () => {
  const evening = (on: Party | null, more: Partial<Evening> = {}) =>
    here({ evening: async () => ({ party: on, waiting: 1, connected: 12, said: null, ended: null, ...more }) });

  test('says which, since when and until when', async () => {
    const on = { ...party, startedAtMs: 3_600_000, closingAtMs: 7_200_000 };
    const guest = await converse(evening(on));
    const [since, until] = [hourOf(3_600_000), hourOf(7_200_000)];
    expect(await guest.says('PARTY')).toEqual([
      `OK PARTY on Friday at Tosho's since ${since}, until ${until}: 1 song waiting, 12 connected`,
    ]);
    await guest.says('MODE json');
    expect(JSON.parse((await guest.says('PARTY')).join())).toMatchObject({
      on: true,
      name: "Friday at Tosho's",
      started_at_ms: 3_600_000,
      closing_at_ms: 7_200_000,
      waiting: 1,
      connected: 12,
    });
  });

  test('says that there is none', async () => {
    const guest = await converse(evening(null));
    expect(await guest.says('PARTY')).toEqual(['OK PARTY off no party is on: 12 connected']);
    await guest.says('MODE json');
    const nothing = { on: false, name: null, started_at_ms: null, closing_at_ms: null };
    const never = { said: null, said_at_ms: null, ended_name: null, ended_at_ms: null };
    expect(JSON.parse((await guest.says('PARTY')).join())).toMatchObject({ ...nothing, ...never });
  });

  test('tells a program what was said and what has ended a moment ago', async () => {
    const guest = await converse(
      evening(null, { said: { text: 'Good\nnight', atMs: 7 }, ended: { ...party, endedAtMs: 9 } }),
    );
    await guest.says('MODE json');
    const told = { said: 'Good night', said_at_ms: 7, ended_name: "Friday at Tosho's", ended_at_ms: 9 };
    expect(JSON.parse((await guest.says('PARTY')).join())).toMatchObject(told);
  });
});
