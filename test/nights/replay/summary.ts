/** What can be said of a night in ten lines. */
import type { Chronicle, PlayRow } from './chronicle.ts';
import { honestyOf } from './properties/honest_waits.ts';

const MINUTE_MS = 60_000;
/** Who was there for at least this share of the time between the first and the last turn stayed. */
const STAYED = 0.75;

export interface Summary {
  readonly sung: number;
  readonly skipped: number;
  readonly random: number;
  readonly wishesFound: number;
  /** Most first. */
  readonly turns: readonly (readonly [string, number])[];
  /** The longest time from a request to its turn, in minutes. */
  readonly longestWait: { readonly who: string; readonly minutes: number } | null;
  /** Most and fewest turns of those who were there nearly all the time and sang. */
  readonly stayed: { readonly guests: number; readonly most: number; readonly fewest: number };
  /** Of the waits that were told, the share that came true, from 0 to 1; null: nothing was told. */
  readonly honest: {
    readonly share: number;
    readonly tellings: number;
    readonly sooner: number;
    readonly later: number;
  } | null;
}

export function summaryOf(chronicle: Chronicle): Summary {
  const { plays, entries } = chronicle;
  const sung = plays.filter((play) => play.entryId !== null && play.how === 'sung');
  const turns = [...Map.groupBy(sung.flatMap(singersOf), (who) => who)].map(([who, own]) => [who, own.length] as const);
  const askedAt = new Map(entries.map(({ entryId, askedAtMs }) => [entryId, askedAtMs]));
  const waits = plays.flatMap(({ entryId, who, takenAtMs }) =>
    entryId === null || who === null
      ? []
      : [{ who, minutes: Math.round((takenAtMs - (askedAt.get(entryId) ?? takenAtMs)) / MINUTE_MS) }],
  );
  const there = whoStayed(chronicle, sung);
  const counts = turns.flatMap(([who, count]) => (there.has(who) ? [count] : []));
  const { tellings, within, sooner, later } = honestyOf(chronicle);
  return {
    sung: sung.length,
    skipped: plays.filter(({ how, entryId }) => how === 'skipped' && entryId !== null).length,
    random: plays.filter(({ entryId }) => entryId === null).length,
    wishesFound: chronicle.resolutions.filter(({ state }) => state === 'found').length,
    turns: turns.toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)),
    longestWait: waits.toSorted((a, b) => b.minutes - a.minutes)[0] ?? null,
    stayed: {
      guests: counts.length,
      most: Math.max(0, ...counts),
      fewest: counts.length === 0 ? 0 : Math.min(...counts),
    },
    honest: tellings === 0 ? null : { share: within / tellings, tellings, sooner, later },
  };
}

const singersOf = ({ who, partner }: PlayRow): readonly string[] => [who, partner].filter((name) => name !== null);

function whoStayed({ visits }: Chronicle, sung: readonly PlayRow[]): ReadonlySet<string> {
  const fromMs = sung[0]?.takenAtMs ?? 0;
  const untilMs = sung.at(-1)?.takenAtMs ?? 0;
  const share = ([, own]: readonly [string, typeof visits]): boolean =>
    own.reduce(
      (sum, visit) => sum + Math.max(0, Math.min(untilMs, visit.untilMs ?? untilMs) - Math.max(fromMs, visit.fromMs)),
      0,
    ) >=
    STAYED * (untilMs - fromMs);
  return new Set([...Map.groupBy(visits, ({ who }) => who)].filter(share).map(([who]) => who));
}

/** The summary as lines. */
export function summaryLines(summary: Summary): readonly string[] {
  const { sung, skipped, random, wishesFound, turns, longestWait, stayed, honest } = summary;
  return [
    `songs sung ${sung}, skipped ${skipped}, at random ${random}; wishes found ${wishesFound}`,
    `turns: ${turns.map(([who, count]) => `${who} ${count}`).join(', ') || 'none'}`,
    `of the ${stayed.guests} who stayed and sang, everybody sang ${stayed.fewest} to ${stayed.most} times`,
    longestWait === null ? 'nobody waited' : `longest wait ${longestWait.minutes} min (${longestWait.who})`,
    honest === null
      ? 'no waits were told'
      : `waits told ${honest.tellings} times, true ${Math.round(honest.share * 100)} %, sooner ${honest.sooner}, later ${honest.later}`,
  ];
}
