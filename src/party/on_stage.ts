/** Who sings along on the stage has had no turn yet, and sings all the same: nobody may call them unsung. Pure. */
import type { Line } from './line.ts';
import type { Reason } from './model.ts';

/** Names of those who sing the song that is on with its singer, and have had no other turn. */
export function firstOnStage({ before, guests }: Pick<Line, 'before' | 'guests'>): readonly string[] {
  if (before.length === 0) return [];
  return guests.filter(({ id, sung }) => sung === 0 && before.includes(id)).map(({ name }) => name);
}

/** The reason for an entry of `singer`, with those of `onStage` whom it compares by turns that were none. */
export function seenOnStage(reason: Reason, singer: string, onStage: readonly string[]): Reason {
  if (onStage.length === 0 || !('others' in reason) || reason.others.turns > 0) return reason;
  // "Not sung either" is said of the singer too.
  const compared = reason.rule === 'longest-wait' ? [...reason.others.names, singer] : reason.others.names;
  const there = compared.filter((name) => onStage.includes(name));
  return there.length === 0 ? reason : { ...reason, others: { ...reason.others, onStage: there } };
}
