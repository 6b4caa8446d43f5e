/** What there is to say of a place, in English. */
import type { WaitRange } from '../model.ts';
import { inGroups } from './sentences.ts';
import type { About, Explained } from './sentences.ts';

export const en: Explained = {
  place: ({ position, wait }, about) => {
    const where = position === 1 ? 'is up next' : `is in place ${position}`;
    const turn = about.to === 'you' ? 'your turn' : 'the turn';
    return wait ? `${whose(about)} ${where}; ${turn} begins in ${minutes(wait)}.` : `${whose(about)} ${where}.`;
  },
  'no-place': (_fact, about) => `${whose(about)} has no number that would be called now.`,
  'out-of-turn': ({ ahead, more }) => {
    const named = ahead.map(({ singer, rule }) => `${singer} (${OUT_OF_TURN[rule]})`);
    return `Before it in any case: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  },
  ahead: ({ ahead, more }) =>
    `Before it by the rules: ${[...inGroups(ahead, AHEAD), ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}.`,
  'own-ahead': ({ entries }, { singer, to }) => {
    const come = `${entries === 1 ? '1 song' : `${entries} songs`} of ${to === 'you' ? 'yours' : singer}`;
    const swap = to === 'you' ? '; SWAP exchanges two of your songs' : '';
    return `${come} ${entries === 1 ? 'comes' : 'come'} before it${swap}.`;
  },
  'overdue-in': ({ minutes: n }, { singer, to }) => {
    const have = to === 'you' ? 'you have' : `${singer} has`;
    return `In ${n === 1 ? '1 minute' : `${n} minutes`} ${have} waited an hour, and who has goes first, once.`;
  },
  lost: (_fact, { singer, to }) =>
    to === 'you'
      ? 'As soon as you are connected again, your place is as if you had never left, after whoever is announced by then.'
      : `As soon as ${singer} is connected again, the place is as if nobody had left, after whoever is announced by then.`,
  paused: () => 'The music is paused; while it is, nobody knows how long anybody waits.',
};

const OUT_OF_TURN = {
  announced: 'announced already',
  pinned: 'the DJ put it there',
  overdue: 'waits for more than an hour',
} as const;

const AHEAD = {
  here: 'here',
  'fewer-turns': 'fewer turns',
  'longer-wait': 'as many turns, a longer wait',
  between: 'nobody sings twice in a row',
  'before-pin': 'the DJ chose a later place for it',
} as const;

const whose = ({ singer, song, to }: About): string => `${to === 'you' ? 'Your' : `${singer}'s`} ${song}`;

function minutes({ fromMin, toMin }: NonNullable<WaitRange>): string {
  if (fromMin < toMin) return `${fromMin}-${toMin} minutes`;
  return toMin === 1 ? '1 minute' : `${toMin} minutes`;
}
