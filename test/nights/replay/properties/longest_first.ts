/** Of those who have had as many turns, who waits longest goes first: since the last turn, or without one the first request. */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { OUT_OF_TURN, choices, share, singersOf, turnsOf } from './choosing.ts';
import type { Choice } from './choosing.ts';

export function longestFirst(chronicle: Chronicle): readonly string[] {
  return choices(chronicle).flatMap((choice) => {
    const { taking, who, before, chosen, others } = choice;
    if (OUT_OF_TURN.has(taking.rule) || chosen.presence !== 'present') return [];
    const ownSince = waitsSince(chronicle, choice, who);
    const wronged = others.find(
      (other) =>
        other.who !== who &&
        turnsOf(other) === turnsOf(chosen) &&
        others.every((own) => own.who !== other.who || !share(singersOf(own), before)) &&
        waitsSince(chronicle, choice, other.who) < ownSince,
    );
    return wronged
      ? [`${at(taking.atMs)}: ${who} goes before ${wronged.who}, who has had as many turns and waits longer`]
      : [];
  });
}

function waitsSince({ takings, plays }: Chronicle, { taking, atMs, others, chosen }: Choice, name: string): number {
  const ends = new Map(plays.map((play) => [play.playId, play]));
  const last = takings.findLast((turn) => {
    const play = ends.get(turn.playId);
    if (turn.partyId !== taking.partyId || turn.playId >= taking.playId || turn.atMs > atMs || play?.how === 'skipped')
      return false;
    // A duet is the partner's turn once it is sung.
    return turn.who === name || (turn.partner === name && (play?.endedAtMs ?? Infinity) <= atMs);
  });
  const asked = [...others, chosen].filter(({ who }) => who === name).map(({ askedAtMs }) => askedAtMs);
  return last?.atMs ?? Math.min(...asked);
}
