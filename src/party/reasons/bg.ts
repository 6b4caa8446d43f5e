/** The reasons in Bulgarian; the guest is „ти“. No past participles of persons: they would need to know who is a woman. */
import type { Others, Reason } from '../model.ts';
import { listed, several } from './sentences.ts';
import type { About, Sentences } from './sentences.ts';

export const bg: Sentences = {
  pinned: () => 'Диджеят сложи песента на това място.',
  announced: () => 'Песента вече е обявена като следваща, затова запазва мястото си.',
  'not-twice': ({ between }) => `Никой не пее два пъти поред, затова по средата е ${between}.`,
  'in-between': ({ passed }) => `Ред е на ${passed}, но никой не пее два пъти поред.`,
  overdue: ({ waitedMin }, { singer, to }) =>
    `${to === 'you' ? 'Чакаш' : `${singer} чака`} от ${waitedMin} минути; който чака над час, минава напред, веднъж.`,
  'fewest-turns': (reason, about) => {
    const { turns, missed, others, counted } = reason;
    if (counted === 'sung') return `${songsOf(others)}, ${than(about)} ${NUMBERS[turns] ?? turns}.`;
    const before = `преди него е ${ordinal(others.turns + 1)} на ${all(others)}`;
    if (missed === 0) return `${turn(about, turns + 1)}; ${before}${counted === 'missed' ? NOTE : ''}.`;
    const over = missed === 1 ? 'Един кръг мина' : `${missed} кръга минаха`;
    const first = about.to === 'you' ? 'първата ти заявка' : `първата заявка на ${about.singer}`;
    return `${over} преди ${first}, затова това се брои за ${ordinal(turns + 1)} изпълнение; ${before}.`;
  },
  'longest-wait': (reason, about) => {
    const { turns, placed, others } = reason;
    if (placed === 0) return waitLonger(reason, about);
    const note = reason.counted === 'missed' ? NOTE : '';
    return `${turn(about, turns + 1)}; преди него е ${ordinal(turns + 1)} на ${all(others)}, след по-дълго чакане${note}.`;
  },
  first: ({ behind }, about) => {
    const than = about.to === 'you' ? 'теб' : about.singer;
    const nobody = `икой от тези, които може да бъдат повикани, няма по-малко изпълнения от ${than}, нито толкова и по-дълго чакане.`;
    return behind ? `След ${behind.singer}, ${BEHIND[behind.rule]}, н${nobody}` : `Н${nobody}`;
  },
  'own-first': (_reason, { singer, to }) =>
    `Идва след ${to === 'you' ? 'друга твоя песен' : `друга песен на ${singer}`}; няма кой друг да пее по средата.`,
  'after-present': ({ presentWaiting }, { singer, to }) => {
    const first = presentWaiting === 1 ? 'е 1 гост, който е тук' : `са ${presentWaiting} гости, които са тук`;
    return to === 'you' ? `Не си на линия; преди теб ${first}.` : `${singer} не е на линия; преди това ${first}.`;
  },
  away: (reason, { singer, to }) =>
    to === 'you' && reason.who === singer
      ? 'Каза AWAY; мястото ти е запазено и важи отново, щом кажеш BACK.'
      : `${reason.who} каза AWAY; мястото е запазено и важи отново след BACK.`,
};

const NOTE = ', като се броят кръговете преди първа заявка';
const BEHIND = {
  pinned: 'чието място даде диджеят',
  announced: 'чийто ред е обявен',
  overdue: 'чието чакане е над час',
} as const;
const NUMBERS = ['нито една', 'една', 'две'];

/** `Bo има една изпята песен`, `Bo и Cy имат по две изпети песни`, `Bo още няма изпята песен`. */
function songsOf(others: Others): string {
  const { turns } = others;
  const many = several(others);
  if (turns === 0) return `${all(others)} ${yet(others)} ${many ? 'нямат' : 'няма'} изпята песен`;
  const songs = `${NUMBERS[turns] ?? turns} ${turns === 1 ? 'изпята песен' : 'изпети песни'}`;
  return `${all(others)} ${many ? `имат по ${songs}` : `има ${songs}`}`;
}

/** Who sings along right now has no song behind them, but is not waiting for the first one any more. */
const yet = ({ onStage = [] }: Others): string => (onStage.length > 0 ? 'преди песента на сцената' : 'още');

/** `а ти имаш`, `а Ada има`. */
const than = ({ singer, to }: About): string => (to === 'you' ? 'а ти имаш' : `а ${singer} има`);

/** Of guests with as many turns, none of them ahead in the line. */
function waitLonger(
  { others, counted, since }: Extract<Reason, { readonly rule: 'longest-wait' }>,
  { singer, to }: About,
): string {
  const many = several(others);
  const who = to === 'you' ? 'теб' : singer;
  if (since === 'request') {
    return many
      ? `${all(others)} също ${yet(others)} нямат изпята песен и поискаха своите преди ${who}.`
      : `${all(others)} също ${yet(others)} няма изпята песен и поиска своята преди ${who}.`;
  }
  if (since === 'turn' && counted === 'sung') {
    const as = to === 'you' ? 'колкото и ти' : `колкото и ${singer}`;
    return `${all(others)} ${many ? 'имат' : 'има'} толкова изпети песни, ${as}, но последната беше по-отдавна.`;
  }
  const round = `${all(others)} ${many ? 'са' : 'е'} в същия кръг`;
  return since === 'turn'
    ? `${round} и ${many ? 'пяха' : 'пя'} преди ${who}.`
    : `${round} и ${many ? 'чакат' : 'чака'} от последното си изпълнение или първата си заявка по-дълго от ${who}.`;
}

const all = (others: Others): string => listed(others, { and: 'и', more: (n) => `още ${n}` });

const turn = ({ singer, to }: About, n: number): string =>
  to === 'you' ? `Това е ${ordinal(n)} ти изпълнение` : `Това е ${ordinal(n)} изпълнение на ${singer}`;

/** Neuter and definite, as after „това е“: 1-вото, 2-рото, 7-мото, 3-тото … 11-тото, 21-вото. */
function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 19;
  const ending = { 1: 'вото', 2: 'рото', 7: 'мото', 8: 'мото' }[teen ? 0 : n % 10] ?? 'тото';
  return `${n}-${ending}`;
}
