/** What the console makes of what the daemon says. Pure: a state and a word in, a state out. */
import type { SongRow } from '../../dj/results/rows.ts';
import type { WatchEvent } from '../../dj/watch_events.ts';
import type { Page } from '../../party/model.ts';
import { soundingAt } from './clock.ts';
import { followed } from './cursor.ts';
import { changed, withPage } from './pages.ts';
import type { AnyRow, ListName, Message, Rows } from './rows.ts';
import type { Need } from './needs.ts';
import type { Lists, Said, State } from './state.ts';
import { wordsIn } from './words/speak.ts';

/** As many as anybody scrolls back through. */
const MESSAGES_KEPT = 500;

/** The watcher hears: at first how things stand, then what changes. */
export function heard(state: State, event: WatchEvent, atMs: number): State {
  const told = tell(state, event, atMs);
  switch (event.event) {
    case 'guests':
      return stale(told, 'guests', 'line');
    case 'gone':
    case 'next':
      return stale(told, 'line');
    case 'last-call':
      return { ...told, party: told.party && { ...told.party, closingAtMs: event.closingAtMs } };
    case 'order':
    case 'said':
      return told;
    case 'party':
      return stale({ ...told, party: event.party }, 'line', 'guests', 'sung', 'missing');
    case 'now':
      return stale({ ...told, now: event.now }, 'line', 'sung');
    case 'queue':
      return stale({ ...told, counts: { ...told.counts, waiting: event.waiting } }, 'line', 'guests');
    case 'songs':
      return stale({ ...told, counts: { ...told.counts, songs: event.songs } }, 'songs');
    case 'missing':
      return stale({ ...told, counts: { ...told.counts, missing: event.missing } }, 'missing');
    case 'connections':
      return stale({ ...told, connections: event.connections, namedGuests: event.guests }, 'guests', 'line');
    case 'wish':
    case 'proposal':
      return stale(told, 'missing', 'guests');
    case 'degraded':
      return { ...told, degraded: event.processes };
    case 'problems':
      return { ...told, problems: event.problems };
    case 'library':
      return { ...told, scan: event.state === 'scanning' || event.state === 'began' ? event : null };
    case 'song-added':
      return told;
    default:
      // Told, when there is something to tell; a daemon of another day may say what this console does not know.
      return told;
  }
}

/** The first word after karaoked was not there: whatever was known may be old. */
export function linked(state: State, atMs: number): State {
  const back = state.link === 'lost' ? addMessage(state, { event: 'back', text: '' }, atMs) : state;
  const fresh = { ...back, link: 'there', lostBecause: '', said: null, degraded: [], problems: 0 } as const;
  return stale(fresh, 'line', 'missing', 'guests', 'songs', 'sung');
}

/** karaoked is gone, or was never there. */
export function unlinked(state: State, because: string, atMs: number): State {
  if (state.link !== 'there') return { ...state, lostBecause: because };
  // What sounded then is what was known last; without karaoked nothing goes on.
  const now = state.now && soundingAt(state.now, atMs);
  const lost = { ...state, now, link: 'lost', lostBecause: because, scan: null, degraded: [] } as const;
  return addMessage(lost, { event: 'lost', text: because }, atMs);
}

export function listRead<L extends ListName>(
  state: State,
  list: L,
  page: Page<Rows[L]>,
  asOf: number,
  atMs: number,
): State {
  const pages = withPage(state.lists[list], page, asOf, atMs);
  const read = {
    ...state,
    lists: { ...state.lists, [list]: pages } as Lists,
    sent: list === 'line' ? null : state.sent,
  };
  return followed(read, list);
}

export function searched(state: State, words: string, page: Page<SongRow>): State {
  const over = state.over?.is === 'field' ? { ...state.over, chosen: 0 } : state.over;
  return { ...state, over, search: { words, rows: page.rows, more: page.rows.length < page.total || page.more } };
}

/** What could not be read is shown as it was known, and read again at the next news of it. */
export function unread(state: State, need: Need, because: string): State {
  const told = said(state, [because], 'refused');
  if (need.what === 'search') return { ...told, search: { words: need.words, rows: [], more: false } };
  const pages = state.lists[need.what];
  const known = new Map<number, { rows: readonly AnyRow[]; asOf: number }>(pages.known);
  known.set(need.page, { rows: pages.known.get(need.page)?.rows ?? [], asOf: need.asOf });
  return { ...told, lists: { ...told.lists, [need.what]: { ...pages, known } } };
}

/** A sentence for the DJ, or a few; what is longer than the room for it is a page. */
export function said(state: State, lines: readonly string[], tone: Said['tone'] | 'saved'): State {
  const { hints } = wordsIn(state.language);
  const text = `${tone === 'saved' ? `${hints.saved} ` : ''}${lines.map((line) => line.trim().replace(/ +/g, ' ')).join('  ')}`;
  return followed({ ...state, said: { text, tone: tone === 'saved' ? 'done' : tone } }, state.tab);
}

/** Lines to be read, over the list. */
export function shownPage(state: State, words: readonly string[], lines: readonly string[]): State {
  return { ...state, said: null, over: { is: 'page', title: words.join(' '), lines, top: 0 } };
}

/** Lists that must be read again before they are believed. */
function stale(state: State, ...lists: readonly ListName[]): State {
  const marked = Object.fromEntries(lists.map((list) => [list, changed<AnyRow>(state.lists[list])]));
  return { ...state, lists: { ...state.lists, ...marked } };
}

function tell(state: State, event: WatchEvent, atMs: number): State {
  // How things stood when the console opened is no news; a watcher hears of the party first.
  if (state.now === null) return state;
  // The closing time has a word of its own.
  if (event.event === 'party' && state.party?.id === event.party?.id) return state;
  const text = wordsIn(state.language).message(event, String);
  return text === null ? state : addMessage(state, event, atMs);
}

function addMessage(state: State, event: Message['event'], atMs: number): State {
  const id = (state.messages.at(-1)?.id ?? 0) + 1;
  const messages = [...state.messages, { id, atMs, event }].slice(-MESSAGES_KEPT);
  const own = 'who' in event && event.who === state.me;
  const unread = state.tab === 'messages' || own ? state.unread : state.unread + 1;
  return followed(flashed({ ...state, messages, unread }, event, own), 'messages');
}

/** What a DJ must not overlook is said where they look, until the next word. */
function flashed(state: State, event: Message['event'], own: boolean): State {
  // Somebody goes first because a DJ said so: they know.
  const expected = own || (event.event === 'gone' && event.why === 'displaced');
  if (expected || !['gone', 'proposal', 'order', 'degraded', 'lost'].includes(event.event)) return state;
  const text = wordsIn(state.language).message(event, String) ?? '';
  return { ...state, said: { text, tone: event.event === 'order' ? 'done' : 'refused' } };
}
