/** Who I am, and how this phone behaves. */
import type { Language } from '../../party/reasons.ts';

const en = {
  heading: 'Me',
  nobody: 'You have not said who you are. That is needed only when you ask for a song.',
  sayName: 'Say your name',
  iAm: (name: string) => `You are ${name}`,
  notYou: 'Not you?',

  askName: 'What is your name?',
  askNameWhy: 'So that the DJ can call you.',
  name: 'Your name',
  go: 'Go on',
  code: 'Your code',
  codeHave: 'I have a code',
  codeWhat: 'Six letters and digits; your other phone shows it under Me.',
  taken: (name: string) => `${name} is somebody else here. If that is you, enter your code:`,
  wrongCode: (name: string) => `That is not the code of ${name}. Look again, or take another name.`,
  stranger: {
    forgotten: (name: string) =>
      `Nobody is called ${name} here any more: the name is free, and its songs and wishes are gone.`,
    code: (name: string) => `${name} has another code now. If that is you, enter the new one; the DJ has it.`,
  },
  orBe: (name: string) => `Or be ${name}`,
  notSaid: 'That did not get through. Please try again.',

  showCode: 'Move to another phone',
  codeHeading: 'Your code',
  codeHow: (name: string) =>
    `On the other phone say that you are ${name}, and enter this code. Show it to nobody else.`,
  codeUnknown: 'This phone was never told your code.',

  phone: 'This phone',
  sound: 'Sound when it is my turn',
  trySound: 'Hear it',
  language: 'Language',
  forget: 'Forget me on this phone',
  forgetSure: (name: string) => `Forget ${name} on this phone?`,
  forgetWhat: (code: string) => `Your songs keep their places. To be you again, you need your code: ${code}`,
  forgetYes: 'Yes, forget me here',
  forgetFailed: (name: string) => `There is no connection: this phone still remembers ${name}. Please try again.`,
};

export type MeWords = typeof en;

const bg: MeWords = {
  heading: 'Аз',
  nobody: 'Още не знаем кой си. Трябва ни само когато поискаш песен.',
  sayName: 'Кажи си името',
  iAm: (name) => `Ти си ${name}`,
  notYou: 'Не си ти?',

  askName: 'Как се казваш?',
  askNameWhy: 'За да може диджеят да те повика.',
  name: 'Твоето име',
  go: 'Продължи',
  code: 'Твоят код',
  codeHave: 'Имам код',
  codeWhat: 'Шест букви и цифри; другият ти телефон ги показва в „Аз“.',
  taken: (name) => `${name} тук е друг човек. Ако това си ти, въведи кода си:`,
  wrongCode: (name) => `Това не е кодът на ${name}. Виж пак или избери друго име.`,
  stranger: {
    forgotten: (name) => `Тук вече няма ${name}: името е свободно, песните и желанията към него ги няма.`,
    code: (name) => `Кодът на ${name} е сменен. Ако това си ти, въведи новия; диджеят го има.`,
  },
  orBe: (name) => `Или бъди ${name}`,
  notSaid: 'Не се получи. Опитай пак.',

  showCode: 'Премести се на друг телефон',
  codeHeading: 'Твоят код',
  codeHow: (name) => `На другия телефон кажи, че си ${name}, и въведи този код. Не го показвай на друг.`,
  codeUnknown: 'Този телефон не знае кода ти.',

  phone: 'Този телефон',
  sound: 'Звук, когато е мой ред',
  trySound: 'Чуй го',
  language: 'Език',
  forget: 'Забрави ме на този телефон',
  forgetSure: (name) => `Да забравим ли ${name} на този телефон?`,
  forgetWhat: (code) => `Песните ти си пазят местата. За да си пак ти, ще ти трябва кодът: ${code}`,
  forgetYes: 'Да, забрави ме тук',
  forgetFailed: (name) => `Няма връзка: този телефон още помни ${name}. Опитай пак.`,
};

export const me: Readonly<Record<Language, MeWords>> = { en, bg };

/** Each language in its own words. */
export const LANGUAGES: Readonly<Record<Language, string>> = { bg: 'Български', en: 'English' };
