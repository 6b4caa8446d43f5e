/** The console in English. */
import { KINDS } from '../../../dj/kinds.ts';
import type { NowRow } from '../../../dj/results/rows.ts';
import { visible } from '../../../party/visible.ts';
import type { GuestRow, Missing } from '../../../store/dj.ts';
import { count, songName } from '../../words.ts';
import { enActions, enAsks, enViews } from './en_keys.ts';
import { enDid, enOutcome, enSure } from './en_deeds.ts';
import { enMessage } from './en_messages.ts';
import type { Words } from './words.ts';

export const en: Words = {
  tabs: { line: 'Line', missing: 'Missing', guests: 'Guests', songs: 'Songs', messages: 'Messages', sung: 'Sung' },
  empty: {
    line: 'Nobody waits. a adds a song for somebody.',
    missing: 'Nothing is missing: every song asked for is here.',
    guests: 'Nobody has said a name yet.',
    songs: 'No such song. / looks for others; I imports a catalogue.',
    messages: 'Nothing has happened yet.',
    sung: 'Nothing has been played yet.',
    found: 'Nothing like it is here.',
  },
  columns: {
    singer: 'singer',
    song: 'song',
    wait: 'min',
    why: 'why here',
    askers: 'asked by',
    state: 'state',
    lastAsked: 'last asked',
    guest: 'guest',
    where: 'where',
    sung: 'sung',
    waiting: 'waits',
    wishes: 'wishes',
    seen: 'seen',
    artist: 'artist',
    title: 'title',
    time: 'time',
    at: 'at',
    end: 'end',
    number: 'id',
  },
  header: {
    looking: 'Looking for karaoked …',
    lost: 'NO KARAOKED',
    noParty: 'No party is on: P starts one',
    since: (time) => `since ${time}`,
    closing: (time, minutes) => (minutes > 0 ? `ENDS ${time}, in ${minutes} min` : `ENDS ${time}, now`),
    clients: (n) => count(n, 'client'),
    named: (n) => `${n} named`,
    degraded: (names) => `DEGRADED: ${names}`,
    problems: (n) => count(n, 'problem'),
  },
  now: {
    nobody: 'nobody sings',
    paused: 'PAUSED',
    unknown: '…',
    silence: silence,
    startsIn: (time) => `starts in ${time}`,
    left: (time) => `${time} left`,
  },
  next: {
    title: 'NEXT',
    nobody: 'nobody waits',
    minutes: (from, to) => `${from}-${to}`,
    rule: (reason) => {
      switch (reason.rule) {
        case 'pinned':
          return 'pinned by the DJ';
        case 'announced':
          return 'announced';
        case 'not-twice':
          return 'just sang';
        case 'in-between':
          return 'in between';
        case 'overdue':
          return `waits ${reason.waitedMin} min`;
        case 'fewest-turns':
          return `${ordinal(reason.turns + 1)} turn`;
        case 'longest-wait':
          return 'others wait longer';
        case 'first':
          return 'waits longest';
        case 'own-first':
          return 'own song first';
        case 'after-present':
          return 'not here';
        case 'away':
          return 'away';
      }
    },
    away: 'away',
    gone: 'not here',
    lost: 'gone?',
    late: 'too late',
    with: (singer, partner) => `${singer} & ${partner}`,
  },
  details: {
    asked,
    entry: (queueId) => `entry ${queueId}`,
    late: (time) => `Not over when the party ends at ${time}.`,
    wish: (state) => WISHES[state],
    guest: guestNow,
    ended: (end) => ENDS[end],
    nobody: 'nobody',
  },
  message: enMessage,
  actions: enActions,
  views: enViews,
  asks: enAsks,
  mustBe: {
    time: `It must be ${KINDS.closing.teaches}.`,
    minutes: `It must be minutes, or ${KINDS.duration.teaches}.`,
    place: `It must be ${KINDS.number.teaches}.`,
  },
  hints: {
    field: 'Enter goes on, Esc gives up',
    optional: 'Enter alone: none',
    filter: 'Enter keeps what is shown, Ctrl-U empties the line, Esc shows all songs',
    song: 'up, down choose; Enter takes the song; Esc gives up',
    file: 'or the path of a file, with its /',
    command: 'what would follow karaokectl; Tab completes; Esc gives up',
    question: 'y: yes; n, Enter or Esc: no',
    sureCommand: (line, verb) => `${visible(line)}: ${enOutcome[verb]} Do it?`,
    exports: 'An export is a file: on the tab of sung songs (6), e asks for its path and writes it.',
    page: 'up, down scroll; Esc closes',
    menu: 'up, down choose; Enter does it; Esc closes',
    doing: '…',
    nothing: 'Nothing was done.',
    unknownKey: (key) => `${key} does nothing here; ? shows the keys.`,
    unclosed: 'A quote is not closed.',
    noRow: 'There is nobody and nothing chosen here.',
    notHere: 'karaoked is not there; nothing was done.',
    watches: 'The console watches already: what happens is on the tab of messages.',
    saved: 'Written:',
    scanning: (done, total) => `the librarian reads files: ${done}${total === null ? '' : ` of ${total}`}`,
    more: (rows) => `${rows} more`,
    byNumber: (typed) => `number ${typed}: Enter takes it`,
    loading: 'loading …',
  },
  headings: {
    line: 'In the line, about the chosen entry',
    missing: 'Among missing songs, about the chosen one',
    guests: 'Among guests, about the chosen one',
    songs: 'Among songs, about the chosen one',
    messages: 'Among messages',
    sung: 'Among songs that were sung',
    everywhere: 'Everywhere',
    views: 'Looking around',
    help: 'Keys',
    menu: 'Menu',
    owner: 'Most wanted',
  },
  sure: enSure,
  keys: {
    space: 'space',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    'shift-tab': 'Shift-Tab',
    up: 'up',
    down: 'down',
    left: 'left',
    right: 'right',
    'shift-up': 'Shift-up',
    'shift-down': 'Shift-down',
    pageup: 'PgUp',
    pagedown: 'PgDn',
    home: 'Home',
    end: 'End',
    delete: 'Del',
    f1: 'F1',
  },
  sentence: (text) => text,
  did: enDid,
};

function silence(why: NowRow['why']): string {
  return why === 'no-party' ? 'Silence: no party is on' : 'Silence: nobody waits, and there is no song to play';
}

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

const WISHES = {
  wanted: 'wanted',
  fetching: 'being fetched',
  found: 'found',
  refused: 'refused',
  withdrawn: 'withdrawn',
} as const;

const ENDS = { playing: 'plays', sung: 'sung', skipped: 'skipped', unsung: 'cut off' } as const;

function asked(row: Missing, time: (ms: number) => string): string {
  const { artist, title, askers, near, fetchTries, fetchReason } = row;
  const songs = near.map((song) => `${song.songId} ${songName(song)}${song.why === 'came' ? ' (new)' : ''}`);
  return [
    `${songName({ artist, title })}, asked for by ${visible(askers.join(', '))}, last at ${time(row.lastAskedAtMs)}.`,
    ...(songs.length > 0 ? [`Maybe ${songs.join(', or ')}: f.`] : []),
    ...(fetchTries > 0 ? [`Fetched ${count(fetchTries, 'time')} in vain: ${visible(fetchReason ?? '')}`] : []),
  ].join(' ');
}

function guestNow({ presence, phone, isNew, banned, connections }: GuestRow): string {
  const where = { here: 'here', grace: 'lost just now', gone: 'gone', away: 'away' }[presence];
  return [
    ...(banned ? ['BANNED'] : [phone ? where : 'no phone']),
    ...(isNew ? ['new'] : []),
    ...(connections > 1 ? [count(connections, 'client')] : []),
  ].join(', ');
}
