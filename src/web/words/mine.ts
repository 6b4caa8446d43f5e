/** My songs: where they stand and why, wishes, and what I sang. */
import type { Language } from '../../party/reasons.ts';
import { count } from './numbers.ts';

const en = {
  heading: 'My songs',
  nothing: 'No song of yours waits. Find one under Sing.',
  nameFirst: 'Here you see your songs, once you have asked for one.',
  place: (position: number) => `Place ${position}`,
  placeFirst: 'Up next',
  placeKept: 'Place kept',
  wait: (minutes: string) => `in ${minutes} min`,
  waitUnknown: 'nobody knows when',
  tooLate: (hour: string) => `Not over when the party ends at ${hour}; it may go unsung.`,
  duetOf: (name: string) => `with ${name}`,
  duetAskedBy: (name: string) => `${name} asked you to sing along`,

  whyGone: 'It no longer waits.',
  awayYou: 'You are away; the place is kept and counts again when you are back.',
  awayOther: (name: string) => `${name} is away; the place is kept and counts again when ${name} is back.`,
  ownAhead: (n: number) =>
    `${count(n, 'song of yours comes', 'songs of yours come')} before it; the arrows exchange two of them.`,

  up: (song: string) => `Sing ${song} earlier: exchange it with your song before`,
  down: (song: string) => `Sing ${song} later: exchange it with your song after`,
  takeBack: 'Take out',
  takeBackSure: (song: string) => `Take ${song} out of the line?`,
  takeBackLoses: 'Its place is lost. Asked for again, it starts at the end of your turns.',
  takeBackYes: 'Yes, take it out',
  takenBack: (song: string) => `${song} is out of the line.`,

  away: 'I am away',
  awayHint: 'Going out for a moment? Your places are kept.',
  awayNow: 'You are away. Your places are kept, and nobody calls you.',
  back: 'I am back',
  nowAway: 'You are away. Your places are kept.',
  nowBack: 'You are here again and will be called.',

  wishes: 'My wishes',
  wishState: {
    wanted: 'the DJ has been asked',
    fetching: 'on its way',
    found: 'it is here!',
    refused: 'will not come',
    withdrawn: 'taken back',
  },
  wishReason: (reason: string) => `the DJ says: ${reason}`,
  unwish: 'Forget it',
  askAgain: 'Ask again',
  unwished: (song: string) => `${song} is no wish of yours any more.`,

  unsung: 'Not sung last time',
  unsungForget: 'Forget it',

  history: 'What I sang',
  historyNothing: 'Nothing yet.',
  /** Said to who listens when the first of the own songs moves. */
  moved: (song: string, position: number, minutes: string | null) =>
    `${song}: place ${position}${minutes === null ? '' : `, in ${minutes} minutes`}`,
};

export type MineWords = typeof en;

const bg: MineWords = {
  heading: 'Моите песни',
  nothing: 'Нямаш песен на опашката. Намери си в „Пей“.',
  nameFirst: 'Тук ще видиш песните си, щом поискаш първата.',
  place: (position) => `Място ${position}`,
  placeFirst: 'Следващата',
  placeKept: 'Мястото е запазено',
  wait: (minutes) => `след ${minutes} мин`,
  waitUnknown: 'не се знае кога',
  tooLate: (hour) => `Партито свършва в ${hour}, преди края на песента; може да остане неизпята.`,
  duetOf: (name) => `с ${name}`,
  duetAskedBy: (name) => `${name} те кани да пеете заедно`,

  whyGone: 'Вече не чака.',
  awayYou: 'В момента те няма; мястото ти е запазено и важи пак, щом се върнеш.',
  awayOther: (name) => `${name} излезе за малко; мястото е запазено и важи пак след това.`,
  ownAhead: (n) => `Преди нея имаш ${count(n, 'песен', 'песни')}; със стрелките ги разменяш.`,

  up: (song) => `Пей ${song} по-рано: размени я с предишната си песен`,
  down: (song) => `Пей ${song} по-късно: размени я със следващата си песен`,
  takeBack: 'Махни',
  takeBackSure: (song) => `Да махнем ли ${song} от опашката?`,
  takeBackLoses: 'Мястото се губи. Ако я поискаш пак, идва след другите ти песни.',
  takeBackYes: 'Да, махни я',
  takenBack: (song) => `${song} вече не е на опашката.`,

  away: 'Излизам',
  awayHint: 'Излизаш за малко? Местата ти се пазят.',
  awayNow: 'В момента те няма. Местата ти се пазят и никой не те вика.',
  back: 'Тук съм пак',
  nowAway: 'Добре, няма да те викаме. Местата ти се пазят.',
  nowBack: 'Пак си тук и ще те повикаме.',

  wishes: 'Моите желания',
  wishState: {
    wanted: 'диджеят знае',
    fetching: 'намира се',
    found: 'вече е тук!',
    refused: 'няма да я има',
    withdrawn: 'отказана',
  },
  wishReason: (reason) => `диджеят казва: ${reason}`,
  unwish: 'Откажи я',
  askAgain: 'Поискай пак',
  unwished: (song) => `${song} вече не е твое желание.`,

  unsung: 'Останаха неизпети',
  unsungForget: 'Забрави я',

  history: 'Изпети от мен',
  historyNothing: 'Още нищо.',
  moved: (song, position, minutes) => `${song}: място ${position}${minutes === null ? '' : `, след ${minutes} минути`}`,
};

export const mine: Readonly<Record<Language, MineWords>> = { en, bg };
