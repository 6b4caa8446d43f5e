import { describe, expect, test } from '@jest/globals';
import type { NowPlaying, Place, Song } from '../../../src/party/model.ts';
import { ERRORS } from '../../../src/protocol/errors.ts';
import type { ErrorCode } from '../../../src/protocol/errors.ts';
import { EVENTS, renderEvent } from '../../../src/protocol/events.ts';
import type { Event } from '../../../src/protocol/events.ts';
import { BYES, renderBye, renderFull, renderLag } from '../../../src/protocol/farewell.ts';
import type { ByeReason } from '../../../src/protocol/farewell.ts';
import { renderGreeting } from '../../../src/protocol/greeting.ts';
import { err, ok, renderReply } from '../../../src/protocol/reply.ts';
import { placeRow, songRow, unsungRow, wishRow } from '../../../src/protocol/rows.ts';
import { EVENT_SHAPES } from '../../../src/protocol/shapes.ts';
import { nowSaid, pageSaid } from '../../../src/protocol/words.ts';

const queen: Song = { id: 731, artist: 'Queen', title: 'Bohemian Rhapsody', durationS: 354, popularity: 90 };
const africa: Song = { id: 40, artist: 'Toto', title: 'Africa', durationS: 295, popularity: 80 };
const place: Place = {
  entryId: 17,
  position: 1,
  guestId: 12,
  singer: 'Ada',
  partner: null,
  presence: 'present',
  connection: 'open',
  song: queen,
  wait: { fromMin: 21, toMin: 27 },
  tooLateFor: null,
  reason: { rule: 'pinned' },
};
type Turn = Exclude<NowPlaying, { state: 'silence' }>;
const playing: Turn = {
  state: 'playing',
  playId: 3,
  entryId: 18,
  guestId: 4,
  singer: 'Bo',
  partner: null,
  song: africa,
  positionMs: 72_900,
  durationMs: 295_000,
  atMs: 1_000,
};
const now = (what: NowPlaying): string => renderReply('text', null, ok('NOW', nowSaid(what)));
const parsed = (line: string): unknown => JSON.parse(line) as unknown;

describe('an answer', () => {
  test('is rows, then one final with its tag, in one string', () => {
    const reply = ok('MINE', { head: '1', fields: { shown: 1, away: false } }, [placeRow(place)]);
    expect(renderReply('text', 'a', reply)).toBe('| 17 1. Queen - Bohemian Rhapsody (Ada) 21-27 min\nOK #a MINE 1\n');
    expect(renderReply('json', 'a', reply).trimEnd().split('\n').map(parsed)).toEqual([
      {
        t: 'row',
        text: 'Queen - Bohemian Rhapsody (Ada) 21-27 min',
        queue_id: 17,
        position: 1,
        singer: 'Ada',
        with: null,
        guest_id: 12,
        presence: 'present',
        wait_from_min: 21,
        wait_to_min: 27,
        too_late_for_ms: null,
        song_id: 731,
        artist: 'Queen',
        title: 'Bohemian Rhapsody',
        why: { rule: 'pinned' },
      },
      { t: 'ok', word: 'MINE', tag: 'a', text: '', shown: 1, away: false },
    ]);
  });

  test('may be a refusal, with the seconds after which to try again', () => {
    const busy = err(450, 'later', { retry: 1 });
    expect(renderReply('text', '7', busy)).toBe('ERR #7 450 BUSY retry=1 later\n');
    expect(parsed(renderReply('json', '7', busy))).toEqual({
      t: 'err',
      code: 450,
      word: 'BUSY',
      tag: '7',
      retry: 1,
      text: 'later',
    });
    const twice = err(553, 'twice', { fields: { queue_id: 17 } });
    expect(parsed(renderReply('json', null, twice))).toMatchObject({ tag: null, retry: null, queue_id: 17 });
  });

  test.each(Object.keys(ERRORS).map(Number) as ErrorCode[])('%i is written with its word', (code) => {
    expect(renderReply('text', null, err(code, 'x'))).toBe(`ERR ${code} ${ERRORS[code].word} x\n`);
  });

  test('never carries what moves a cursor or hides', () => {
    const evil = 'a\u001b[31m\n| 1 forged\r\u0000\u009b\u202e\u2066\u2028\u200b\u{e0041}z';
    for (const speech of ['text', 'json'] as const) {
      const reply = ok('MINE', { head: '1', text: evil, fields: { shown: 1, away: false } }, [
        songRow({ ...queen, artist: evil, title: evil }),
        placeRow({ ...place, singer: evil, reason: { rule: 'not-twice', between: evil } }),
      ]);
      const lines = renderReply(speech, null, reply) + renderEvent(speech, { topic: 'SAY', text: evil });
      expect(lines.trimEnd().split('\n')).toHaveLength(4);
      const said = lines.replaceAll('\n', '') + (speech === 'json' ? unescaped(lines) : '');
      expect(said).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u{e0000}-\u{e007f}]/u);
    }
  });
});

describe('rows', () => {
  test('read as the protocol has them', () => {
    const text = (said: { head: string; text: string }): string => `${said.head} ${said.text}`;
    expect(text(songRow(queen))).toBe('731 Queen - Bohemian Rhapsody 5:54');
    expect(text(songRow({ ...queen, durationS: null }))).toBe('731 Queen - Bohemian Rhapsody');
    expect(text(placeRow({ ...place, wait: null }))).toBe('17 1. Queen - Bohemian Rhapsody (Ada) ? min');
    expect(text(placeRow({ ...place, partner: 'Bo' }))).toBe('17 1. Queen - Bohemian Rhapsody (Ada & Bo) 21-27 min');
    expect(text(placeRow({ ...place, wait: null, reason: { rule: 'away', who: 'Ada' } }))).toBe(
      '17 1. Queen - Bohemian Rhapsody (Ada) ? min, away',
    );
    expect(text(unsungRow({ entryId: 17, song: queen, partner: 'Bo' }))).toBe(
      'unsung song=731 Queen - Bohemian Rhapsody (with Bo); CANCEL 17 forgets it',
    );
    expect(text(unsungRow({ entryId: 17, song: queen, partner: null }))).toBe(
      'unsung song=731 Queen - Bohemian Rhapsody; CANCEL 17 forgets it',
    );
    const wish = { wishId: 5, artist: 'Щурците', title: 'Вкусът на времето', reason: null };
    expect(text(wishRow({ ...wish, state: 'found', songId: 902 }))).toBe(
      '5 found song=902 Щурците - Вкусът на времето',
    );
    expect(text(wishRow({ ...wish, state: 'found', songId: 902, wished: { artist: 'Щ', title: 'Вкус' } }))).toBe(
      '5 found song=902 Щурците - Вкусът на времето (your wish: Щ - Вкус)',
    );
    expect(text(wishRow({ ...wish, state: 'refused', reason: 'no', songId: null }))).toMatch(/^5 refused Щ.*: no$/);
  });

  test('come in pages with a total', () => {
    const page = { rows: Array.from({ length: 20 }), total: 133, more: false, page: 1 };
    expect(pageSaid(page).head).toBe('20 of 133 page=1');
    expect(pageSaid({ ...page, total: 1000, more: true }).head).toBe('20 of 1000+ page=1');
  });
});

describe('what plays now', () => {
  test('is the song with its singer and how far it is', () => {
    expect(now(playing)).toBe('OK NOW 18 Toto - Africa (Bo) 1:12/4:55\n');
  });
  test('is a random song', () => {
    expect(now({ ...playing, entryId: null, guestId: null, singer: null, positionMs: 40_000 })).toBe(
      'OK NOW - Toto - Africa (nobody sings) 0:40/4:55\n',
    );
  });
  test('is paused', () => {
    expect(now({ ...playing, state: 'paused' })).toBe('OK NOW 18 Toto - Africa (Bo) 1:12/4:55 paused\n');
  });
  test('is the gap before a song', () => {
    expect(now({ ...playing, state: 'between', positionMs: -12_000 })).toBe(
      'OK NOW between 18 Toto - Africa (Bo) in 0:12\n',
    );
    expect(now({ ...playing, state: 'between', positionMs: 3 })).toBe('OK NOW between 18 Toto - Africa (Bo) in 0:00\n');
  });
  test('is a paused gap', () => {
    expect(now({ ...playing, state: 'paused', positionMs: -11_500 })).toBe(
      'OK NOW between 18 Toto - Africa (Bo) in 0:12 paused\n',
    );
  });
  test('is silence', () => {
    expect(now({ state: 'silence', why: 'no-party', atMs: 5 })).toMatch(/^OK NOW silence \w/);
  });
  test('has the same fields whatever plays', () => {
    const silence = nowSaid({ state: 'silence', why: 'nothing-to-play', atMs: 5 }).fields;
    expect(Object.keys(silence).sort()).toEqual(Object.keys(nowSaid(playing).fields).sort());
    expect(nowSaid({ ...playing, state: 'between', positionMs: -12_000 }).fields).toMatchObject({
      state: 'between',
      position_ms: -12_000,
      duration_ms: 295_000,
      at_ms: 1_000,
    });
  });
});

describe('an event', () => {
  const song = { id: 731, artist: 'ABBA', title: 'Waterloo' };
  const events: readonly (readonly [Event, string])[] = [
    [{ topic: 'NOW', now: playing }, '* NOW 18 Toto - Africa (Bo) 1:12/4:55'],
    [
      { topic: 'NEXT', entryId: 18, singer: 'Bo', partner: null, song },
      '* NEXT 18 ABBA - Waterloo: you are up after this song',
    ],
    [
      { topic: 'TURN', entryId: 17, singer: 'Bo', partner: null, song },
      '* TURN 17 ABBA - Waterloo: the microphone is yours',
    ],
    [{ topic: 'QUEUE', waiting: 8 }, '* QUEUE 8'],
    [
      { topic: 'FOUND', wishId: 5, song, wished: null },
      '* FOUND 5 song=731 ABBA - Waterloo is here now. Say: REQUEST 731',
    ],
    [
      { topic: 'FOUND', wishId: 5, song, wished: { artist: 'Aba', title: 'Water' } },
      '* FOUND 5 song=731 ABBA - Waterloo is here now. Say: REQUEST 731 (your wish: Aba - Water)',
    ],
    [{ topic: 'REFUSED', wishId: 5, reason: 'not tonight', artist: 'A', title: 'B' }, '* REFUSED 5 not tonight'],
    [{ topic: 'REFUSED', wishId: 5, reason: null, artist: 'A', title: 'B' }, '* REFUSED 5 A - B will not come'],
    [{ topic: 'SAY', text: 'Cake!' }, '* SAY Cake!'],
    [
      { topic: 'NEXT', entryId: 18, song: africa, singer: 'Ada', partner: 'Bo' },
      '* NEXT 18 Toto - Africa (Ada & Bo): you are up after this song',
    ],
    [
      { topic: 'LATER', entryId: 18, song: africa, singer: 'Bo', partner: null, why: 'displaced', who: null },
      '* LATER 18 Toto - Africa: somebody goes before you; you will be called again',
    ],
    [
      { topic: 'LATER', entryId: 18, song: africa, singer: 'Ada', partner: 'Bo', why: 'away', who: 'Bo' },
      '* LATER 18 Toto - Africa (Ada & Bo): Bo is away; you will be called again after BACK',
    ],
    [{ topic: 'OPENEND' }, '* OPENEND the party goes on: its end was taken back'],
    [{ topic: 'LASTCALL', minutes: 20 }, '* LASTCALL 20 the party ends in 20 minutes'],
  ];

  test.each(events)('reads as the protocol has it: %j', (event, line) => {
    expect(renderEvent('text', event)).toBe(`${line}\n`);
    const said = parsed(renderEvent('json', event)) as Record<string, unknown>;
    expect(said).toMatchObject({ t: 'event', topic: event.topic });
    expect(Object.keys(said).sort()).toEqual(['t', 'topic', 'text', ...Object.keys(EVENT_SHAPES[event.topic])].sort());
  });

  test('of every topic is among these', () => {
    expect([...new Set(events.map(([{ topic }]) => topic))].sort()).toEqual(Object.keys(EVENTS).sort());
  });
});

describe('without a conversation', () => {
  test.each(Object.keys(BYES) as ByeReason[])('goodbye is one line: %s', (reason) => {
    expect(renderBye('text', reason)).toBe(`* BYE ${reason} ${BYES[reason]}\n`);
    expect(parsed(renderBye('json', reason))).toEqual({
      t: 'event',
      topic: 'BYE',
      text: BYES[reason],
      reason,
      order: null,
      words: null,
    });
  });
  test('goodbye may have other words', () => {
    expect(renderBye('text', 'kicked', { by: 'kick', words: 'Go home,\nBo' })).toBe('* BYE kicked Go home, Bo\n');
    expect(parsed(renderBye('json', 'kicked', { by: 'ban', words: 'Go home, Bo' }))).toMatchObject({
      text: 'Go home, Bo',
      order: 'ban',
      words: 'Go home, Bo',
    });
  });
  test('goodbye to who is forgotten tells a page so, and has no words of the DJ', () => {
    const erased = { by: 'forget', words: 'Your name is free' } as const;
    expect(parsed(renderBye('json', 'kicked', erased))).toMatchObject({
      text: 'Your name is free',
      order: 'forget',
      words: null,
    });
    expect(parsed(renderBye('json', 'kicked', { by: 'kick', words: '' }))).toMatchObject({
      text: BYES.kicked,
      order: 'kick',
      words: null,
    });
  });
  test('a full house says when to come back', () => {
    expect(renderFull(30)).toMatch(/^ERR 421 FULL retry=30 \w.*\n$/);
  });
  test('a slow reader hears how much was dropped', () => {
    expect(renderLag('text', 12)).toBe('* LAG 12 events were dropped for you\n');
    expect(parsed(renderLag('json', 12))).toMatchObject({ topic: 'LAG', dropped: 12 });
  });
  test('the greeting says where one is', () => {
    expect(renderGreeting({ is: 'party', name: "Friday at Tosho's", connected: 12, waiting: 5 })).toBe(
      "OK KARAOKE/1 Friday at Tosho's: 12 connected, 5 songs waiting. Type HELP\n",
    );
    expect(renderGreeting({ is: 'no-party' })).toBe(
      'OK KARAOKE/1 No party is on. You can still SEARCH and WISH. Type HELP\n',
    );
  });
});

/** All strings of some JSON lines, as a client sees them. */
function unescaped(lines: string): string {
  return lines
    .trimEnd()
    .split('\n')
    .map(parsed)
    .flatMap((line) => Object.values(line as object).map(String))
    .join('');
}
