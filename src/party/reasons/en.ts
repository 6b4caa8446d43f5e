/** The reasons in English. */
import type { Others, Reason } from '../model.ts';
import { listed, several } from './sentences.ts';
import type { About, Sentences } from './sentences.ts';

export const en: Sentences = {
  pinned: () => 'The DJ put it in this place.',
  announced: () => 'It was announced as the next song, so it keeps its place.',
  'not-twice': ({ between }) => `Nobody sings twice in a row, so ${between} goes in between.`,
  'in-between': ({ passed }) => `${passed} would come first, but nobody sings twice in a row.`,
  overdue: ({ waitedMin }, about) =>
    `${subject(about)} ${has(about)} waited ${waitedMin} minutes; who waits longer than an hour goes first, once.`,
  'fewest-turns': (reason, about) => {
    const { turns, missed, others, counted } = reason;
    if (counted === 'sung') {
      return others.turns === 0
        ? `${all(others)} ${have(others)} not sung ${yet(others)}, ${who(about)} ${has(about)} sung ${times(turns)}.`
        : `${all(others)} ${have(others)} sung ${times(others.turns)}, ${who(about)} ${times(turns)}.`;
    }
    if (missed === 0) return `${turn(about, turns + 1)}; ${comesBefore(others)}${counted === 'missed' ? NOTE : ''}.`;
    const over = missed === 1 ? '1 round was' : `${missed} rounds were`;
    const before = about.to === 'you' ? 'your' : `${about.singer}'s`;
    return `${over} over before ${before} first request, so this counts as the ${ordinal(turns + 1)} turn; ${comesBefore(others)}.`;
  },
  'longest-wait': (reason, about) => {
    const { turns, placed, others } = reason;
    if (placed === 0) return waitLonger(reason, about);
    const note = reason.counted === 'missed' ? NOTE : '';
    return `${turn(about, turns + 1)}; ${comesBefore(others)}, after a longer wait${note}.`;
  },
  first: ({ behind }, about) => {
    const claim = `body who can be called has had fewer turns than ${who(about)}, or as many and waits longer.`;
    return behind ? `After ${behind.singer}, ${BEHIND[behind.rule]}, no${claim}` : `No${claim}`;
  },
  'own-first': (_reason, about) =>
    `It comes after ${about.to === 'you' ? 'your' : `${about.singer}'s`} own song; nobody else is there to go in between.`,
  'after-present': ({ presentWaiting }, about) => {
    const first = presentWaiting === 1 ? '1 guest who is here goes' : `${presentWaiting} guests who are here go`;
    return `${subject(about)} ${about.to === 'you' ? 'are' : 'is'} not connected; ${first} first.`;
  },
  away: (reason, { singer, to }) =>
    to === 'you' && reason.who === singer
      ? 'You said AWAY; the place is kept, and counts again when you say BACK.'
      : `${reason.who} said AWAY; the place is kept, and counts again after BACK.`,
};

const NOTE = ', counting rounds that were over before a first request';
const BEHIND = {
  pinned: 'whom the DJ put there',
  announced: 'who was announced',
  overdue: 'who has waited more than an hour',
} as const;

/** Of guests with as many turns, none of them ahead in the line. */
function waitLonger(
  { others, counted, since }: Extract<Reason, { readonly rule: 'longest-wait' }>,
  about: About,
): string {
  const them = `${all(others)} ${have(others)}`;
  if (since === 'request') return `${them} not sung ${yet(others)} either, and asked before ${who(about)}.`;
  if (since === 'turn' && counted === 'sung') {
    return `${them} sung as often as ${who(about)}, and the last time was longer ago.`;
  }
  const round = `${all(others)} ${several(others) ? 'are' : 'is'} in the same round as ${who(about)}, and`;
  return since === 'turn'
    ? `${round} sang longer ago.`
    : `${round} ${several(others) ? 'wait' : 'waits'} longer since the last turn or the first request.`;
}

/** Who sings along right now has not sung "yet" no more. */
const yet = ({ onStage = [] }: Others): string => (onStage.length > 0 ? 'before the song that is on' : 'yet');

const who = ({ singer, to }: About): string => (to === 'you' ? 'you' : singer);
const subject = ({ singer, to }: About): string => (to === 'you' ? 'You' : singer);
const has = ({ to }: About): string => (to === 'you' ? 'have' : 'has');
const have = (others: Others): string => (several(others) ? 'have' : 'has');
const all = (others: Others): string => listed(others, { and: 'and', more: (n) => `${n} more` });

const turn = ({ singer, to }: About, n: number): string =>
  `This is ${to === 'you' ? 'your' : `${singer}'s`} ${ordinal(n)} turn`;

/** `Bo's 2nd comes before it`, `Bo and Cy have their 2nd before it`. */
function comesBefore(others: Others): string {
  const which = ordinal(others.turns + 1);
  return several(others) ? `${all(others)} have their ${which} before it` : `${all(others)}'s ${which} comes before it`;
}

function times(n: number): string {
  return ['not yet', 'once', 'twice'][n] ?? `${n} times`;
}

/** 1st, 2nd, 3rd, 4th … 11th, 12th, 13th. */
function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
