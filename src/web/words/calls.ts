/** What a guest is told of the own turn, of wishes, and by the DJ. */
import type { Language } from '../../party/reasons.ts';
import { count } from './numbers.ts';

const en = {
  turn: 'The microphone is yours!',
  turnSoon: 'Your turn! The music starts in a moment.',
  next: 'You are next!',
  nextHow: 'Come to the stage after this song.',
  withOther: (name: string) => `with ${name}`,
  turnTitle: 'Your turn!',
  nextTitle: 'You are next!',

  found: (song: string) => `${song} is here now!`,
  foundFor: (wish: string) => `Your wish was: ${wish}`,
  refused: (song: string) => `${song} will not come`,
  unsung: (n: number) => `You did not get to sing ${count(n, 'song', 'songs')} last time.`,
  unsungSee: 'See them',
  say: 'The DJ says',
  openEnd: 'The party goes on: its end was taken back.',
  noteCode: (code: string) => `This browser will forget you. Write down your code: ${code}`,
  later: {
    displaced: 'Somebody goes before you; you will be called again.',
    away: 'Who sings with you is away; you will be called again.',
    cancelled: 'It was taken out of the line by who asked for it.',
    removed: 'The DJ took it out of the line.',
  },
  laterHeading: (song: string) => `${song}: not next after all`,
  dismiss: 'Put away',
};

export type CallWords = typeof en;

const bg: CallWords = {
  turn: 'Микрофонът е твой!',
  turnSoon: 'Твой ред е! Музиката започва след миг.',
  next: 'Следва твоята песен!',
  nextHow: 'Ела до сцената след тази песен.',
  withOther: (name) => `с ${name}`,
  turnTitle: 'Твой ред е!',
  nextTitle: 'Следва твоята песен!',

  found: (song) => `${song} вече е тук!`,
  foundFor: (wish) => `Твоето желание беше: ${wish}`,
  refused: (song) => `${song} няма да я има`,
  unsung: (n) => `Миналия път ти ${n === 1 ? 'остана 1 неизпята песен' : `останаха ${n} неизпети песни`}.`,
  unsungSee: 'Виж ги',
  say: 'Диджеят казва',
  openEnd: 'Партито продължава: краят му отпадна.',
  noteCode: (code) => `Този браузър ще те забрави. Запиши си кода: ${code}`,
  later: {
    displaced: 'Някой мина преди теб; ще те повикаме пак.',
    away: 'Другият в дуета излезе за малко; ще ви повикаме пак.',
    cancelled: 'Който я поиска, я махна от опашката.',
    removed: 'Диджеят я махна от опашката.',
  },
  laterHeading: (song) => `${song}: все пак не е следващата`,
  dismiss: 'Скрий',
};

export const calls: Readonly<Record<Language, CallWords>> = { en, bg };
