/** What only the page says that works without scripts; the rest it says as the guest page does. */
import type { Language } from '../../party/reasons.ts';

const en = {
  title: 'Karaoke',
  description: 'Find your song, and sing it tonight.',
  songLabel: 'Which song?',
  songHint: 'Artist – title. If it is not here, the DJ will look for it.',
  welcome: (name: string) => `Welcome, ${name}!`,
  unknown: (name: string) => `Nobody here is called ${name} any more. Say your name.`,
  codeIs: (name: string) => `With your code you are ${name} on any phone:`,
  next: 'Next',
  again: 'See how it stands now',
  byItself: 'This page renews itself every minute; that also shows that you are still here.',
  renewed: (became: string) => `You asked for it before: ${became}.`,
  became: {
    singing: 'it is on',
    sung: 'you sang it',
    skipped: 'it was skipped',
    cancelled: 'it was taken out',
    unsung: 'it went unsung',
  },
  takeBackThis: (song: string) => `Take ${song} out of the line`,
  unwishThis: (song: string) => `Take back the wish for ${song}`,
  forgetThis: (song: string) => `Forget ${song}`,
  stage: 'Stage',
  joinHow: 'Scan it, choose a song, sing',
  joinAlt: (address: string) => `QR code for ${address}`,
  problem: {
    'bad-request': 'That was no request that this house understands.',
    foreign: 'That came from another site. What you want to do here, do on this page.',
    'unknown-host':
      'This house does not go by that address. Scan the code on the stage page; who set the address up names it in web.url.',
    'not-found': 'There is nothing here.',
    method: 'That cannot be done here.',
    slow: 'That took too long to arrive. Try again.',
    'too-large': 'That is too much. A name and a song are enough.',
    'long-address': 'That address is too long.',
    'media-type': 'That is not what the form of this page sends.',
    headers: 'Your browser sends more than this house reads. Delete its cookies for this address.',
    broken: 'Something broke here, and was written down. Try again.',
    busy: 'Very many are asking just now. Try again in a few seconds.',
  },
  home: 'To the songs',
};

export type PlainWords = typeof en;

const bg: PlainWords = {
  title: 'Караоке',
  description: 'Намери своята песен и я изпей тази вечер.',
  songLabel: 'Коя песен?',
  songHint: 'Изпълнител – заглавие. Ако я няма, диджеят ще я потърси.',
  welcome: (name) => `Добре дошли, ${name}!`,
  unknown: (name) => `Тук вече никой не се казва ${name}. Кажи името си.`,
  codeIs: (name) => `С твоя код си ${name} на всеки телефон:`,
  next: 'Следва',
  again: 'Виж как е сега',
  byItself: 'Страницата се обновява сама всяка минута; така се вижда и че още си тук.',
  renewed: (became) => `Вече я поиска: ${became}.`,
  became: {
    singing: 'звучи сега',
    sung: 'вече я изпя',
    skipped: 'беше прескочена',
    cancelled: 'беше махната',
    unsung: 'остана неизпята',
  },
  takeBackThis: (song) => `Махни ${song} от опашката`,
  unwishThis: (song) => `Откажи желанието за ${song}`,
  forgetThis: (song) => `Забрави ${song}`,
  stage: 'Сцена',
  joinHow: 'Сканирай, избери песен, пей',
  joinAlt: (address) => `QR код за ${address}`,
  problem: {
    'bad-request': 'Такава заявка тук не се разбира.',
    foreign: 'Това дойде от друг сайт. Каквото искаш да направиш тук, направи го на тази страница.',
    'unknown-host':
      'Тук не се стига с този адрес. Сканирай кода на сцената; който е направил адреса, да го запише в web.url.',
    'not-found': 'Тук няма нищо.',
    method: 'Тук това не може.',
    slow: 'Твърде дълго пътува. Опитай пак.',
    'too-large': 'Твърде много е. Име и песен стигат.',
    'long-address': 'Този адрес е твърде дълъг.',
    'media-type': 'Формулярът на тази страница праща нещо друго.',
    headers: 'Браузърът ти праща повече, отколкото тук се чете. Изтрий бисквитките му за този адрес.',
    broken: 'Нещо се счупи тук и беше записано. Опитай пак.',
    busy: 'В момента питат много хора. Опитай пак след няколко секунди.',
  },
  home: 'Към песните',
};

export const plain: Readonly<Record<Language, PlainWords>> = { en, bg };
