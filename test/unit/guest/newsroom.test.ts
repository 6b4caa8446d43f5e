import { describe, expect, test } from '@jest/globals';
import { openNewsroom } from '../../../src/guest/newsroom.ts';
import type { Newsroom } from '../../../src/guest/newsroom.ts';
import type { NowPlaying, Party, Song } from '../../../src/party/model.ts';
import { StoreBusy } from '../../../src/store/errors.ts';
import type { GuestOrder, NewsStore, Pulse, WishNews } from '../../../src/store/news.ts';
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
});

/** A house whose facts a test changes by hand; `moved` is what a committed transaction does to the pulse. */
function openHouse() {
  const facts = {
    pulse: { queue: 0, song: 0, orders: 0, wishes: 0, party: 0, catalogue: 0 } as Pulse,
    now: silence,
    announced: null as Awaited<ReturnType<NewsStore['announced']>>,
    party: { on: friday as Party | null, lastEnded: null as Party | null },
    waiting: 4,
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
    door: async () => ({ party: facts.party.on, waiting: facts.waiting }),
    hello: async ({ words }) => ({
      is: 'back',
      guest: { id: words === 'Ada' ? 1 : 2, name: words },
      rows: [],
      away: false,
    }),
    changed: () => facts.changed,
    pulse: async () => {
      facts.reads += 1;
      return facts.pulse;
    },
    nowPlaying: async () => {
      if (facts.failing) throw facts.failing;
      return facts.now;
    },
    announced: async () => facts.announced,
    party: async () => facts.party,
    waitingCount: async () => facts.waiting,
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
    facts.announced = {
      entryId: 19,
      guestId: 1,
      singer: 'Ada',
      partner: null,
      songId: 41,
      artist: 'Queen',
      title: 'Innuendo',
    };
    moved('song');
    await newsroom.look();
    expect(bo.hears()).toEqual(['* TURN 18 Toto - Africa: the microphone is yours']);
    expect(ada.hears()).toEqual(['* NEXT 19 Queen - Innuendo: you are up after this song']);
    facts.now = { ...turn, state: 'playing', positionMs: 0, atMs: 16_000 };
    moved('song');
    await newsroom.look();
    expect([...ada.hears(), ...bo.hears(), ...boToo.hears()]).toEqual([]);
  });

  test('that played before is known, not news', async () => {
    const { facts, open, comes } = openHouse();
    facts.now = turn;
    facts.announced = {
      entryId: 19,
      guestId: 2,
      singer: 'Bo',
      partner: null,
      songId: 41,
      artist: 'Queen',
      title: 'Innuendo',
    };
    facts.wishes = [found(1, 2)];
    facts.orders = [{ id: 1, atMs: 5_000, verb: 'kick', guestId: 2, text: '' }];
    const newsroom = await open();
    const bo = await comes(newsroom, 'WATCH all', 'HELLO Bo');
    await newsroom.look();
    expect(bo.hears()).toEqual([]);
  });
});

describe('the line', () => {
  test('is told at once, then at most once a second, and the last change is never missed', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const watcher = await comes(newsroom, 'WATCH all');
    const changes = async (waiting: number): Promise<readonly string[]> => {
      facts.waiting = waiting;
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
    facts.orders.push({ id: 1, atMs: 2_000, verb: 'say', guestId: null, text: 'Cake!' });
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
    facts.orders.push({ id: 1, atMs: 2_000, verb: 'kick', guestId: 2, text: 'too loud' });
    moved('orders');
    await newsroom.look();
    expect(bo.hears()).toEqual(['* BYE kicked too loud']);
    expect([ada.closes, bo.closes, boAgain.closes]).toEqual([0, 1, 0]);
  });

  test('announces the end once for each closing time', async () => {
    const { facts, open, moved, comes } = openHouse();
    const newsroom = await open();
    const ada = await comes(newsroom, 'HELLO Ada');
    facts.party = { on: { ...friday, closingAtMs: 1_000 + 20 * 60_000 }, lastEnded: null };
    moved('party');
    await newsroom.look();
    moved('party');
    await newsroom.look();
    expect(ada.hears()).toEqual(['* LASTCALL 20 the party ends in 20 minutes']);
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
