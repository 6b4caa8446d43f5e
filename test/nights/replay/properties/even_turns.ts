/**
 * Two guests who waited all along have sung as often, give or take one: over every stretch of the night in which both had
 * something in the line at each turn, and were there. More is argued: what one was behind when it began (missed rounds
 * count as sung), and turns that were out of turn.
 */
import type { Chronicle, Taking } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { OUT_OF_TURN, mayBeCalled, turnsOf } from './choosing.ts';

interface Standing {
  readonly turns: number;
}

interface Stretch {
  readonly fromMs: number;
  readonly behind: number;
  ahead: number;
  outOfTurn: number;
}

export function evenTurns(chronicle: Chronicle): readonly string[] {
  const how = new Map(chronicle.plays.map((play) => [play.playId, play.how]));
  const stretches = new Map<string, Stretch>();
  const uneven = new Set<string>();
  for (const taking of chronicle.takings) {
    if (taking.entryId === null) continue;
    const here = whoWaits(taking);
    const names = [...here.keys()].sort();
    const seen = new Set<string>();
    const isTurn = how.get(taking.playId) !== 'skipped';
    const singer = taking.who ?? '';
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) {
        const pair = `${a} and ${b}`;
        seen.add(pair);
        const difference = (here.get(a)?.turns ?? 0) - (here.get(b)?.turns ?? 0);
        const stretch = stretches.get(pair) ?? {
          fromMs: taking.atMs,
          behind: Math.abs(difference),
          ahead: 0,
          outOfTurn: 0,
        };
        stretches.set(pair, stretch);
        if (!isTurn || (singer !== a && singer !== b)) continue;
        stretch.ahead += singer === a ? 1 : -1;
        if (OUT_OF_TURN.has(taking.rule)) stretch.outOfTurn += 1;
        if (Math.abs(stretch.ahead) > 1 + stretch.behind + stretch.outOfTurn) {
          uneven.add(
            `${at(stretch.fromMs)} to ${at(taking.atMs)}: ${pair} both waited, and one sang ${Math.abs(stretch.ahead)} times more`,
          );
        }
      }
    }
    for (const pair of stretches.keys()) if (!seen.has(pair)) stretches.delete(pair);
  }
  return [...uneven];
}

/** Everybody who could be called for this turn, and who was. */
function whoWaits({ waiting, taken }: Taking): ReadonlyMap<string, Standing> {
  const callable = [...waiting.filter(mayBeCalled), ...(taken ? [taken] : [])];
  return new Map(callable.map((waiter) => [waiter.who, { turns: turnsOf(waiter) }]));
}
