/** What is so after an event, or after the link changed. */
import type { Bye, Heard, LinkHeard, Said, Topic } from '../../talk/said.ts';
import { asked } from './asking.ts';
import { askedBefore } from './asked_before.ts';
import { greeted } from './greeted.ts';
import { foundNews, withNews } from './notices.ts';
import { NOBODY } from './state.ts';
import type { Called, Party, State } from './state.ts';
import { without } from './without.ts';

export function heard(state: State, said: Heard): State {
  if ('link' in said) return linked(state, said);
  if ('requested' in said) {
    const ask = askedBefore(said.requested);
    const answered = without(state, ask.id);
    if (!said.answer) return { ...answered, outcome: { is: 'gone', wanted: ask.wanted } };
    return asked(answered, ask, said.answer);
  }
  const tell = TOPICS[said.topic] as ((state: State, said: Said) => State) | undefined;
  // A newer house says more than this page knows.
  return tell?.(state, said) ?? state;
}

function linked(state: State, { link, bye, hello, party }: LinkHeard): State {
  if (link === 'open') {
    // A ban outlives the connection; HELLO tells when it does not hold any more.
    const open = { ...state, link, bye: null, shut: state.shut?.why === 'banned' ? state.shut : null };
    const told = party ? withParty(open, party) : open;
    return hello ? greeted(told, hello, null) : told;
  }
  const gone = { ...state, link, bye: bye ?? null };
  return bye ? tookLeave(gone, bye) : gone;
}

function tookLeave(state: State, { reason, order, words = null }: Bye): State {
  if (reason === 'party-over') return over(state);
  if (reason !== 'kicked') return state;
  if (order === 'forget') return { ...state, ...NOBODY, asks: [], shut: { why: 'forgotten' } };
  if (order === 'ban') return { ...state, ...NOBODY, shut: { why: 'banned', name: state.me?.name ?? '', words } };
  return { ...state, shut: { why: 'kicked', words } };
}

/** Whose phone slept through the goodbye hears it now. */
export function withParty(state: State, said: Party): State {
  const { on, name, closing_at_ms, started_at_ms, waiting, connected } = said;
  const party = { on, name, closing_at_ms, started_at_ms, waiting, connected };
  return on ? { ...state, party, ended: null } : { ...over(state), party };
}

/** Nobody waits for anything at a party that is over; it is kept for the goodbye. */
function over(state: State): State {
  const { party, ended } = state;
  return {
    ...state,
    party: party && { ...party, on: false, closing_at_ms: null, waiting: 0 },
    ended: party?.on ? party : ended,
    turn: null,
    next: null,
    mine: state.mine && [],
    line: null,
    outcome: null,
    notices: state.notices.filter(({ about }) => about === 'found' || about === 'refused' || about === 'code'),
  };
}

const TOPICS: { readonly [T in Topic]: (state: State, said: Said<T>) => State } = {
  NOW: (state, now) => withNow(state, now),
  NEXT: (state, said) => ({ ...withoutLater(state), next: called(said) }),
  TURN: (state, said) => ({
    ...withoutLater(state),
    turn: called(said),
    next: state.next?.queue_id === said.queue_id ? null : state.next,
  }),
  LATER: (state, { why, artist, title }) => ({
    ...state,
    next: null,
    notices: withNews(state.notices, { about: 'later', why, artist, title }),
  }),
  QUEUE: (state, { waiting }) => ({ ...state, party: state.party && { ...state.party, waiting } }),
  FOUND: (state, said) => ({ ...state, notices: withNews(state.notices, foundNews(said)) }),
  REFUSED: (state, { reason, artist, title }) => ({
    ...state,
    notices: withNews(state.notices, { about: 'refused', reason, artist, title }),
  }),
  SAY: (state, { text }) => ({ ...state, notices: withNews(state.notices, { about: 'say', text }) }),
  // The time itself comes with PARTY, which is asked for now.
  LASTCALL: (state) => state,
  OPENEND: (state) => ({
    ...state,
    party: state.party && { ...state.party, closing_at_ms: null },
    notices: withNews(state.notices, { about: 'open-end' }),
  }),
  LAG: (state) => state,
  // The link says the same, with what follows from it.
  BYE: (state) => state,
};

/** The turn that was called is over when something else is on. */
export function withNow(state: State, now: NonNullable<State['now']>): State {
  const turn = state.turn?.queue_id === now.queue_id ? state.turn : null;
  return { ...state, now, turn };
}

const withoutLater = (state: State): State => ({
  ...state,
  notices: state.notices.filter(({ about }) => about !== 'later'),
});

const called = ({ queue_id, song_id, artist, title, singer, with: partner }: Called): Called => ({
  queue_id,
  song_id,
  artist,
  title,
  singer,
  with: partner,
});
