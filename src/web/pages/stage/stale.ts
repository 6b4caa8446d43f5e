/** What is to be read anew after something was heard, and when nothing was heard for a while. Pure. */
import type { Heard, Topic } from '../talk/said.ts';

export type Reading = 'NOW' | 'QUEUE' | 'PARTY';

const ALL: readonly Reading[] = ['NOW', 'QUEUE', 'PARTY'];
/** Events that somebody hears of whom they are about are not for the stage. */
const AFTER: Readonly<Partial<Record<string, readonly Reading[]>>> = {
  // The line moves up with each song, and a new party begins with music, or with another silence.
  NOW: ['QUEUE', 'PARTY'],
  QUEUE: ['QUEUE'],
  LASTCALL: ['PARTY'],
  OPENEND: ['PARTY'],
  LAG: ALL,
  SAY: [],
  NEXT: [],
  TURN: [],
  LATER: [],
  FOUND: [],
  REFUSED: [],
  BYE: [],
} satisfies Readonly<Record<Topic, readonly Reading[]>>;

export function staleAfter(heard: Heard): readonly Reading[] {
  // The party came with the opening.
  if ('link' in heard)
    return heard.link === 'open' ? ['NOW', 'QUEUE', ...(heard.party ? [] : (['PARTY'] as const))] : [];
  // A newer house says more than this page knows.
  return 'topic' in heard ? (AFTER[heard.topic] ?? []) : [];
}

/** Waiting times shrink by themselves, and a party may be given another name or another end without a word to guests. */
export const AFTER_A_WHILE = ALL;
