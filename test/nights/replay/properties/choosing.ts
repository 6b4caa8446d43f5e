/** At which moment it was decided who sings, and who could have been called instead. */
import type { Chronicle, Taking, Waiter } from '../chronicle.ts';

/** The rules under which somebody goes first who would not otherwise. */
export const OUT_OF_TURN: ReadonlySet<string | null> = new Set(['pinned', 'overdue']);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Those on the stage: who sings it, and with whom. */
export function singersOf(turn: { readonly who: string | null; readonly partner: string | null }): readonly string[] {
  return [turn.who, turn.partner].filter((name) => name !== null);
}

export function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => same(one, other)));
}

/** A turn of a guest, with the turn before it and everybody who could have been chosen. */
export interface Choice {
  readonly taking: Taking;
  /** When it was chosen. */
  readonly atMs: number;
  readonly who: string;
  /** Who sang just before; nobody after a random song, a skip, or nothing. */
  readonly before: readonly string[];
  /** The own row at the moment of choice. */
  readonly chosen: Waiter;
  /** Others whose entries could have been called then: present, with their partners, and not pinned elsewhere. */
  readonly others: readonly Waiter[];
}

/**
 * Announced is locked: a choice was made when `* NEXT` was said, and who came a second later came too late for it. Without
 * an announcement it was made when the turn was taken.
 */
export function choices({ takings, announcements, plays }: Chronicle): readonly Choice[] {
  const how = new Map(plays.map((play) => [play.playId, play.how]));
  return takings.flatMap((taking, at) => {
    const { who, entryId, taken } = taking;
    if (who === null || entryId === null || taken === null) return [];
    const previous = takings[at - 1];
    const counts = previous?.partyId === taking.partyId && how.get(previous.playId) !== 'skipped';
    const last = announcements.findLast(
      ({ atMs, entryId: id }) => atMs <= taking.atMs && id !== null && id === entryId,
    );
    const moment = last ?? { atMs: taking.atMs, waiting: [...taking.waiting, taken] };
    return [
      {
        taking,
        atMs: moment.atMs,
        who,
        before: counts ? singersOf(previous) : [],
        chosen: moment.waiting.find((waiter) => waiter.entryId === entryId) ?? taken,
        others: moment.waiting.filter((waiter) => waiter.entryId !== entryId && mayBeCalled(waiter)),
      },
    ];
  });
}

export function mayBeCalled({ presence, partnerPresence, pinned }: Waiter): boolean {
  return presence === 'present' && partnerPresence !== 'away' && !pinned;
}

/** Turns that count: sung tonight and missed before the first request. */
export const turnsOf = ({ sung, missed }: Waiter): number => sung + missed;
