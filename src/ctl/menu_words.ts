/** What the plain menu says, in the languages of the console; English labels stand in the table of verbs (dj/verbs/). */
import { verbTable } from '../dj/verbs.ts';
import type { Verb } from '../dj/verbs.ts';
import type { Language } from './console/words/language.ts';

export interface MenuWords {
  label(verb: Verb): string;
  /** The question before what cannot be taken back, with how it is answered; null: none is needed. */
  sure(verb: Verb): string | null;
  /** The prompt for an argument. */
  ask(verb: Verb, name: string): string;
  readonly quit: string;
  /** Below the lines. `songs` and `start`: the numbers of those lines. */
  hint(songs: number, start: number): string;
  /** In front of what is typed, when the menu is not in sight any more. */
  readonly prompt: string;
  wrong(lines: number): string;
  readonly notDone: string;
}

const en: MenuWords = {
  label: (verb) => verbTable[verb].menu?.label ?? verb,
  sure: (verb) => {
    const sure = verbTable[verb].menu?.sure;
    return sure === undefined ? null : `${sure} (y/N) `;
  },
  ask: (verb, name) => {
    const { args, options } = verbTable[verb];
    return `${name} (${(args[name] ?? options[name])?.help ?? name}): `;
  },
  quit: 'Quit',
  hint: (songs, start) => `Words may follow the number: ${songs} abba, ${songs} --page 2, ${start} My party`,
  prompt: 'Enter: the menu. > ',
  wrong: (lines) => `Type a number from 0 to ${lines}, or one of the letters. Enter shows the menu.`,
  notDone: 'Nothing was done.',
};

/** Of every verb with a line in the menu; a test asks for each. */
const LABELS: Partial<Readonly<Record<Verb, string>>> = {
  'party start': 'Започни партито',
  'party end': 'Край на партито',
  songs: 'Всички песни',
  queue: 'Заявки',
  missing: 'Липсващи песни',
  guests: 'Свързани клиенти',
  status: 'Какво е положението',
  'party closing': 'В колко часа свършва партито',
  stop: 'Спри karaoked',
  now: 'Какво звучи сега',
  skip: 'Прескочи тази песен',
  pause: 'Пауза на музиката',
  resume: 'Продължи след паузата',
  add: 'Добави песен за някого',
  undo: 'Върни последното направено',
  'library scan': 'Обходи библиотеката',
  'library list': 'Папки на библиотеката',
  say: 'Кажи нещо на всички',
};

const SURE: Partial<Readonly<Record<Verb, string>>> = {
  'party end': 'Всички научават и връзките се затварят. Край на партито?',
  stop: 'Музиката и всички връзки спират; партито продължава после. Да спре ли?',
};

const ASKS: Readonly<Record<string, string>> = {
  'party closing time': 'час (най-близкият такъв, 23:30; или off)',
  'say text': 'текст',
  'add for': 'кой пее',
  'add song': 'песен (номер, „изпълнител - заглавие“ или думи)',
};

const bg: MenuWords = {
  label: (verb) => LABELS[verb] ?? en.label(verb),
  sure: (verb) => {
    const sure = SURE[verb];
    return sure === undefined ? en.sure(verb) : `${sure} (д/Н) `;
  },
  ask: (verb, name) => {
    const asked = ASKS[`${verb} ${name}`];
    return asked === undefined ? en.ask(verb, name) : `${asked}: `;
  },
  quit: 'Изход',
  hint: (songs, start) => `След номера може да има думи: ${songs} abba, ${songs} --page 2, ${start} Моето парти`,
  prompt: 'Enter: менюто. > ',
  wrong: (lines) => `Напиши номер от 0 до ${lines} или някоя от буквите. Enter показва менюто.`,
  notDone: 'Нищо не е направено.',
};

const TABLES: Readonly<Record<Language, MenuWords>> = { en, bg };

export const menuWordsIn = (language: Language): MenuWords => TABLES[language];
