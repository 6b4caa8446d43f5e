/** Who speaks after HELLO, and what waited for them. */
import { isOk, rowsOf } from '../../talk/said.ts';
import type { Answer } from '../../talk/said.ts';
import { foundNews, withNews } from './notices.ts';
import type { Notice } from './notices.ts';
import { NOBODY } from './state.ts';
import type { State } from './state.ts';
import { strangerBy } from './stranger.ts';

/** `code`: the one that was said with it; a new one in the answer replaces it. */
export function greeted(state: State, answer: Answer, code: string | null): State {
  const { final } = answer;
  if (isOk(final, 'HELLO')) {
    const same = state.me?.guestId === final.guest_id;
    const known = same ? state : { ...state, ...NOBODY };
    const me = {
      guestId: final.guest_id,
      name: final.name,
      code: final.code ?? code ?? (same ? state.me.code : null),
      away: final.away,
    };
    return {
      ...known,
      me,
      shut: null,
      stranger: null,
      notices: withRows(known.notices, answer, same ? 'again' : 'first'),
    };
  }
  if (final.t === 'err' && final.word === 'DENIED')
    return { ...state, ...NOBODY, shut: { why: 'banned', name: state.me?.name ?? '', words: null } };
  const stranger = final.t === 'err' ? strangerBy({ name: state.me?.name ?? '', ...final }) : null;
  return stranger ? { ...state, ...NOBODY, stranger } : state;
}

/** The rows of HELLO: wishes are told once, unsung songs each time, which is news only the first time. */
function withRows(before: readonly Notice[], answer: Answer, time: 'first' | 'again'): readonly Notice[] {
  let notices = before;
  for (const { state, song_id, wish_id, reason, artist, title, wished } of rowsOf(answer, 'wish row')) {
    if (state === 'found' && song_id !== null)
      notices = withNews(notices, foundNews({ song_id, wish_id, artist, title, wished }));
    if (state === 'refused') notices = withNews(notices, { about: 'refused', reason, artist, title });
  }
  const songs = rowsOf(answer, 'unsung row').length;
  return songs > 0 && time === 'first' ? withNews(notices, { about: 'unsung', songs }) : notices;
}
