/** What a form asks for, said as lines of the protocol, and what came of it. */
import { readings } from '../../party/match.ts';
import type { Err, Ok, Row } from '../pages/talk/said.ts';
import { rowsOf } from '../pages/talk/said.ts';
import type { Deed } from './form.ts';
import type { Say } from './visit.ts';

export type Outcome =
  | { readonly is: 'nothing' }
  | { readonly is: 'queued'; readonly ok: Ok<'QUEUED'> }
  | { readonly is: 'wished'; readonly ok: Ok<'WISHED'> }
  /** Which one? `wish`: what the DJ may be asked for when it is none of them; null: artist and title were not told apart. */
  | { readonly is: 'choose'; readonly songs: readonly Row<'song row'>[]; readonly wish: string | null }
  /** It shows on the page itself, so the page is loaded anew and a reload does not do it again. */
  | { readonly is: 'done' }
  /** `wish`: what the DJ may be asked for all the same, without a party; null: nothing. */
  | { readonly is: 'refused'; readonly err: Err; readonly deed: Deed; readonly wish: string | null };

/** The songs that are offered when a title is only digits. */
const OFFERED = 10;

export async function perform(deed: Deed, say: Say): Promise<Outcome> {
  switch (deed.is) {
    case 'look':
      return { is: 'nothing' };
    case 'ask':
      return ask(deed, say);
    case 'take':
      return asked(deed, `REQUEST key=${deed.key} ${deed.songId}`, say);
    case 'wish':
      return asked(deed, `WISH ${deed.song}`, say);
    case 'cancel':
      return changed(deed, `CANCEL ${deed.id}`, say);
    case 'unwish':
      return changed(deed, `UNWISH ${deed.id}`, say);
    case 'away':
      return changed(deed, 'AWAY', say);
    case 'back':
      return changed(deed, 'BACK', say);
  }
}

async function ask(deed: Extract<Deed, { is: 'ask' }>, say: Say): Promise<Outcome> {
  // On the wire digits are the id of a song; somebody who types 1999 into a page means the title.
  if (!/^\d+$/.test(deed.song)) return asked(deed, `REQUEST key=${deed.key} ${deed.song}`, say);
  const found = await say(`SEARCH size=${OFFERED} ${deed.song}`);
  const songs = rowsOf(found, 'song row');
  if (found.final.t === 'err') return { is: 'refused', err: found.final, deed, wish: null };
  if (songs.length > 0) return { is: 'choose', songs, wish: null };
  return asked(deed, `WISH ${deed.song}`, say);
}

async function asked(deed: Deed, line: string, say: Say): Promise<Outcome> {
  const answer = await say(line);
  const { final } = answer;
  if (final.t === 'ok') {
    if (final.word === 'QUEUED') return { is: 'queued', ok: final };
    if (final.word === 'WISHED') return { is: 'wished', ok: final };
    throw new Error(`a request was answered by ${final.word}`);
  }
  const songs = rowsOf(answer, 'song row');
  const wish = deed.is === 'ask' && readings(deed.song).length > 0 ? deed.song : null;
  if (songs.length > 0) return { is: 'choose', songs, wish };
  return { is: 'refused', err: final, deed, wish: final.word === 'NO_PARTY' ? wish : null };
}

async function changed(deed: Deed, line: string, say: Say): Promise<Outcome> {
  const { final } = await say(line);
  return final.t === 'ok' ? { is: 'done' } : { is: 'refused', err: final, deed, wish: null };
}
