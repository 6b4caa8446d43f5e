/** How often the wait that was told is the wait that came true. */
import type { Chronicle } from '../chronicle.ts';

export interface Honesty {
  readonly tellings: number;
  /** Of them, those whose turn began within the range, its whole minutes included. */
  readonly within: number;
  readonly sooner: number;
  readonly later: number;
}

/** Only what came to a turn at the same party can be compared. */
export function honestyOf({ heard, takings }: Chronicle): Honesty {
  const turns = new Map(takings.flatMap(({ entryId, atMs }) => (entryId === null ? [] : [[entryId, atMs] as const])));
  const compared = heard.flatMap((one) => {
    const turnMs = one.is === 'wait' ? turns.get(one.entryId) : undefined;
    if (one.is !== 'wait' || turnMs === undefined) return [];
    const minutes = (turnMs - one.atMs) / 60_000;
    return [minutes < one.fromMin ? 'sooner' : minutes > one.toMin ? 'later' : 'within'] as const;
  });
  const count = (what: string): number => compared.filter((one) => one === what).length;
  return { tellings: compared.length, within: count('within'), sooner: count('sooner'), later: count('later') };
}
