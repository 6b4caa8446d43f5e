/** Every refusal of the protocol in the guest's own words. A word that is missing does not compile. */
import type { ErrorCode, ERRORS } from '../../protocol/errors.ts';
import type { ErrFields } from '../../protocol/reply.ts';
import type { Language } from '../../party/reasons.ts';
import { hourOf } from './numbers.ts';

type RefusalWord = (typeof ERRORS)[ErrorCode]['word'];

/** What was refused: the fields of the `ERR`, and what its guest was doing. */
export interface Refusal extends ErrFields {
  readonly doing: 'name' | 'ask' | 'wish' | 'change';
  /** Seconds after which trying again makes sense. */
  readonly retry: number | null;
  /** Who was to sing along; null: nobody. */
  readonly partner: string | null;
}

type Refusals = Readonly<Record<RefusalWord, (about: Refusal) => string>>;

const en: Refusals = {
  FULL: () => 'Every seat is taken. Try again in a moment.',
  SLOW_DOWN: ({ retry, of }) =>
    of === 'name'
      ? `Very many new names came from here just now. Wait ${retry ?? 60} seconds, or say the name you had here and its code.`
      : `That was tried too often. Wait ${retry ?? 60} seconds.`,
  BUSY: () => 'The house is very busy, and nothing was changed. Try again.',
  STORAGE: () => 'The house cannot write it down now, and nothing was changed. Tell the DJ.',
  SYNTAX: () => 'That was not understood. Open this page again.',
  BAD_ARGUMENT: ({ doing, partner }) =>
    doing === 'name'
      ? 'A name has 1 to 32 characters, a letter or digit among them, and not two alphabets in one word.'
      : partner === null
        ? 'Say artist and title.'
        : `${partner} cannot sing along: say the name of one other person.`,
  UNKNOWN: () => 'That was not understood. Open this page again.',
  TOO_LONG: () => 'That is too long. Say it in fewer words.',
  ENCODING: () => 'That has characters that nobody can see. Type it again.',
  WHO: () => 'Say your name first.',
  NAME_TAKEN: ({ name, like, partner }) =>
    like != null
      ? `${name ?? partner ?? ''} looks like ${like}, who is somebody else here.`
      : `${name ?? 'That'} is somebody else’s name here.`,
  DENIED: ({ doing, song_id, queue_id, partner }) => {
    if (song_id !== undefined) return 'The DJ does not play that song. Choose another one.';
    if (queue_id !== undefined || doing === 'change') return 'That is not yours.';
    return partner === null ? 'The DJ has closed this party to you.' : `The DJ has closed this party to ${partner}.`;
  },
  NOT_FOUND: ({ doing, name }) => {
    if (doing === 'name') return `Nobody is called ${name ?? 'so'} here (any more). Without a code, the name is yours.`;
    return doing === 'change'
      ? 'It no longer waits.'
      : 'That is not here. Say artist and title, and the DJ will look for it.';
  },
  UNSURE: () => 'Several may be meant. Choose one.',
  LIMIT: ({ limit, of }) =>
    of === 'wish'
      ? `You have ${limit ?? ''} open wishes, as many as one guest may. Take one back first.`
      : `You have ${limit ?? ''} already, as many as one guest may. Sing one, or take one out first.`,
  DUPLICATE: ({ song_id }) => (song_id === undefined ? 'You wait for it already.' : 'It is here already!'),
  NO_PARTY: () => 'No party is on. You can look for songs and wish for them.',
  TOO_LATE: ({ closing_at_ms }) =>
    closing_at_ms === undefined
      ? 'The party ends before its turn would come.'
      : `The party ends at ${hourOf(closing_at_ms)}, before its turn would come.`,
  INTERNAL: () => 'Something broke in the house. Try again.',
};

const bg: Refusals = {
  FULL: () => 'Всички места са заети. Опитай пак след малко.',
  SLOW_DOWN: ({ retry, of }) =>
    of === 'name'
      ? `Току-що оттук дойдоха твърде много нови имена. Изчакай ${retry ?? 60} секунди или кажи името, което вече имаш, с кода му.`
      : `Твърде много опити. Изчакай ${retry ?? 60} секунди.`,
  BUSY: () => 'Системата е претоварена и нищо не се промени. Опитай пак.',
  STORAGE: () => 'В момента нищо не може да се запише и нищо не се промени. Кажи на диджея.',
  SYNTAX: () => 'Нещо не се разбра. Отвори страницата отново.',
  BAD_ARGUMENT: ({ doing, partner }) =>
    doing === 'name'
      ? 'Името е от 1 до 32 знака, с поне една буква или цифра и без две азбуки в една дума.'
      : partner === null
        ? 'Кажи изпълнител и песен.'
        : `${partner} не става: кажи името на един друг човек.`,
  UNKNOWN: () => 'Нещо не се разбра. Отвори страницата отново.',
  TOO_LONG: () => 'Това е твърде дълго. Кажи го по-кратко.',
  ENCODING: () => 'Има знаци, които никой не вижда. Напиши го отново.',
  WHO: () => 'Първо си кажи името.',
  NAME_TAKEN: ({ name, like, partner }) =>
    like != null
      ? `${name ?? partner ?? ''} прилича на ${like}, а това тук е друг човек.`
      : `${name ?? 'Това име'} тук е друг човек.`,
  DENIED: ({ doing, song_id, queue_id, partner }) => {
    if (song_id !== undefined) return 'Диджеят не пуска тази песен. Избери друга.';
    if (queue_id !== undefined || doing === 'change') return 'Това не е твое.';
    return partner === null ? 'Диджеят затвори това парти за теб.' : `Диджеят затвори това парти за ${partner}.`;
  },
  NOT_FOUND: ({ doing, name }) => {
    if (doing === 'name') return `Тук (вече) няма ${name ?? 'такъв човек'}. Без код името е твое.`;
    return doing === 'change' ? 'Вече не чака.' : 'Няма я тук. Кажи изпълнител и песен и диджеят ще я потърси.';
  },
  UNSURE: () => 'Може да са няколко. Избери една.',
  LIMIT: ({ limit, of }) =>
    of === 'wish'
      ? `Вече имаш ${limit ?? ''} желания, повече не може. Откажи някое.`
      : `Вече имаш ${limit ?? ''}, повече не може. Изпей някоя или махни една.`,
  DUPLICATE: ({ song_id }) => (song_id === undefined ? 'Вече я чакаш.' : 'Тя вече е тук!'),
  NO_PARTY: () => 'В момента няма парти. Можеш да търсиш песни и да си пожелаваш.',
  TOO_LATE: ({ closing_at_ms }) =>
    closing_at_ms === undefined
      ? 'Партито свършва, преди да ѝ дойде редът.'
      : `Партито свършва в ${hourOf(closing_at_ms)}, преди да ѝ дойде редът.`,
  INTERNAL: () => 'Нещо се счупи при нас. Опитай пак.',
};

const REFUSALS: Readonly<Record<Language, Refusals>> = { en, bg };

/** The sentence for a refusal; `text`, which is the server's own and English, for a word that this page does not know. */
export function refusalSentence(
  { word, text }: { readonly word: string; readonly text: string },
  about: Refusal,
  language: Language,
): string {
  const said: Readonly<Record<string, ((about: Refusal) => string) | undefined>> = REFUSALS[language];
  return said[word]?.(about) ?? text;
}
