/** The console in Bulgarian: "пултът". After a number masculine nouns take their counting form (5 клиента), people do not (5 гости). */
import type { NowRow } from '../../../dj/results/rows.ts';
import { visible } from '../../../party/visible.ts';
import type { GuestRow, Missing } from '../../../store/dj.ts';
import { count, songName } from '../../words.ts';
import { bgActions, bgAsks, bgViews } from './bg_keys.ts';
import { bgDid, bgOutcome, bgSure } from './bg_deeds.ts';
import { bgMessage } from './bg_messages.ts';
import { bgSentence } from './bg_sentences.ts';
import type { Words } from './words.ts';

export const bg: Words = {
  tabs: {
    line: 'Опашка',
    missing: 'Липсват',
    guests: 'Гости',
    songs: 'Песни',
    messages: 'Новини',
    sung: 'Изпети',
  },
  empty: {
    line: 'Никой не чака. a добавя песен на някого.',
    missing: 'Нищо не липсва: всичко поискано е тук.',
    guests: 'Още никой не си е казал името.',
    songs: 'Няма такава песен. / търси други; I внася каталог.',
    messages: 'Още нищо не е станало.',
    sung: 'Още нищо не е свирило.',
    found: 'Тук няма нищо подобно.',
  },
  columns: {
    singer: 'певец',
    song: 'песен',
    wait: 'мин',
    why: 'защо тук',
    askers: 'от кого',
    state: 'състояние',
    lastAsked: 'последно',
    guest: 'гост',
    where: 'къде',
    sung: 'песни',
    waiting: 'ред',
    wishes: 'желани',
    seen: 'последно',
    artist: 'изпълнител',
    title: 'заглавие',
    time: 'време',
    at: 'в',
    end: 'край',
    number: '№',
  },
  header: {
    looking: 'Търся karaoked …',
    lost: 'НЯМА KARAOKED',
    noParty: 'Няма парти: P започва',
    since: (time) => `от ${time}`,
    closing: (time, minutes) => (minutes > 0 ? `КРАЙ ${time}, след ${minutes} мин` : `КРАЙ ${time}, сега`),
    clients: (n) => count(n, 'клиент', 'клиента'),
    named: (n) => `${n} с име`,
    degraded: (names) => `НЕ РАБОТИ: ${names}`,
    problems: (n) => count(n, 'проблем', 'проблема'),
  },
  now: {
    nobody: 'никой не пее',
    paused: 'ПАУЗА',
    unknown: '…',
    silence,
    startsIn: (time) => `започва след ${time}`,
    left: (time) => `остават ${time}`,
  },
  next: {
    title: 'СЛЕДВАТ',
    nobody: 'никой не чака',
    minutes: (from, to) => `${from}-${to}`,
    rule: (reason) => {
      switch (reason.rule) {
        case 'pinned':
          return 'закрепи я диджей';
        case 'announced':
          return 'обявена';
        case 'not-twice':
          return 'току-що пя';
        case 'in-between':
          return 'по средата';
        case 'overdue':
          return `чака ${reason.waitedMin} мин`;
        case 'fewest-turns':
          return `${ordinal(reason.turns + 1)} изпълнение`;
        case 'longest-wait':
          return 'други чакат повече';
        case 'first':
          return 'чака най-дълго';
        case 'own-first':
          return 'след своя песен';
        case 'after-present':
          return 'не е тук';
        case 'away':
          return 'излезе';
      }
    },
    away: 'излезе',
    gone: 'не е тук',
    lost: 'няма го?',
    late: 'няма време',
    with: (singer, partner) => `${singer} и ${partner}`,
  },
  details: {
    asked,
    entry: (queueId) => `запис ${queueId}`,
    late: (time) => `Не свършва преди края на партито в ${time}.`,
    wish: (state) => WISHES[state],
    guest: guestNow,
    ended: (end) => ENDS[end],
    nobody: 'никой',
  },
  message: bgMessage,
  actions: bgActions,
  views: bgViews,
  asks: bgAsks,
  mustBe: {
    time: 'Трябва да е час, например 23:30, или „няма“.',
    minutes: 'Трябва да са минути, например 20, или време до 24h, например 1h30m.',
    place: 'Трябва да е цяло число от 1 нагоре, например 17.',
  },
  hints: {
    field: 'Enter продължава, Esc отказва',
    optional: 'само Enter: нищо',
    filter: 'Enter оставя показаното, Ctrl-U изтрива реда, Esc показва всички песни',
    song: 'стрелките избират, Enter взима песента, Esc отказва',
    file: 'или път до файл, с наклонена черта',
    command: 'каквото би следвало след karaokectl; Tab допълва; Esc отказва',
    question: 'y или д: да; n или н, Enter, Esc: не',
    sureCommand: (line, verb) => `${visible(line)}: ${bgOutcome[verb]} Да стане ли?`,
    exports: 'Записва се във файл: в раздела с изпетите (6) клавишът e пита за пътя и го записва.',
    page: 'стрелките местят; Esc затваря',
    menu: 'стрелките избират; Enter изпълнява; Esc затваря',
    doing: '…',
    nothing: 'Нищо не е направено.',
    unknownKey: (key) => `${key} не прави нищо тук; ? показва клавишите.`,
    unclosed: 'Има незатворена кавичка.',
    noRow: 'Тук няма никой и нищо избрано.',
    notHere: 'karaoked го няма; нищо не е направено.',
    watches: 'Пултът вече гледа: какво става, е в раздела с новини.',
    saved: 'Записано:',
    scanning: (done, total) => `библиотеката се обхожда: ${done}${total === null ? '' : ` от ${total}`}`,
    more: (rows) => `още ${rows}`,
    byNumber: (typed) => `номер ${typed}: Enter го взима`,
    loading: 'зарежда се …',
  },
  headings: {
    line: 'В опашката, за избраната заявка',
    missing: 'При липсващите, за избраната песен',
    guests: 'При гостите, за избрания гост',
    songs: 'При песните, за избраната песен',
    messages: 'При новините',
    sung: 'При изпетите песни',
    everywhere: 'Навсякъде',
    views: 'Разглеждане',
    help: 'Клавиши',
    menu: 'Меню',
    owner: 'Най-нужното',
  },
  sure: bgSure,
  keys: {
    space: 'интервал',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    'shift-tab': 'Shift-Tab',
    up: 'нагоре',
    down: 'надолу',
    left: 'наляво',
    right: 'надясно',
    'shift-up': 'Shift-нагоре',
    'shift-down': 'Shift-надолу',
    pageup: 'PgUp',
    pagedown: 'PgDn',
    home: 'Home',
    end: 'End',
    delete: 'Del',
    f1: 'F1',
  },
  sentence: bgSentence,
  did: bgDid,
};

function silence(why: NowRow['why']): string {
  return why === 'no-party' ? 'Тишина: няма парти' : 'Тишина: никой не чака и няма песен за пускане';
}

/** „Изпълнение“ е среден род. */
function ordinal(n: number): string {
  const last = n % 100 === 11 || n % 100 === 12 ? 0 : n % 10;
  return `${n}-${last === 1 ? 'во' : last === 2 ? 'ро' : last === 7 || last === 8 ? 'мо' : 'то'}`;
}

const WISHES = {
  wanted: 'търси се',
  fetching: 'изтегля се',
  found: 'намерена',
  refused: 'отказана',
  withdrawn: 'отменена',
} as const;

const ENDS = { playing: 'върви', sung: 'изпята', skipped: 'прескочена', unsung: 'прекъсната' } as const;

function asked(row: Missing, time: (ms: number) => string): string {
  const { artist, title, askers, near, fetchTries, fetchReason } = row;
  const songs = near.map((song) => `${song.songId} ${songName(song)}${song.why === 'came' ? ' (нова)' : ''}`);
  return [
    `${songName({ artist, title })}, искат я: ${visible(askers.join(', '))}, последно в ${time(row.lastAskedAtMs)}.`,
    ...(songs.length > 0 ? [`Може би ${songs.join(' или ')}: f.`] : []),
    ...(fetchTries > 0
      ? [`Изтегляне без успех, ${count(fetchTries, 'път', 'пъти')}: ${visible(fetchReason ?? '')}`]
      : []),
  ].join(' ');
}

function guestNow({ presence, phone, isNew, banned, connections }: GuestRow): string {
  const where = { here: 'тук', grace: 'току-що прекъсна', gone: 'няма връзка', away: 'излезе' }[presence];
  return [
    ...(banned ? ['ЗАБРАНА'] : [phone ? where : 'без телефон']),
    ...(isNew ? ['за пръв път'] : []),
    ...(connections > 1 ? [count(connections, 'клиент', 'клиента')] : []),
  ].join(', ');
}
