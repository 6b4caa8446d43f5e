/** What a search is worth: how often the song that was meant is found, and how often another one is queued for it. */
import { performers } from '../../src/party/match.ts';
import type { Named } from '../../src/party/model.ts';
import { artistKey, songKey } from '../../src/party/normalise.ts';
import { ANY_TITLE } from './queries.ts';
import type { Query } from './queries.ts';

/** What becomes of a request: the song that is queued without a question, or null when none is. */
type Decide = (typed: string) => Promise<Named | null>;
/** The songs found, best first; more than five are not looked at. */
type Search = (typed: string) => Promise<readonly Named[]>;

/** How many of some queries went how. */
export interface Tally {
  readonly asked: number;
  /** Those among `asked` whose song is in the catalogue. */
  readonly here: number;
  readonly foundFirst: number;
  readonly foundInFive: number;
  /** Requests that queued what was meant, and what was not. All others asked back. */
  readonly surelyRight: number;
  readonly surelyWrong: number;
}

export interface Failure {
  readonly query: Query;
  readonly failed: 'not found' | 'surely wrong';
  /** What came instead. */
  readonly instead: readonly Named[];
}

export interface Verdict {
  readonly all: Tally;
  readonly byKind: ReadonlyMap<string, Tally>;
  readonly failures: readonly Failure[];
}

const LOOKED_AT = 5;

/** Spelling aside, as everywhere: the chart and the demo have some songs both, in other letters. */
function isMeant(query: Query, song: Named): boolean {
  return query.expected.some(({ artist, title }) =>
    title === ANY_TITLE
      ? performers(song.artist).includes(artistKey(artist))
      : songKey(artist, title) === songKey(song.artist, song.title),
  );
}

/** How one query went. */
function tally(query: Query, found: readonly Named[], queued: Named | null): Tally {
  const place = found.slice(0, LOOKED_AT).findIndex((song) => isMeant(query, song));
  const right = queued !== null && isMeant(query, queued);
  return {
    asked: 1,
    here: Number(query.expected.length > 0),
    foundFirst: Number(place === 0),
    foundInFive: Number(place >= 0),
    surelyRight: Number(right),
    surelyWrong: Number(queued !== null && !right),
  };
}

function sum(tallies: readonly Tally[]): Tally {
  const of = (count: (one: Tally) => number): number => tallies.reduce((total, one) => total + count(one), 0);
  return {
    asked: of(({ asked }) => asked),
    here: of(({ here }) => here),
    foundFirst: of(({ foundFirst }) => foundFirst),
    foundInFive: of(({ foundInFive }) => foundInFive),
    surelyRight: of(({ surelyRight }) => surelyRight),
    surelyWrong: of(({ surelyWrong }) => surelyWrong),
  };
}

/** Asks each query, as a search and as a request, one after the other. */
export async function judge(
  queries: readonly Query[],
  ask: { readonly search: Search; readonly decide: Decide },
): Promise<Verdict> {
  const went: { readonly kind: string; readonly tally: Tally }[] = [];
  const failures: Failure[] = [];
  for (const query of queries) {
    const [found, queued] = [await ask.search(query.typed), await ask.decide(query.typed)];
    const one = tally(query, found, queued);
    went.push({ kind: query.kind, tally: one });
    if (one.here > one.foundInFive) failures.push({ query, failed: 'not found', instead: found.slice(0, LOOKED_AT) });
    if (queued !== null && one.surelyWrong > 0) failures.push({ query, failed: 'surely wrong', instead: [queued] });
  }
  const kinds = Map.groupBy(went, ({ kind }) => kind);
  return {
    all: sum(went.map((one) => one.tally)),
    byKind: new Map(Array.from(kinds, ([kind, some]) => [kind, sum(some.map((one) => one.tally))])),
    failures,
  };
}

/** Shares of 0 to 1; of nothing, 1: what was not asked has not failed. */
export const recallAt1 = ({ foundFirst, here }: Tally): number => (here === 0 ? 1 : foundFirst / here);
export const recallAt5 = ({ foundInFive, here }: Tally): number => (here === 0 ? 1 : foundInFive / here);
/** Of all requests asked, those that queued another song than was meant. */
export const wronglySure = ({ surelyWrong, asked }: Tally): number => (asked === 0 ? 0 : surelyWrong / asked);
