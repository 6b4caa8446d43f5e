/** What was done, and what is asked before it is, in Bulgarian. No past participles of persons, as in party/reasons/bg.ts. */
import type { QueueRow } from '../../../dj/results/line.ts';
import type { Results, Steered } from '../../../dj/results.ts';
import { reasonSentence } from '../../../party/reasons.ts';
import { visible } from '../../../party/visible.ts';
import type { Undoable } from '../../../store/dj_line.ts';
import type { GuestRow, Missing } from '../../../store/dj.ts';
import { count, songName } from '../../words.ts';
import { bgSentence } from './bg_sentences.ts';
import type { SureVerb, Words } from './words.ts';

const guest = (row: unknown): string => visible((row as GuestRow).name);
const BACK = ' u връща.';

export const bgSure: Words['sure'] = {
  restart: () => 'Песента започва отначало, и докъде е стигнала, се губи. Отначало ли?',
  end: () => 'Всички научават и връзките се затварят. Край на партито?',
  stop: () => 'karaoked спира, а с него музиката и всички връзки. Да спре ли?',
  refuse: (row, [reason = '']) => `Отказ за ${songName(row as Missing)} с думите: ${visible(reason)}?`,
  kick: (row) => `Да се затворят ли връзките на ${guest(row)}?`,
  ban: (row) => `Да се забрани ли ${guest(row)}: без песни в опашката, името затворено?`,
  code: (row) => `Нов код за ${guest(row)}? Старият вече няма да важи.`,
  forget: (row) => `Да се изтрият ли завинаги името и кодът на ${guest(row)}?`,
};

/** What comes of it, before a line typed in full is done. */
export const bgOutcome: Readonly<Record<SureVerb, string>> = {
  'party end': 'всички научават и връзките се затварят.',
  stop: 'музиката и всички връзки спират.',
  restart: 'песента започва отначало и докъде е стигнала, се губи.',
  refuse: 'който я иска, научава.',
  kick: 'гостът научава и излиза.',
  ban: 'гостът излиза, песните му са вън от опашката, името е затворено.',
  code: 'старият код вече няма да важи.',
  forget: 'името и кодът се изтриват завинаги.',
};

export const bgDid: Words['did'] = {
  skip: (steered) => told(steered, 'Прескочена', 'Вече е прескочена', BACK),
  pause: (steered) => told(steered, 'Пауза', 'Вече е на пауза', ' Интервал продължава.'),
  resume: (steered) => told(steered, 'Продължава', 'Не беше на пауза', ''),
  restart: (steered) => told(steered, 'Отначало', 'Вече е в началото', ''),
  add: ({ singer, with: partner, song, position, waitFromMin, waitToMin, alsoAskedBy, tooLateFor }, time) =>
    [
      `${together(singer, partner)}: ${songName(song)}, място ${position ?? '?'}`,
      waitFromMin === null || waitToMin === null ? '' : `, след ${waitFromMin}-${waitToMin} мин`,
      tooLateFor === null ? '' : `. Партито свършва в ${time(tooLateFor)}: НЯМА ДА СТИГНЕ ВРЕМЕТО`,
      alsoAskedBy.length > 0 ? `. Същата песен чака и ${visible(alsoAskedBy.join(', '))}` : '',
      `.${BACK}`,
    ].join(''),
  remove: ({ singer, artist, title }) =>
    `Вече не е в опашката: ${songName({ artist, title })} (${visible(singer)}).${BACK}`,
  move: (row) => `${row.outcome === 'already' ? 'Вече е там: ' : ''}${placed(row)} ${note(row)}`.trimEnd(),
  unpin: (row) =>
    row.outcome === 'already' ? `Не е закрепена: ${placed(row)}` : `Редът идва по правилата: ${placed(row)}`,
  undo: ({ undone, who, orderedAtMs, singer, artist, title, told: heard }, time) =>
    [
      `Върнато: ${UNDONE[undone]}`,
      artist === null || title === null ? '' : `, ${songName({ artist, title })}`,
      singer === null ? '' : ` (${visible(singer)})`,
      `, от ${visible(who)} в ${time(orderedAtMs)}.`,
      heard > 0 ? ` ${count(heard, 'гост вече знаеше', 'гости вече знаеха')}.` : '',
    ].join(''),
  hide: ({ outcome, artist, title, waiting }) =>
    [
      `${songName({ artist, title })} ${outcome === 'already' ? 'вече е скрита' : 'е скрита'}.`,
      waiting.length > 0 ? ` Още чака в опашката за ${visible(waiting.map(({ singer }) => singer).join(', '))}.` : '',
      outcome === 'already' ? '' : BACK,
    ].join(''),
  unhide: ({ artist, title }) => `${songName({ artist, title })} се вижда.`,
  ban: ({ outcome, guest: name, cancelled, onStage }) =>
    [
      `${visible(name)}: ${outcome === 'already' ? 'вече има забрана' : 'забрана'}.`,
      cancelled.length > 0 ? ` ${count(cancelled.length, 'песен', 'песни')} вън от опашката.` : '',
      onStage ? ' Песента върви: s я прескача.' : '',
      outcome === 'already' ? '' : BACK,
    ].join(''),
  unban: ({ guest: name, outcome, cancelled }) =>
    [
      outcome === 'already' ? `${visible(name)} нямаше забрана.` : `${visible(name)} може да влиза отново.`,
      cancelled.length > 0 ? ` ${count(cancelled.length, 'песен', 'песни')} от забраната не се връщат в опашката.` : '',
    ].join(''),
  found: ({ artist, title, askers }) =>
    `${songName({ artist, title })} е тук; ще ${learn(askers)} ${guests(askers)}.${BACK}`,
  fetch: ({ artist, title, outcome }) =>
    `${songName({ artist, title })} ${outcome === 'started' ? 'се изтегля' : 'се изтегля след другите'}.`,
  refuse: ({ artist, title, askers }) =>
    `Отказ за ${songName({ artist, title })}; защо, ще ${learn(askers)} ${guests(askers)}.${BACK}`,
  kick: ({ guest: name, connections }) =>
    connections === 0 ? `${visible(name)} няма връзка.` : `${visible(name)} научава и излиза.`,
  code: ({ guest: name, code }) =>
    `Кодът на ${visible(name)} вече е ${code}. На телефона: HELLO ${visible(name)} ${code}`,
  forget: ({ guest: name }) => `Името и кодът на ${visible(name)} са изтрити.`,
  say: ({ connections }) =>
    connections === 0
      ? 'Никой не е на линия и никой няма да го прочете.'
      : `Казано на ${count(connections, 'клиент', 'клиента')}.`,
  'party start': ({ party }) => `„${visible(party.name)}“ започна.`,
  'party end': ({ outcome, party }, time) =>
    outcome === 'ended'
      ? `„${visible(party.name)}“ свърши; всички знаят.`
      : `Последни песни: „${visible(party.name)}“ свършва в ${time(party.closingAtMs ?? 0)}. C и „няма“ отменят.`,
  'party closing': ({ outcome, party }, time) =>
    outcome === 'withdrawn' || party.closingAtMs === null
      ? 'Часът за край е отменен; партито свършва, когато го спреш.'
      : `„${visible(party.name)}“ свършва в ${time(party.closingAtMs)}.`,
  stop: () => 'karaoked спря. Партито продължава при следващото пускане.',
};

const UNDONE: Readonly<Record<Undoable, string>> = {
  skip: 'прескачането',
  remove: 'махането',
  add: 'добавянето',
  move: 'преместването',
  unpin: 'махането на закрепването',
  found: 'намирането',
  refuse: 'отказът',
  fetch: 'изтеглянето',
  hide: 'скриването',
  ban: 'забраната',
};

function learn(n: number): string {
  return n === 1 ? 'научи' : 'научат';
}

function guests(n: number): string {
  return count(n, 'гост', 'гости');
}

function together(singer: string, partner: string | null): string {
  return visible(partner === null ? singer : `${singer} и ${partner}`);
}

/** Why it does not stand where it was wanted: another rule goes first, or the line is shorter. */
function note(row: Results['move']): string {
  if (row.note === null) return '';
  return row.why.rule === 'pinned'
    ? bgSentence(row.note)
    : reasonSentence(row.why, { singer: visible(row.singer), to: 'others' }, 'bg');
}

/** `Toto - Africa (Ada): място 1, след 0-4 мин.` */
function placed(row: QueueRow): string {
  const { singer, with: partner, position, waitFromMin, waitToMin } = row;
  const wait = waitFromMin === null || waitToMin === null ? '' : `, след ${waitFromMin}-${waitToMin} мин`;
  return `${songName(row)} (${together(singer, partner)}): място ${position}${wait}.`;
}

function told({ outcome, before }: Steered, done: string, already: string, remedy: string): string {
  const { artist, title, singer } = before;
  if (outcome === 'already') return `${already}.`;
  return `${done}${artist === null || title === null ? '' : `: ${songName({ artist, title })}`}.${singer === null ? '' : remedy}`;
}
