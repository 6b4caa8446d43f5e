import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../../src/party/explain.ts';
import type { Reason } from '../../../../src/party/model.ts';
import type { Action } from '../../../../src/web/pages/guest/evening/action.ts';
import { staleAfter } from '../../../../src/web/pages/guest/evening/stale.ts';
import type { Ask } from '../../../../src/web/pages/guest/evening/state.ts';
import { whySaid, whysSaid } from '../../../../src/web/pages/guest/view/why_said.ts';
import type { Heard } from '../../../../src/web/pages/talk/said.ts';
import { wordsIn } from '../../../../src/web/words/words.ts';
import { askedBefore } from '../../../../src/web/pages/guest/evening/asked_before.ts';
import {
  ADA,
  after,
  answer,
  called,
  err,
  event,
  heard,
  hello,
  mine,
  music,
  ok,
  party,
  place,
  read,
} from './evenings.ts';

const QUEEN = { songId: 731, artist: 'Queen', title: 'Bohemian Rhapsody' };
const ask: Ask = { id: '1', doing: 'ask', from: 'here', wanted: QUEEN, partner: null };
/** Kept over a reload. */
const BEFORE = { key: 'k1', what: '731', partner: null, song: { artist: 'Queen', title: 'Bohemian Rhapsody' } };
const bye = (fields: object): Action =>
  heard({ link: 'over', bye: { reason: 'kicked', text: 'The DJ has shown you the door', ...fields } });
const asked = (final: Parameters<typeof answer>[0], rows: readonly object[] = []): Action => ({
  is: 'asked',
  ask,
  answer: answer(final, rows),
});
const QUEUED = ok('QUEUED', { queue_id: 17, song_id: 731, position: 6, repeated: false, state: 'waiting' });
const FOUND = event('FOUND', { wish_id: 5, song_id: 731, artist: 'Queen', title: 'Bohemian Rhapsody', wished: null });

describe('asking for a song', () => {
  const asking = after([{ is: 'asking', ask }], ADA);

  test('is under way until it is answered', () => {
    expect(asking.asks).toEqual([ask]);
    const queued = after([asked(QUEUED)], asking);
    expect(queued.asks).toEqual([]);
    expect(queued.outcome).toEqual({ is: 'queued', entry: QUEUED });
  });

  test('what comes of the last is not said of the next', () => {
    expect(after([asked(QUEUED), { is: 'asking', ask: { ...ask, id: '2' } }], asking).outcome).toBeNull();
  });

  test('UNSURE is a question with candidates', () => {
    const rows = [{ t: 'row', text: '', song_id: 1, artist: 'Queen', title: 'Bohemia', duration_s: 200 }];
    expect(after([asked(err(551, 'UNSURE'), rows)], asking).outcome).toMatchObject({
      is: 'unsure',
      candidates: [{ song_id: 1 }],
      wanted: QUEEN,
    });
  });

  test('a refusal keeps what it is about', () => {
    expect(after([asked(err(552, 'LIMIT', { limit: 3 }))], asking).outcome).toMatchObject({
      is: 'refused',
      doing: 'ask',
      err: { limit: 3 },
    });
  });

  test('what was found needs no banner once it is asked for', () => {
    const found = after([heard(FOUND)], asking);
    expect(found.notices).toMatchObject([{ about: 'found', songId: 731 }]);
    expect(after([asked(QUEUED)], found).notices).toEqual([]);
  });

  test('what was asked before a reload is under way until its answer is told, which tells it too', () => {
    const waiting = after([{ is: 'asking', ask: askedBefore(BEFORE) }], ADA);
    expect(waiting.asks).toMatchObject([{ from: 'before', wanted: QUEEN }]);
    const told = after([heard({ requested: BEFORE, answer: answer(QUEUED) })], waiting);
    expect(told.outcome).toMatchObject({ is: 'queued' });
    expect(told.asks).toEqual([]);
  });
});

describe('who speaks', () => {
  test('a reconnect keeps the code and what was known', () => {
    const before = after([mine(place(17, 1))], ADA);
    const back = after(
      [
        heard({ link: 'lost' }),
        heard({ link: 'open', hello: answer(ok('HELLO', { guest_id: 12, name: 'Ada', code: null, away: true })) }),
      ],
      before,
    );
    expect(back.me).toEqual({ guestId: 12, name: 'Ada', code: '7KQ4M2', away: true });
    expect(back.mine).toHaveLength(1);
  });

  test('somebody else sees nothing of it', () => {
    const bo = after([mine(place(17, 1)), hello({ guest_id: 13, name: 'Bo', code: 'ABCD23' })], ADA);
    expect(bo).toMatchObject({ me: { name: 'Bo', code: 'ABCD23' }, mine: null, turn: null });
  });

  test('a busy house makes nobody a stranger', () => {
    expect(after([heard({ link: 'open', hello: answer(err(450, 'BUSY')) })], ADA).me?.name).toBe('Ada');
  });

  test('who is banned is shown the door, and who is kicked too', () => {
    expect(after([heard({ link: 'open', hello: answer(err(532, 'DENIED')) })], ADA)).toMatchObject({
      me: null,
      shut: { why: 'banned', name: 'Ada' },
    });
    const kicked = after([bye({ order: 'kick', words: 'Enough' })], ADA);
    expect(kicked.shut).toEqual({ why: 'kicked', words: 'Enough' });
    expect(after([heard({ link: 'open' })], kicked).shut).toBeNull();
    expect(after([bye({ order: 'ban', words: null })], ADA)).toMatchObject({
      me: null,
      shut: { why: 'banned', name: 'Ada', words: null },
    });
  });

  test('who is forgotten is nobody, with nothing under way, and may be anybody after', () => {
    const waiting = after([mine(place(17, 1)), { is: 'asking', ask }], ADA);
    const erased = after([bye({ order: 'forget', words: null })], waiting);
    expect(erased).toMatchObject({ me: null, mine: null, asks: [], shut: { why: 'forgotten' } });
    expect(after([heard({ link: 'open' })], erased)).toMatchObject({ shut: null, stranger: null });
  });

  test.each([
    ['NOT_FOUND', 550, { name: 'Ada' }, 'forgotten'],
    ['NAME_TAKEN', 531, { name: 'Ada', like: null }, 'code'],
    ['NAME_TAKEN', 531, { name: 'Ada', like: 'Аda' }, 'forgotten'],
  ])('a phone whose guest is refused by %s %i asks for a name, and says why', (word, code, fields, because) => {
    const refused = after([heard({ link: 'open', hello: answer(err(code, word, fields)) })], ADA);
    expect(refused).toMatchObject({ me: null, stranger: { name: 'Ada', because }, outcome: null });
    expect(after([hello()], refused).stranger).toBeNull();
    expect(after([{ is: 'stranger-read' }], refused).stranger).toBeNull();
  });

  test('what waited for them is told: wishes each time, since they come once; unsung songs once', () => {
    const unsung = {
      t: 'row',
      text: '',
      unsung: true,
      song_id: 1,
      artist: 'ABBA',
      title: 'SOS',
      with: null,
      queue_id: 9,
    };
    const wish = {
      t: 'row',
      text: '',
      wish_id: 5,
      state: 'found',
      reason: null,
      song_id: 7,
      artist: 'A',
      title: 'B',
      wished: 'a - bee',
    };
    const fresh = after([heard({ link: 'open', party: party() }), hello({}, [wish, unsung])]);
    expect(fresh.notices).toMatchObject([
      { about: 'found', songId: 7, wished: 'a - bee' },
      { about: 'unsung', songs: 1 },
    ]);
    const [, last] = fresh.notices;
    const put = after([{ is: 'notice-read', id: last?.id ?? 0 }, hello({}, [unsung])], fresh);
    expect(put.notices).toMatchObject([{ about: 'found' }]);
  });
});

describe('the end of the party', () => {
  const over = { link: 'over', bye: { reason: 'party-over', text: 'Thank you' } } as const;
  const waiting = after([mine(place(17, 1)), heard(event('NEXT', called(17)))], ADA);

  test('is a goodbye with the party that it was; nobody is next any more', () => {
    expect(after([heard(over)], waiting)).toMatchObject({
      party: { on: false },
      ended: { name: 'Friday', started_at_ms: 1000 },
      next: null,
      mine: [],
    });
  });

  test('is heard also by a phone that slept through it', () => {
    const woken = after([heard({ link: 'lost' }), heard({ link: 'open', party: party({ on: false }) })], waiting);
    expect(woken.ended).toMatchObject({ name: 'Friday' });
  });

  test('is not said of a party that was not seen', () => {
    expect(after([heard({ link: 'open', party: party({ on: false }) })]).ended).toBeNull();
  });

  test('is read once, and the next party begins without it', () => {
    expect(after([heard(over), { is: 'goodbye-read' }, heard({ link: 'open' })], waiting).ended).toBeNull();
    expect(after([heard(over), read('PARTY', answer(party({ started_at_ms: 9000 })))], waiting)).toMatchObject({
      ended: null,
      party: { on: true },
    });
  });

  test('may be taken back', () => {
    const closing = after([read('PARTY', answer(party({ closing_at_ms: 5000 })))], ADA);
    expect(closing.party?.closing_at_ms).toBe(5000);
    expect(after([heard(event('OPENEND'))], closing)).toMatchObject({
      party: { closing_at_ms: null },
      notices: [{ about: 'open-end' }],
    });
  });
});

describe('what is read', () => {
  test('pages of the line stand behind each other', () => {
    const page = (n: number, ...rows: readonly object[]) =>
      answer(ok('QUEUE', { shown: rows.length, total: 3, more: false, page: n }), rows);
    const { line } = after([read('QUEUE', page(1, place(1, 1), place(2, 2)), page(2, place(3, 3)))], ADA);
    expect(line).toMatchObject({ total: 3, pages: 2 });
    expect(line?.rows.map(({ queue_id }) => queue_id)).toEqual([1, 2, 3]);
  });

  test('a refusal changes nothing: what was known is still shown', () => {
    const known = after([mine(place(17, 1)), read('NOW', answer(ok('NOW', music())))], ADA);
    expect(after([read('MINE', answer(err(450, 'BUSY'))), read('NOW', answer(err(450, 'BUSY')))], known)).toEqual(
      known,
    );
  });

  test('a song that was taken out is gone at once', () => {
    const two = after([mine(place(17, 1), place(18, 2))], ADA);
    const one = after(
      [
        {
          is: 'answered',
          doing: 'change',
          answer: answer(ok('CANCEL', { queue_id: 17, artist: 'Queen', title: 'X' })),
        },
      ],
      two,
    );
    expect(one.mine).toMatchObject([{ queue_id: 18 }]);
    expect(one.outcome).toMatchObject({ is: 'cancelled', artist: 'Queen' });
  });

  test('away is what the last answer says', () => {
    const away = after(
      [{ is: 'answered', doing: 'change', answer: answer(ok('AWAY', { away: true, waiting: 1 })) }],
      ADA,
    );
    expect(away).toMatchObject({ me: { away: true }, outcome: { is: 'away' } });
    expect(after([mine(place(17, 1))], away).me?.away).toBe(false);
  });
});

test('of many notices the newest stay, and nothing is said twice', () => {
  const said = after(
    ['one', 'two', 'two', 'three', 'four', 'five'].map((text) => heard(event('SAY', { text }))),
    ADA,
  );
  expect(said.notices.map((notice) => notice.about === 'say' && notice.text)).toEqual(['two', 'three', 'four', 'five']);
  expect(new Set(said.notices.map(({ id }) => id)).size).toBe(4);
});

test('what a newer house says changes nothing, and nothing is read for it', () => {
  const novel = { ...event('SAY'), topic: 'LYRICS' } as unknown as Heard;
  expect(after([heard(novel)], ADA)).toBe(ADA);
  expect(staleAfter(novel, ADA)).toEqual([]);
});

test('why a song stands where it stands is not said where only a newer page could', () => {
  const why = { rule: 'by-applause' } as unknown as Reason;
  const entry = { singer: 'Ada', guest_id: 12, artist: 'Queen', title: 'Bohemian Rhapsody', why };
  const telling = { me: ADA.me, words: wordsIn('en'), language: 'en' } as const;
  const facts = [{ about: 'reason', reason: why }, { about: 'applause' }] as unknown as readonly Fact[];
  expect(whySaid(entry, telling)).toBe('');
  expect(whysSaid(entry, facts, telling).join('')).toBe('');
});

test('a request from before a reload that is not said any more is told to be gone', () => {
  const typed = { ...BEFORE, what: 'toto - africa', song: null };
  const waiting = after([{ is: 'asking', ask: askedBefore(typed) }], ADA);
  expect(after([heard({ requested: typed, answer: null })], waiting)).toMatchObject({
    asks: [],
    outcome: { is: 'gone', wanted: { songId: null, artist: '', title: 'toto - africa' } },
  });
});
