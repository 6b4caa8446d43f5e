/** Looking for a song and asking for it. */
import type { Language } from '../../party/reasons.ts';
import { count } from './numbers.ts';

const en = {
  heading: 'Find a song',
  search: 'Artist or title',
  clear: 'Clear the search',
  hint: 'A few letters are enough, in any alphabet.',
  how: 'How to sing here',
  steps: [
    'Find a song and tap on Sing.',
    'Say your name. You need no account.',
    'This phone calls you when it is your turn.',
  ],
  nobodyWaits: 'Nobody waits. Sing now!',
  comesNext: 'Next on the stage',
  wholeLine: (n: number) => `See all ${n} in the line`,
  found: (n: number, more: boolean) => (more ? `More than ${count(n, 'song', 'songs')}` : count(n, 'song', 'songs')),
  results: 'Songs found',

  forYou: 'For you',
  because: { unsung: 'not sung last time', found: 'your wish is here' },
  sungOn: (day: string) => `you sang it on ${day}`,

  sing: 'Sing',
  /** For who hears the button and does not see its row. */
  singThis: (song: string) => `Sing ${song}`,
  duetThis: (song: string) => `Sing it with somebody: ${song}`,
  sending: 'Sending…',
  inLine: (position: number) => `In the line: ${position}`,
  inLineUnknown: 'In the line',
  searchWaits: 'There is no connection; your search goes out as soon as there is one.',
  sendingThis: (song: string) => `${song}: sending…`,
  sentWithName: (song: string) => `${song}: kept, and sent as soon as you say your name`,
  sentLater: (song: string) => `${song}: kept, and sent as soon as you are connected`,

  nothing: (typed: string) => `Nothing here sounds like “${typed}”.`,
  notInList: 'Not in the list?',
  wishHow: 'The DJ can look for it.',
  askDj: (song: string) => `Ask the DJ for ${song}`,
  wishArtist: 'Artist',
  wishTitle: 'Title',
  wish: 'Ask the DJ for it',
  wishHeading: 'Ask the DJ for a song',

  queued: (song: string, position: number | null) =>
    position === null
      ? `${song} is in the line.`
      : position === 1
        ? `${song}: you are first in the line.`
        : `${song}: place ${position} in the line.`,
  queuedAgain: (song: string) => `${song} was in the line already.`,
  queuedAway: 'You are away: come back to be called.',
  wished: (song: string) => `The DJ has been asked for ${song}.`,
  wishedOthers: (others: number) =>
    others === 0
      ? 'You are the first to want it.'
      : `${count(others, 'other guest wants', 'other guests want')} it too.`,
  gone: (song: string) => `${song} was not sent any more. Ask for it again.`,
  askInstead: 'Sing it now',

  unsure: 'Which one do you mean?',
  unsureNone: 'None of these',
  unsureAsk: 'None of these: ask the DJ',

  duet: 'Sing with somebody',
  duetWith: 'With whom?',
  duetGo: 'Sing together',
  duetNobody: (name: string) => `Nobody here is called ${name} yet. They will see the duet when they come.`,
};

export type SingWords = typeof en;

const bg: SingWords = {
  heading: 'Намери песен',
  search: 'Изпълнител или песен',
  clear: 'Изчисти търсенето',
  hint: 'Няколко букви стигат, на кирилица или латиница.',
  how: 'Как се пее тук',
  steps: [
    'Намери песен и натисни „Пей“.',
    'Кажи си името. Без регистрация.',
    'Този телефон те вика, когато ти дойде редът.',
  ],
  nobodyWaits: 'Никой не чака. Пей сега!',
  comesNext: 'Следват на сцената',
  wholeLine: (n) => `Виж всички ${n} на опашката`,
  found: (n, more) => (more ? `Над ${count(n, 'песен', 'песни')}` : count(n, 'песен', 'песни')),
  results: 'Намерени песни',

  forYou: 'За теб',
  because: { unsung: 'остана неизпята', found: 'желанието ти е тук' },
  sungOn: (day) => `изпята от теб на ${day}`,

  sing: 'Пей',
  singThis: (song) => `Пей ${song}`,
  duetThis: (song) => `Пей с някого: ${song}`,
  sending: 'Праща се…',
  inLine: (position) => `На опашката: ${position}`,
  inLineUnknown: 'На опашката',
  searchWaits: 'Няма връзка; търсенето тръгва, щом я има.',
  sendingThis: (song) => `${song}: праща се…`,
  sentWithName: (song) => `${song}: запомнена е и тръгва, щом си кажеш името`,
  sentLater: (song) => `${song}: запомнена е и тръгва, щом има връзка`,

  nothing: (typed) => `Тук няма нищо като „${typed}“.`,
  notInList: 'Няма я в списъка?',
  wishHow: 'Диджеят може да я потърси.',
  askDj: (song) => `Поискай от диджея ${song}`,
  wishArtist: 'Изпълнител',
  wishTitle: 'Песен',
  wish: 'Поискай я от диджея',
  wishHeading: 'Поискай песен от диджея',

  queued: (song, position) =>
    position === null
      ? `${song} е на опашката.`
      : position === 1
        ? `${song}: ти си на първо място.`
        : `${song}: място ${position} на опашката.`,
  queuedAgain: (song) => `${song} вече беше на опашката.`,
  queuedAway: 'В момента те няма: кажи, че си тук, за да те повикаме.',
  wished: (song) => `Поискахме ${song} от диджея.`,
  wishedOthers: (others) =>
    others === 0
      ? 'Досега никой друг не я е поискал.'
      : `${others === 1 ? 'Иска я и още 1 гост' : `Искат я и още ${others} гости`}.`,
  gone: (song) => `${song} не беше изпратена. Поискай я пак.`,
  askInstead: 'Пей я сега',

  unsure: 'Коя имаш предвид?',
  unsureNone: 'Никоя от тези',
  unsureAsk: 'Никоя от тези: поискай от диджея',

  duet: 'Пей с някого',
  duetWith: 'С кого?',
  duetGo: 'Пейте заедно',
  duetNobody: (name) => `Тук още няма ${name}. Щом дойде, ще види дуета.`,
};
export const sing: Readonly<Record<Language, SingWords>> = { en, bg };
