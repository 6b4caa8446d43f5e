/** What stands on the TV. Few words, because they are read in passing. */
import type { Language } from '../../party/reasons.ts';

const en = {
  titleOf: (party: string | null) => (party === null ? 'Karaoke' : `${party} – Stage`),
  waiting: 'One moment…',

  onStage: 'On stage',
  toTheStage: 'To the stage',
  and: (one: string, other: string) => `${one} & ${other}`,
  startsIn: (time: string) => `in ${time}`,
  paused: 'Paused',
  progress: 'Progress of the song',
  nobodySings: 'Nobody sings',
  yourTurn: 'Your turn?',
  thenComes: (who: string) => `Next: ${who}`,

  free: 'The stage is free',
  freeWhat: 'Who asks for a song now sings at once.',

  next: 'Next',
  nobodyNext: 'Nobody yet',
  nobodyNextWhat: 'Your song would be the first.',
  upNext: 'up next',
  minutes: (range: string) => `${range} min`,
  more: (n: number) => `${n} more wait`,

  join: 'Sing too!',
  joinWhat: 'Scan the code or open',
  code: 'QR code of the address',

  lastCall: 'Last call',
  lastCallMinutes: (n: number) => `${n} min left`,
  closes: (hour: string) => `until ${hour}`,

  message: 'From the DJ',

  goodbye: 'Good night!',
  goodbyeThanks: (party: string) => (party === '' ? 'Thank you for singing.' : `Thank you for singing at ${party}.`),
  noParty: 'No party is on',
  noPartyWhat: 'Look for your songs already, and wish for those that are missing.',

  lost: 'No connection – trying again',
  fullScreen: 'Full screen',
};

export type StageWords = typeof en;

const bg: StageWords = {
  titleOf: (party) => (party === null ? 'Караоке' : `${party} – Сцена`),
  waiting: 'Момент…',

  onStage: 'На сцената',
  toTheStage: 'Към сцената',
  and: (one, other) => `${one} и ${other}`,
  startsIn: (time) => `след ${time}`,
  paused: 'Пауза',
  progress: 'Докъде е песента',
  nobodySings: 'Никой не пее',
  yourTurn: 'Ще пееш ли?',
  thenComes: (who) => `Следва ${who}`,

  free: 'Сцената е свободна',
  freeWhat: 'Който поиска песен сега, пее веднага.',

  next: 'Следват',
  nobodyNext: 'Още никой',
  nobodyNextWhat: 'Твоята песен ще е първа.',
  upNext: 'на ред',
  minutes: (range) => `${range} мин`,
  more: (n) => `още ${n} чакат`,

  join: 'Пей и ти!',
  joinWhat: 'Сканирай кода или отвори',
  code: 'QR код на адреса',

  lastCall: 'Последни песни',
  lastCallMinutes: (n) => `още ${n} мин`,
  closes: (hour) => `до ${hour}`,

  message: 'От диджея',

  goodbye: 'Лека нощ!',
  goodbyeThanks: (party) => (party === '' ? 'Благодарим, че пяхте.' : `Благодарим, че пяхте на „${party}“.`),
  noParty: 'В момента няма парти',
  noPartyWhat: 'Потърси песните си отсега и си пожелай тези, които липсват.',

  lost: 'Няма връзка – опитваме пак',
  fullScreen: 'На цял екран',
};

export const stage: Readonly<Record<Language, StageWords>> = { en, bg };
