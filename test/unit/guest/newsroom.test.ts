import { describe, expect, test } from '@jest/globals';
import { openNewsroom } from '../../../src/guest/newsroom.ts';
import type { Newsroom } from '../../../src/guest/newsroom.ts';
import type { NowPlaying, Party, Song } from '../../../src/party/model.ts';
import { StoreBusy } from '../../../src/store/errors.ts';
import type { Called, GuestOrder, NotNext, Pulse, WishNews } from '../../../src/store/news.ts';
import { converse, storeThat } from './fakes.ts';
import type { Told } from './fakes.ts';

const africa: Song = { id: 40, artist: 'Toto', title: 'Africa', durationS: 295, popularity: 80 };
const friday: Party = { id: 3, name: 'Friday', startedAtMs: 0, endedAtMs: null, closingAtMs: null };
type Turn = Exclude<NowPlaying, { state: 'silence' }>;
const turn: Turn = {
  state: 'between',
  playId: 1,
  entryId: 18,
  guestId: 2,
  singer: 'Bo',
  partner: null,
  song: africa,
  positionMs: -15_000,
  durationMs: 295_000,
  atMs: 1_000,
};
/** Ada's, called 19. */
const innuendo: Called = {
  entryId: 19,
  songId: 41,
  artist: 'Queen',
  title: 'Innuendo',
  singer: 'Ada',
  partner: null,
  singers: [1],
};
const waits: NotNext = { why: 'displaced', who: null, by: [] };
const silence: NowPlaying = { state: 'silence', why: 'nothing-to-play', atMs: 0 };
const found = (serial: number, guestId: number): WishNews => ({
  serial,
  wishId: 5,
  guestId,
  state: 'found',
  reason: null,
  songId: 902,
  artist: 'Щурците',
  title: 'Вкусът',
  wished: null,
});

const GUESTS = ['nobody', 'Ada', 'Bo', 'Cy', 'Dot'];

/** A house whose facts a test changes by hand; `moved` is what a committed transaction does to the pulse. */
function openHouse() {
  const facts = {
    pulse: { queue: 0, song: 0, orders: 0, wishes: 0, party: 0, catalogue: 0 } as Pulse,
    now: silence,
    singers: [2] as number[],
    next: null as Called | null,
    /** What became of an entry that is not next any more; it waits, unless something is said here. */
    became: {} as Record<number, NotNext | null>,
    party: { on: friday as Party | null, lastEnded: null as Party | null },
    waitingCount: 4,
    orders: [] as GuestOrder[],
    wishes: [] as WishNews[],
    told: [] as { wishId: number; guestId: number; serial: number }[],
    clockMs: 1_000,
    changed: false,
    timers: [] as { ms: number; run: () => void }[],
    reads: 0,
    defects: [] as unknown[],
    failing: null as Error | null,
  };
  const store = storeThat({
    door: async () => ({ party: facts.party.on, waiting: facts.waitingCount }),
    hello: async ({ words }) => ({
      is: 'back',
      guest: { id: GUESTS.indexOf(words), name: words },
      rows: [],
      away: false,
    }),
    changed: () => facts.changed,
    pulse: async () => {
      facts.reads += 1;
      return facts.pulse;
    },
    stage: async () => {
      if (facts.failing) throw facts.failing;
      return { now: facts.now, singers: facts.now.state === 'silence' ? [] : facts.singers, next: facts.next };
    },
    whyNotNext: async (entryId) => (entryId in facts.became ? (facts.became[entryId] ?? null) : waits),
    party: async () => facts.party,
    waitingCount: async () => facts.waitingCount,
    lastOrderId: async () => facts.orders.at(-1)?.id ?? 0,
    guestOrdersAfter: async (id) => facts.orders.filter((order) => order.id > id),
    lastWishSerial: async () => facts.wishes.at(-1)?.serial ?? 0,
    wishNewsAfter: async (serial, ids) => facts.wishes.filter((n) => n.serial > serial && ids.includes(n.guestId)),
    markTold: async (told) => {
      facts.told.push(...told);
    },
  });
  const open = (): Promise<Newsroom> =>
    openNewsroom({
      store,
      now: () => facts.clockMs,
      later: (ms, run) => facts.timers.push({ ms, run }),
      defect: (error) => facts.defects.push(error),
    });
  const moved = (...subjects: (keyof Pulse)[]): void => {
    for (const subject of subjects) facts.pulse = { ...facts.pulse, [subject]: facts.pulse[subject] + 1 };
  };
  /** Somebody in the newsroom's audience, who has said these lines and heard the answers. */
  const comes = async (newsroom: Newsroom, ...lines: string[]): Promise<Told> => {
    const guest = await converse(store, { now: () => facts.clockMs });
    newsroom.join(guest.conversation);
    for (const line of lines) await guest.says(line);
    guest.hears();
    return guest;
  };
  return { facts, open, moved, comes };
}

describe('the music', () => {
  test('is told to those who watch all, at every change and only then', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const watcher = await comes(newsroom, 'WATCH all');
    const ada = await comes(newsroom, 'HELLO Ada');
    const plays = async (now: NowPlaying): Promise<readonly string[]> => {
      facts.now = now;
      moved('song');
      await newsroom.look();
      return watcher.hears();
    };
    expect(await plays(turn)).toEqual(['* NOW between 18 Toto - Africa (Bo) in 0:15']);
    expect(await plays({ ...turn, atMs: 6_000, positionMs: -10_000 })).toEqual([]);
    const playing: Turn = { ...turn, state: 'playing', atMs: 16_000, positionMs: 0 };
    expect(await plays(playing)).toEqual(['* NOW 18 Toto - Africa (Bo) 0:00/4:55']);
    expect(await plays({ ...playing, atMs: 26_000, positionMs: 10_000 })).toEqual([]);
    const paused: Turn = { ...turn, state: 'paused', atMs: 36_000, positionMs: 20_000 };
    expect(await plays(paused)).toEqual(['* NOW 18 Toto - Africa (Bo) 0:20/4:55 paused']);
    expect(await plays({ ...paused, atMs: 99_000 })).toEqual([]);
    const resumed: Turn = { ...playing, atMs: 100_000, positionMs: 20_000 };
    expect(await plays(resumed)).toEqual(['* NOW 18 Toto - Africa (Bo) 0:20/4:55']);
    expect(await plays({ ...resumed, atMs: 110_000, positionMs: 0 })).toEqual([
      '* NOW 18 Toto - Africa (Bo) 0:00/4:55',
    ]);
    expect(await plays(silence)).toEqual([expect.stringMatching(/^\* NOW silence /)]);
    expect(ada.hears()).toEqual([]);
  });

  test('calls the guest whose turn begins, once, and announces the next', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const ada = await comes(newsroom, 'HELLO Ada');
    const bo = await comes(newsroom, 'HELLO Bo');
    const boToo = await comes(newsroom, 'HELLO Bo', 'WATCH none');
    facts.now = turn;
    facts.next = innuendo;
    moved('song');
    await newsroom.look();
    expect(bo.hears()).toEqual(['* TURN 18 Toto - Africa: the microphone is yours']);
    expect(ada.hears()).toEqual(['* NEXT 19 Queen - Innuendo: you are up after this song']);
    facts.now = { ...turn, state: 'playing', positionMs: 0, atMs: 16_000 };
    moved('song');
    await newsroom.look();
    expect([...ada.hears(), ...bo.hears(), ...boToo.hears()]).toEqual([]);
  });

  test('that played before is known, not news, but who comes then hears that it is their turn', async () => {
    const { facts, open, comes } = openHouse();
    facts.now = turn;
    facts.next = { ...innuendo, singer: 'Bo', singers: [2] };
    facts.wishes = [found(1, 2)];
    facts.orders = [{ id: 1, atMs: 5_000, verb: 'kick', guestId: 2, by: null, text: '' }];
    const newsroom = await open();
    const bo = await comes(newsroom, 'WATCH all', 'HELLO Bo');
    await newsroom.look();
    expect(bo.hears()).toEqual([
      '* TURN 18 Toto - Africa: the microphone is yours',
      '* NEXT 19 Queen - Innuendo: you are up after this song',
    ]);
    await newsroom.look();
    expect(bo.hears()).toEqual([]);
  });
});

describe('a promise of the next song', () => {
  const next19 = '* NEXT 19 Queen - Innuendo: you are up after this song';
  const later19 = '* LATER 19 Queen - Innuendo: somebody goes before you; you will be called again';
  const bos: Called = { ...innuendo, entryId: 20, title: 'Innuendo II', singer: 'Bo', singers: [2] };
  const next20 = '* NEXT 20 Queen - Innuendo II: you are up after this song';

  /** Cy sings, Ada was told to be ready; `becomes` is what the store says next, and what Ada, Bo and Cy hear of it. */
  async function told() {
    const house = openHouse();
    house.facts.now = { ...turn, guestId: 3, singer: 'Cy' };
    house.facts.singers = [3];
    const newsroom = await house.open();
    const [ada, bo, cy] = [
      await house.comes(newsroom, 'HELLO Ada'),
      await house.comes(newsroom, 'HELLO Bo'),
      await house.comes(newsroom, 'HELLO Cy'),
    ];
    await newsroom.poll();
    expect(cy.hears()).toEqual(['* TURN 18 Toto - Africa: the microphone is yours']);
    const becomes = async (facts: Partial<typeof house.facts>) => {
      Object.assign(house.facts, facts);
      house.moved('song');
      await newsroom.look();
      return [ada.hears(), bo.hears(), cy.hears()];
    };
    expect(await becomes({ next: innuendo })).toEqual([[next19], [], []]);
    return { ...house, newsroom, ada, becomes };
  }

  test('is taken back when somebody else is next while it still waits', async () => {
    const { becomes } = await told();
    expect(await becomes({ next: bos })).toEqual([[later19], [next20], []]);
  });

  test('is not taken back from who cancelled, said AWAY, or is on the stage', async () => {
    for (const why of ['cancelled', 'away'] as const) {
      const gone = await told();
      expect(await gone.becomes({ next: bos, became: { 19: { why, who: 'Ada', by: [1] } } })).toEqual([
        [],
        [next20],
        [],
      ]);
    }
    const sings = await told();
    const now = { ...turn, playId: 2, entryId: 21, guestId: 1, singer: 'Ada' };
    expect((await sings.becomes({ now, singers: [1], next: bos }))[0]).toEqual([
      '* TURN 21 Toto - Africa: the microphone is yours',
    ]);
  });

  test.each([
    ['away', 'Bo', 'Bo is away; you will be called again after BACK'],
    ['cancelled', 'Bo', 'Bo has taken it back; you will not be called for it'],
    ['removed', null, 'the DJ has taken it out of the line; you will not be called for it'],
  ] as const)('is taken back with its reason, %s, also when nobody follows', async (why, who, words) => {
    const { becomes } = await told();
    const became = { 19: { why, who, by: [2] } };
    expect(await becomes({ next: null, became })).toEqual([[`* LATER 19 Queen - Innuendo: ${words}`], [], []]);
    expect(await becomes({})).toEqual([[], [], []]);
    // Announced again it is news, since it did not hold.
    expect(await becomes({ next: innuendo })).toEqual([[next19], [], []]);
  });

  test('is kept when it is called, or over with the party', async () => {
    const { becomes } = await told();
    expect(await becomes({ next: bos, became: { 19: null } })).toEqual([[], [next20], []]);
  });

  test('is told to who comes while it holds, on each connection once', async () => {
    const { newsroom, comes, becomes, facts } = await told();
    const [adaAgain, deaf] = [await comes(newsroom, 'HELLO Ada'), await comes(newsroom, 'HELLO Ada', 'WATCH none')];
    await newsroom.poll();
    expect([adaAgain.hears(), deaf.hears()]).toEqual([[next19], []]);
    await deaf.says('WATCH mine');
    await newsroom.poll();
    expect(deaf.hears()).toEqual([next19]);
    facts.changed = true;
    await newsroom.poll();
    expect([...(await becomes({})), adaAgain.hears(), deaf.hears()].flat()).toEqual([]);
    // The same connection, somebody else: what was said to Ada was not said to Bo.
    await adaAgain.says('HELLO Bo');
    expect(await becomes({ next: { ...bos, entryId: 19 } })).toEqual([[], [expect.any(String)], []]);
    expect(adaAgain.hears()).toHaveLength(1);
  });

  test('is told to a partner whose name becomes known', async () => {
    const { newsroom, comes, facts } = await told();
    facts.next = { ...innuendo, partner: 'Dot', singers: [1, 4] };
    const dot = await comes(newsroom, 'HELLO Dot');
    await newsroom.poll();
    expect(dot.hears()).toEqual(['* NEXT 19 Queen - Innuendo (Ada & Dot): you are up after this song']);
  });

  test('is only changed to the other song when the same guest has swapped two', async () => {
    const { becomes } = await told();
    const other = { ...innuendo, entryId: 22, title: 'Other' };
    expect(await becomes({ next: other })).toEqual([['* NEXT 22 Queen - Other: you are up after this song'], [], []]);
  });

  test('of a duet is told to both, and a swap for a song alone displaces the other', async () => {
    const { becomes } = await told();
    const duet = { ...innuendo, entryId: 23, partner: 'Bo', singers: [1, 2] };
    const said = '* NEXT 23 Queen - Innuendo (Ada & Bo): you are up after this song';
    expect(await becomes({ next: duet })).toEqual([[said], [said], []]);
    expect(await becomes({ next: innuendo })).toEqual([
      [next19],
      ['* LATER 23 Queen - Innuendo (Ada & Bo): somebody goes before you; you will be called again'],
      [],
    ]);
    const now = { ...turn, playId: 2, entryId: 23, guestId: 1, singer: 'Ada', partner: 'Bo' };
    const called = '* TURN 23 Toto - Africa (Ada & Bo): the microphone is yours';
    expect(await becomes({ now, singers: [1, 2], next: null })).toEqual([[called], [called], []]);
  });

  test('stands while nobody is announced, and is not said twice for the same song before it', async () => {
    const { becomes } = await told();
    expect(await becomes({ next: null })).toEqual([[], [], []]);
    expect(await becomes({ next: innuendo })).toEqual([[], [], []]);
  });

  test('is said again when another came first after all', async () => {
    const { becomes } = await told();
    const now = { ...turn, playId: 2, entryId: 20, guestId: 2, singer: 'Bo' };
    expect(await becomes({ now, singers: [2] })).toEqual([
      [next19],
      ['* TURN 20 Toto - Africa: the microphone is yours'],
      [],
    ]);
  });

  test('is said once although its first reading failed', async () => {
    const { facts, becomes } = await told();
    expect(await becomes({ failing: new StoreBusy('locked'), next: bos })).toEqual([[], [], []]);
    expect(await becomes({ failing: null })).toEqual([[later19], [next20], []]);
    expect(facts.defects).toEqual([]);
  });
});

describe('the line', () => {
  test('is told at once, then at most once a second, and the last change is never missed', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const watcher = await comes(newsroom, 'WATCH all');
    const changes = async (waiting: number): Promise<readonly string[]> => {
      facts.waitingCount = waiting;
      moved('queue');
      await newsroom.look();
      return watcher.hears();
    };
    expect(await changes(5)).toEqual(['* QUEUE 5']);
    facts.clockMs += 300;
    expect([...(await changes(6)), ...(await changes(7))]).toEqual([]);
    expect(facts.timers.map(({ ms }) => ms)).toEqual([700]);
    facts.clockMs += 700;
    facts.timers[0]?.run();
    await newsroom.look();
    expect(watcher.hears()).toEqual(['* QUEUE 7']);
  });
});

describe('wishes', () => {
  test('that come home are told on every connection of who asked, then marked', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const [one, two, ada] = [
      await comes(newsroom, 'HELLO Bo'),
      await comes(newsroom, 'HELLO Bo'),
      await comes(newsroom, 'HELLO Ada'),
    ];
    facts.wishes.push(found(1, 2));
    moved('wishes');
    await newsroom.look();
    const line = '* FOUND 5 song=902 Щурците - Вкусът is here now. Say: REQUEST 902';
    expect([one.hears(), two.hears(), ada.hears()]).toEqual([[line], [line], []]);
    expect(facts.told).toMatchObject([{ serial: 1 }, { serial: 1 }]);
    facts.wishes.push({ ...found(2, 2), state: 'refused', reason: 'no disc', songId: null });
    moved('wishes');
    await newsroom.look();
    expect(one.hears()).toEqual(['* REFUSED 5 no disc']);
  });

  test('are not marked when the reader was slow, nothing was handed on, or WATCH is none', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const slow = await comes(newsroom, 'HELLO Bo');
    slow.slow = true;
    const stuck = await comes(newsroom, 'HELLO Bo');
    stuck.stuck = true;
    const deaf = await comes(newsroom, 'HELLO Bo', 'WATCH none');
    facts.wishes.push(found(1, 2));
    moved('wishes');
    await newsroom.look();
    expect([slow.hears().length, stuck.hears().length, deaf.hears().length]).toEqual([0, 1, 0]);
    expect(facts.told).toEqual([]);
  });

  test('that HELLO has shown are not told again', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    facts.wishes.push(found(1, 2));
    moved('wishes');
    const bo = await comes(newsroom, 'HELLO Bo');
    await newsroom.look();
    expect(bo.hears()).toEqual([]);
  });

  test('that come home between HELLO and the newsroom learning of it are told at the next look', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const bo = await comes(newsroom, 'HELLO Bo');
    newsroom.leave(bo.conversation);
    facts.wishes.push(found(1, 2));
    moved('wishes');
    const ada = await comes(newsroom, 'HELLO Ada');
    await newsroom.look();
    newsroom.join(bo.conversation);
    await newsroom.look();
    expect(bo.hears()).toHaveLength(1);
    await newsroom.look();
    expect([...bo.hears(), ...ada.hears()]).toEqual([]);
  });
});

describe('the DJ', () => {
  test('is heard by all who watch anything', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const [ada, stranger, watcher] = [
      await comes(newsroom, 'HELLO Ada'),
      await comes(newsroom),
      await comes(newsroom, 'WATCH mine'),
    ];
    facts.orders.push({ id: 1, atMs: 2_000, verb: 'say', guestId: null, by: null, text: 'Cake!' });
    moved('orders');
    await newsroom.look();
    await newsroom.look();
    expect([ada.hears(), stranger.hears(), watcher.hears()]).toEqual([['* SAY Cake!'], [], ['* SAY Cake!']]);
  });

  test('kicks a guest on every connection, but not who came back since', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const bo = await comes(newsroom, 'HELLO Bo');
    const ada = await comes(newsroom, 'HELLO Ada');
    facts.clockMs = 3_000;
    const boAgain = await comes(newsroom, 'HELLO Bo');
    facts.orders.push({ id: 1, atMs: 2_000, verb: 'kick', guestId: 2, by: null, text: 'too loud' });
    moved('orders');
    await newsroom.look();
    expect(bo.hears()).toEqual(['* BYE kicked too loud']);
    expect([ada.closes, bo.closes, boAgain.closes]).toEqual([0, 1, 0]);
  });
});

describe('the end to come', () => {
  const MINUTE = 60_000;
  const inMinutes = (minutes: number): Party => ({ ...friday, closingAtMs: 1_000 + minutes * MINUTE });

  async function closing(minutes: number) {
    const house = openHouse();
    const newsroom = await house.open();
    const ada = await house.comes(newsroom, 'HELLO Ada');
    const party = async (on: Party | null): Promise<readonly string[]> => {
      house.facts.party = { on, lastEnded: null };
      house.moved('party');
      await newsroom.look();
      return ada.hears();
    };
    expect(await party(inMinutes(minutes))).toEqual([`* LASTCALL ${minutes} the party ends in ${minutes} minutes`]);
    return { ...house, newsroom, ada, party };
  }

  test('is told when it is set and when it is moved, once', async () => {
    const { party } = await closing(20);
    expect(await party(inMinutes(20))).toEqual([]);
    expect(await party(inMinutes(30))).toEqual(['* LASTCALL 30 the party ends in 30 minutes']);
  });

  test('is told once more ten minutes before it, without anything having happened', async () => {
    const { facts, newsroom, ada } = await closing(20);
    const heardAfter = async (minutes: number): Promise<readonly string[]> => {
      facts.clockMs = 1_000 + minutes * MINUTE;
      await newsroom.poll();
      return ada.hears();
    };
    expect(await heardAfter(9)).toEqual([]);
    expect(await heardAfter(10)).toEqual(['* LASTCALL 10 the party ends in 10 minutes']);
    expect([...(await heardAfter(11)), ...(await heardAfter(19)), ...(await heardAfter(21))]).toEqual([]);
  });

  test('is not told again when it was first told so late', async () => {
    const { facts, newsroom, ada } = await closing(10);
    facts.clockMs += MINUTE;
    await newsroom.poll();
    expect(ada.hears()).toEqual([]);
  });

  test('is told to who comes later and listens, once for each connection', async () => {
    const { newsroom, ada, comes, facts } = await closing(20);
    facts.clockMs += 5 * MINUTE;
    const [bo, deaf, watcher] = [
      await comes(newsroom, 'HELLO Bo'),
      await comes(newsroom),
      await comes(newsroom, 'WATCH all'),
    ];
    await newsroom.poll();
    await newsroom.poll();
    const said = ['* LASTCALL 15 the party ends in 15 minutes'];
    expect([bo.hears(), deaf.hears(), watcher.hears(), ada.hears()]).toEqual([said, [], said, []]);
    await deaf.says('WATCH mine');
    await newsroom.poll();
    expect(deaf.hears()).toEqual(said);
  });

  test('that was taken back is told to those who had heard of it', async () => {
    const { newsroom, comes, party } = await closing(20);
    const bo = await comes(newsroom, 'HELLO Bo');
    expect(await party(friday)).toEqual(['* OPENEND the party goes on: its end was taken back']);
    expect(bo.hears()).toEqual([]);
    expect(await party(inMinutes(20))).toEqual(['* LASTCALL 20 the party ends in 20 minutes']);
  });
});

describe('the end of the party', () => {
  test('is told to everybody, WATCH or not, once', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const guests = [await comes(newsroom), await comes(newsroom, 'HELLO Ada'), await comes(newsroom, 'WATCH none')];
    facts.party = { on: null, lastEnded: { ...friday, endedAtMs: 9_000 } };
    moved('party');
    await newsroom.look();
    await newsroom.look();
    for (const guest of guests) {
      expect(guest.hears()).toEqual([expect.stringMatching(/^\* BYE party-over /)]);
      expect(guest.closes).toBe(1);
    }
  });

  test('is told to who came when none was on and saw one come and go, not to who came after', async () => {
    const { facts, open, moved, comes } = openHouse();
    facts.party = { on: null, lastEnded: { ...friday, id: 2, endedAtMs: 500 } };
    const newsroom = await open();
    const early = await comes(newsroom);
    facts.party = { ...facts.party, on: friday };
    moved('party');
    await newsroom.look();
    expect(early.hears()).toEqual([]);
    facts.clockMs = 9_000;
    facts.party = { on: { ...friday, id: 4 }, lastEnded: { ...friday, endedAtMs: 8_000 } };
    const late = await comes(newsroom);
    facts.party = { ...facts.party, on: null };
    const between = await comes(newsroom);
    moved('party');
    await newsroom.look();
    expect([early.closes, late.closes, between.closes]).toEqual([1, 0, 0]);
  });

  test('is told to who was greeted before it and joins after it', async () => {
    const { facts, open, moved } = openHouse();
    const newsroom = await open();
    const store = storeThat({ door: async () => ({ party: friday, waiting: 0 }) });
    const guest = await converse(store);
    facts.party = { on: null, lastEnded: { ...friday, endedAtMs: 9_000 } };
    moved('party');
    await newsroom.look();
    newsroom.join(guest.conversation);
    expect(guest.closes).toBe(1);
  });
});

describe('the newsroom', () => {
  test('never looks twice at a time, and once more when called meanwhile', async () => {
    const { facts, open } = openHouse();
    const newsroom = await open();
    facts.reads = 0;
    await Promise.all([newsroom.look(), newsroom.look(), newsroom.look()]);
    expect(facts.reads).toBe(2);
  });

  test('looks when polled only if something has changed', async () => {
    const { facts, open } = openHouse();
    const newsroom = await open();
    facts.reads = 0;
    await newsroom.poll();
    facts.changed = true;
    await newsroom.poll();
    expect(facts.reads).toBe(1);
  });

  test('reads at the next poll what it could not read', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const watcher = await comes(newsroom, 'WATCH all');
    facts.now = turn;
    facts.failing = new StoreBusy('locked');
    moved('song');
    await newsroom.look();
    expect(watcher.hears()).toEqual([]);
    facts.failing = null;
    await newsroom.poll();
    expect(watcher.hears()).toHaveLength(1);
    expect(facts.defects).toEqual([]);
  });

  test('survives a bug and says so', async () => {
    const { facts, open, moved } = openHouse();
    const newsroom = await open();
    facts.failing = new TypeError('a bug');
    moved('song');
    await newsroom.look();
    expect(facts.defects).toEqual([facts.failing]);
  });
});
