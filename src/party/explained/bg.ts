/** What there is to say of a place, in Bulgarian; the guest is „ти“. */
import type { WaitRange } from '../model.ts';
import { inGroups } from './sentences.ts';
import type { About, Explained } from './sentences.ts';

export const bg: Explained = {
  place: ({ position, wait }, about) => {
    const where = position === 1 ? 'е следващата песен' : `е на място ${position}`;
    const turn = about.to === 'you' ? 'редът ти идва' : 'редът идва';
    return wait ? `${whose(about)} ${where}; ${turn} след ${minutes(wait)}.` : `${whose(about)} ${where}.`;
  },
  'no-place': (_fact, about) => `${whose(about)} сега няма номер, по който да бъде извикана.`,
  'out-of-turn': ({ ahead, more }) => {
    const named = ahead.map(({ singer, rule }) => `${singer} (${OUT_OF_TURN[rule]})`);
    return `Преди нея при всички случаи: ${named.join(', ')}${more > 0 ? ` и още ${more}` : ''}.`;
  },
  ahead: ({ ahead, more }) =>
    `Преди нея по правилата: ${[...inGroups(ahead, AHEAD), ...(more > 0 ? [`и още ${more}`] : [])].join('; ')}.`,
  'own-ahead': ({ entries }, { singer, to }) => {
    const songs = entries === 1 ? '1 песен' : `${entries} песни`;
    return to === 'you' ? `Преди нея имаш ${songs}; SWAP разменя две твои песни.` : `Преди нея ${singer} има ${songs}.`;
  },
  'overdue-in': ({ minutes: n }, { singer, to }) => {
    const wait = to === 'you' ? 'ще чакаш' : `${singer} ще чака`;
    return `След ${n === 1 ? '1 минута' : `${n} минути`} ${wait} от един час, а който чака толкова, минава напред, веднъж.`;
  },
  lost: (_fact, { singer, to }) =>
    to === 'you'
      ? 'Щом се свържеш отново, мястото ти е същото, все едно не е имало прекъсване, но след песента, която дотогава е обявена.'
      : `Щом ${singer} се свърже отново, мястото е същото, все едно не е имало прекъсване, но след песента, която дотогава е обявена.`,
  paused: () => 'Музиката е на пауза; докато е така, никой не знае колко ще се чака.',
};

const OUT_OF_TURN = {
  announced: 'вече обявен ред',
  pinned: 'място от диджея',
  overdue: 'чакане над един час',
} as const;

const AHEAD = {
  here: 'на линия',
  'fewer-turns': 'по-малко изпълнения',
  'longer-wait': 'толкова изпълнения и по-дълго чакане',
  between: 'никой не пее два пъти поред',
  'before-pin': 'диджеят избра по-късно място',
} as const;

const whose = ({ singer, song, to }: About): string => (to === 'you' ? `Твоята ${song}` : `${song} на ${singer}`);

function minutes({ fromMin, toMin }: NonNullable<WaitRange>): string {
  if (fromMin < toMin) return `${fromMin}-${toMin} минути`;
  return toMin === 1 ? '1 минута' : `${toMin} минути`;
}
