/** How it stands, for one page: read once, within one visit. */
import type { Ok, Row, Word } from '../pages/talk/said.ts';
import { rowsOf } from '../pages/talk/said.ts';
import type { Say } from './visit.ts';

/** null: the house was too busy to say it. */
export interface Evening {
  readonly party: Ok<'PARTY'> | null;
  readonly now: Ok<'NOW'> | null;
  readonly line: Line | null;
}

interface Line {
  /** The first ten. */
  readonly rows: readonly Row<'queue row'>[];
  readonly total: number;
  readonly more: boolean;
}

/** What a guest has of their own. */
export interface Own {
  readonly away: boolean;
  readonly places: readonly Row<'queue row'>[];
  readonly wishes: readonly Row<'wish row'>[];
  readonly unsung: readonly Row<'unsung row'>[];
}

const SHOWN = 10;

export async function readEvening(say: Say): Promise<Evening> {
  const [party, now, queue] = [await say('PARTY'), await say('NOW'), await say('QUEUE')];
  const page = okOf(queue.final, 'QUEUE');
  return {
    party: okOf(party.final, 'PARTY'),
    now: okOf(now.final, 'NOW'),
    line: page && { rows: rowsOf(queue, 'queue row').slice(0, SHOWN), total: page.total, more: page.more },
  };
}

/** After HELLO. null: the house was too busy to say it. */
export async function readOwn(say: Say): Promise<Own | null> {
  const [mine, wishes] = [await say('MINE'), await say('WISHES')];
  const own = okOf(mine.final, 'MINE');
  return (
    own && {
      away: own.away,
      places: rowsOf(mine, 'queue row'),
      wishes: rowsOf(wishes, 'wish row'),
      unsung: rowsOf(wishes, 'unsung row'),
    }
  );
}

function okOf<W extends Word>(final: { readonly t: 'ok' | 'err'; readonly word: string }, word: W): Ok<W> | null {
  return final.t === 'ok' && final.word === word ? (final as Ok<W>) : null;
}
