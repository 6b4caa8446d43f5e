import { expect, test } from '@jest/globals';
import { createLineReader, isBlank } from '../../../src/protocol/lines.ts';
import type { Song } from '../../../src/party/model.ts';
import { converse, storeThat } from './fakes.ts';

const song: Song = { id: 731, artist: 'Queen\u001b[2J', title: 'Под\u202eезд\u0000', durationS: 354, popularity: 90 };
const page = { rows: [song, song], total: 2, more: false, page: 1 };
const place = {
  entryId: 17,
  position: 1,
  guestId: 1,
  singer: 'A\nda',
  partner: 'B\u0007o',
  presence: 'present',
  connection: 'open',
  song,
  wait: null,
  tooLateFor: 91_000,
  reason: { rule: 'pinned' },
} as const;
const wished = {
  is: 'wished',
  wishId: 5,
  artist: 'a',
  title: 'b',
  askers: 1,
  repeated: false,
  refusedBefore: null,
  state: 'wanted',
} as const;
const queued = {
  is: 'queued',
  entryId: 17,
  song,
  position: 1,
  wait: null,
  tooLateFor: null,
  repeated: false,
  alsoAskedBy: ['Z\u0007'],
  partner: 'B\u009bo',
  partnerIsKnown: false,
  heldBy: 'B\u009bo',
  state: 'waiting',
} as const;
const house = storeThat({
  door: async () => ({ party: null, waiting: 0 }),
  lastWishSerial: async () => 0,
  hello: async ({ words }) => ({
    is: 'back',
    guest: { id: 1, name: words },
    rows: [{ kind: 'unsung', entryId: 17, song, partner: 'B\u0007o' }],
    away: true,
  }),
  request: async ({ what }) =>
    'songId' in what && what.songId === 731
      ? queued
      : 'songId' in what
        ? { is: 'no-such-song', songId: what.songId }
        : { is: 'unsure', candidates: [song] },
  wish: async () => wished,
  search: async () => page,
  songs: async () => page,
  line: async () => ({ ...page, rows: [place] }),
  mine: async () => [place],
  isAway: async () => true,
  swap: async (_guest, entryId) =>
    entryId === 17
      ? {
          is: 'done',
          entries: [
            { entryId: 17, artist: 'a\u001b', title: 'b', position: 1 },
            { entryId: 18, artist: 'c', title: '\u202ed', position: null },
          ],
        }
      : { is: 'not-yours', entryId, owner: '\u009bBo' },
  setAway: async (_guest, to) => ({
    is: 'so',
    changed: to === 'away',
    waiting: 2,
    duets: 1,
    first: place,
    onStage: { entryId: 18, artist: 'a\u2028', title: 'b' },
  }),
  cancel: async () => ({ is: 'not-yours', owner: '\u009bBo' }),
  wishes: async () => ({ wishes: [], unsung: [{ entryId: 17, song, partner: null }] }),
  unwish: async () => ({ is: 'unknown' }),
  history: async () => ({
    ...page,
    rows: [{ songId: 731, artist: song.artist, title: song.title, partner: 'B\u0007o', sungAtMs: 0 }],
  }),
  nowPlaying: async () => ({ state: 'silence', why: 'no-party', atMs: 0 }),
  who: async () => ({ connections: 1, guests: [{ id: 1, name: '\u2066A' }], singers: ['B\u0007o'] }),
  evening: async () => ({
    party: { id: 1, name: '\u202eNight', startedAtMs: 0, endedAtMs: null, closingAtMs: null },
    waiting: 1,
    connected: 1,
    said: { text: '\u202eB\u0007o', atMs: 0 },
    ended: null,
  }),
});

const seeds = [
  'HELP', 'help now', 'HELLO Ada', 'HELLO code=7KQ4M2 Ada', '#a1 REQUEST key=k1 731', 'request queen - bohemian rhapsody',
  'WISH Щурците - Вкусът на времето', 'SEARCH page=2 size=5 queen we', 'SONGS artist="Lady \\"G\\" Gaga"', 'QUEUE page=1',
  'MINE', 'CANCEL 17', 'SWAP 17 18', 'swap 5 6', 'AWAY', '#b BACK', 'REQUEST with="Bo K" 731', 'request with=Bo key=2 africa', 'WISHES', 'UNWISH 5', 'HISTORY', 'NOW', 'WHO', 'PARTY', 'WATCH all', 'MODE json', 'MODE text', 'PING', 'VERSION', '',
]; // prettier-ignore
const junk = [
  '\0',
  '\u001b[31m',
  '\t',
  ' ',
  '"',
  '\\',
  '=',
  '#',
  '|',
  '*',
  '\r',
  '\n',
  '\u202e',
  '\u009b',
  'é',
  '😀',
  '-',
  '9'.repeat(30),
];

test('20,000 mutated lines have one final each, in order, and nothing unprintable in any of them', async () => {
  const random = seeded(42);
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T;
  const mutated = (): string => {
    let text = one(seeds);
    for (let times = random(4); times > 0; times--) {
      const at = random(text.length + 1);
      const how = random(4);
      if (how === 0) text = text.slice(0, at) + one(junk) + text.slice(at);
      else if (how === 1) text = text.slice(0, at) + text.slice(at + 1 + random(3));
      else if (how === 2) text = text.slice(0, at) + one(seeds) + text.slice(at);
      else text = text.slice(0, at) + text.slice(at).toLowerCase() + text.slice(0, random(6));
    }
    return text;
  };

  let said = 0;
  let guest = await converse(house);
  while (said < 20_000) {
    guest.hears();
    const chunk = Array.from({ length: 100 }, mutated).join('\n');
    said += 100;
    const bytes = Buffer.from(`${chunk}\n`, 'utf8');
    // Some letters are broken too: bytes that are no UTF-8.
    if (random(3) === 0) bytes[random(bytes.length)] = 128 + random(127);
    const lines = createLineReader().push(bytes);
    const tags: (string | null)[] = [];
    for (const line of lines) {
      if (line.is === 'line' && isBlank(line.text)) continue;
      if (line.is === 'line') tags.push(/^[ \t]*#([A-Za-z0-9_-]{1,16})(?=[ \t]|$)/.exec(line.text)?.[1] ?? null);
      else if (line.is === 'refusal') tags.push(line.tag);
      else continue;
      const answered = await guest.conversation.hear(line);
      if (answered === 'closed') break;
    }
    const heard = guest.hears();
    for (const line of heard) {
      if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(line))
        throw new Error(`unprintable: ${JSON.stringify(line)}`);
    }
    expect(heard.flatMap(finalTag)).toEqual(tags);
    expect(guest.defects).toEqual([]);
    if (guest.closes > 0) guest = await converse(house);
  }
});

/** The tag of a final (null: none); nothing for a row. */
function finalTag(line: string): (string | null)[] {
  if (line.startsWith('{')) {
    const { t, tag } = JSON.parse(line) as { t: string; tag: string | null };
    return t === 'row' ? [] : [tag];
  }
  if (line.startsWith('| ')) return [];
  const final = /^(?:OK|ERR)(?: #([A-Za-z0-9_-]{1,16}))? [A-Z0-9]/.exec(line);
  if (!final) throw new Error(`neither row nor final: ${line}`);
  return [final[1] ?? null];
}

/** Whole numbers below `n`, the same in every run. */
function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
