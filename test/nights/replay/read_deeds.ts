/** What guests do, as it is written: `comes and asks for 2 songs, leaves after 90 minutes`. */
import type { Deed } from './script.ts';

type Read = (match: RegExpExecArray) => Deed;

const number = (match: RegExpExecArray, at: number): number => Number(match[at] ?? 0);

const DEEDS: readonly (readonly [RegExp, Read])[] = [
  [/^comes$/, () => ({ is: 'comes' })],
  [/^returns$/, () => ({ is: 'returns' })],
  [/^leaves(?: after (\d{1,4}) minutes?)?$/, (match) => ({ is: 'leaves', afterMin: number(match, 1) })],
  [
    /^asks for (\d{1,3}) songs?( as fast as the limit lets)?$/,
    (match) => ({ is: 'asks', songs: number(match, 1), how: match[2] === undefined ? 'at once' : 'limit' }),
  ],
  [/^asks again after every turn$/, () => ({ is: 'asks again after every turn' })],
  [/^looks at the line every ([1-9]\d{0,2}) minutes?$/, (match) => ({ is: 'looks', everyMin: number(match, 1) })],
];

/** How each is written, for refusals. */
const WAYS =
  '"comes", "returns", "leaves", "leaves after 90 minutes", "asks for 2 songs", "asks for 20 songs as fast as the ' +
  'limit lets", "asks again after every turn", "looks at the line every 10 minutes"';

/** The deeds in their order; a string says which one nobody understands. */
export function readDeeds(said: string): readonly Deed[] | string {
  const deeds: Deed[] = [];
  for (const part of said.split(/,\s*(?:and\s+)?|\s+and\s+/)) {
    const read = DEEDS.map(([pattern, make]) => ({ match: pattern.exec(part), make })).find(({ match }) => match);
    if (!read?.match) return `"${part}" is nothing that a guest does. Guests do: ${WAYS}`;
    deeds.push(read.make(read.match));
  }
  return deeds;
}

/** `Ada comes and …`: who, and what they do. null when no such word is there. */
export function parted(said: string): { readonly who: string; readonly deeds: string } | null {
  const match = /^(.+?) ((?:comes|returns|leaves|asks|looks)\b.*)$/.exec(said);
  return match?.[1] !== undefined && match[2] !== undefined ? { who: match[1], deeds: match[2] } : null;
}
