/** What stands around every tab of the guest page: the tabs, the music, the link to the house, the end of the party. */
import type { Language } from '../../party/reasons.ts';
import { count } from './numbers.ts';

const en = {
  title: 'Karaoke',
  tabs: { sing: 'Sing', mine: 'My songs', line: 'The line', me: 'Me' },
  tabsLabel: 'Pages',
  close: 'Close',
  cancel: 'No, go back',
  more: 'Show more',
  loading: 'One moment…',

  connecting: 'Connecting…',
  reconnecting: 'Reconnecting… Nothing is lost.',
  full: 'Every seat is taken. Trying again…',
  closed: 'The house is closed. This page finds it again when it opens.',
  shutKicked: 'The DJ has shown you the door',
  shutBanned: (name: string) =>
    name === '' ? 'The DJ has closed this party to you' : `The DJ has closed this party to ${name}`,
  shutForgotten: 'The DJ has erased your name',
  shutForgottenWhat: 'It is free again; your songs are out of the line, and your wishes are withdrawn.',
  shutWhat: 'Talk to the DJ if you think that is a mistake.',
  connectAgain: 'Connect again',

  nowPlaying: 'Now playing',
  sungBy: (singers: string) => `sung by ${singers}`,
  nobodySings: 'nobody sings',
  paused: 'paused',
  startsIn: (time: string) => `starts in ${time}`,
  silence: 'No music right now. The next request plays at once.',
  songProgress: 'Progress of the song',
  and: (one: string, other: string) => `${one} & ${other}`,

  noParty: 'No party is on. You can look for songs and wish for them.',
  lastCall: (hour: string) => `Last call: the party ends at ${hour}`,
  endsAt: (hour: string) => `The party ends at ${hour}`,

  goodbye: 'The party is over',
  goodbyeThanks: (party: string) => `Thank you for singing at ${party}!`,
  goodbyeCame: (party: string) => `Thank you for coming to ${party}!`,
  sungTonight: (n: number) => `You sang ${count(n, 'song', 'songs')} tonight`,
  sungNothing: 'Next time you sing!',
  goodbyeNext: 'Look for songs for next time',
};

export type FrameWords = typeof en;

const bg: FrameWords = {
  title: 'Караоке',
  tabs: { sing: 'Пей', mine: 'Моите', line: 'Опашката', me: 'Аз' },
  tabsLabel: 'Страници',
  close: 'Затвори',
  cancel: 'Не, назад',
  more: 'Покажи още',
  loading: 'Момент…',

  connecting: 'Свързване…',
  reconnecting: 'Връзката се възстановява… Нищо не е изгубено.',
  full: 'Всички места са заети. Опитваме пак…',
  closed: 'Заведението затвори. Щом отвори, страницата сама ще се свърже.',
  shutKicked: 'Диджеят те помоли да си тръгнеш',
  shutBanned: (name) => (name === '' ? 'Диджеят затвори това парти за теб' : `Диджеят затвори това парти за ${name}`),
  shutForgotten: 'Диджеят изтри името ти',
  shutForgottenWhat: 'То пак е свободно; песните ти вече не са на опашката, а желанията ти отпаднаха.',
  shutWhat: 'Ако мислиш, че е грешка, говори с диджея.',
  connectAgain: 'Свържи се отново',

  nowPlaying: 'Сега звучи',
  sungBy: (singers) => `пее ${singers}`,
  nobodySings: 'никой не пее',
  paused: 'на пауза',
  startsIn: (time) => `започва след ${time}`,
  silence: 'Сега няма музика. Следващата заявка тръгва веднага.',
  songProgress: 'Докъде е песента',
  and: (one, other) => `${one} и ${other}`,

  noParty: 'В момента няма парти. Можеш да търсиш песни и да си пожелаваш.',
  lastCall: (hour) => `Последни песни: партито свършва в ${hour}`,
  endsAt: (hour) => `Партито свършва в ${hour}`,

  goodbye: 'Партито свърши',
  goodbyeThanks: (party) => `Благодарим ти, че пя на „${party}“!`,
  goodbyeCame: (party) => `Благодарим ти, че беше на „${party}“!`,
  sungTonight: (n) => `Тази вечер изпя ${count(n, 'песен', 'песни')}`,
  sungNothing: 'Следващия път пееш и ти!',
  goodbyeNext: 'Потърси песни за следващия път',
};

export const frame: Readonly<Record<Language, FrameWords>> = { en, bg };
