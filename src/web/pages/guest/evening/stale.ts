/** What is to be read anew after something was heard. Events say that something changed, and rarely what. */
import type { Heard, Topic } from '../../talk/said.ts';
import type { Reading } from './action.ts';

const ALL: readonly Reading[] = ['PARTY', 'NOW', 'MINE', 'WISHES', 'QUEUE', 'HISTORY'];

export function staleAfter(heard: Heard, party: { readonly on: boolean } | null): readonly Reading[] {
  if ('link' in heard) {
    if (heard.link !== 'open') return [];
    // The party came with it.
    return heard.party ? ALL.filter((reading) => reading !== 'PARTY') : ALL;
  }
  if ('requested' in heard) return ['MINE', 'WISHES'];
  if (heard.topic === 'NOW' && party?.on === false) return ['PARTY'];
  return AFTER[heard.topic];
}

const AFTER: Readonly<Record<Topic, readonly Reading[]>> = {
  NOW: ['HISTORY'],
  NEXT: ['MINE'],
  TURN: ['MINE'],
  LATER: ['MINE'],
  QUEUE: ['MINE', 'QUEUE'],
  FOUND: ['WISHES'],
  REFUSED: ['WISHES'],
  SAY: [],
  LASTCALL: ['PARTY'],
  OPENEND: ['PARTY'],
  LAG: ALL,
  BYE: [],
};
