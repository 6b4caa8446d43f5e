/** Strokes while a line is being typed. Pure. */
import type { SongRow } from '../../../dj/results/rows.ts';
import { KINDS } from '../../../dj/kinds.ts';
import { closingTime, findsSongs, minutes } from '../asks.ts';
import type { Ask } from '../asks.ts';
import { commandWords } from '../command_words.ts';
import { commandsLike } from '../commands.ts';
import { moved } from '../cursor.ts';
import { edited, fieldOf, textOf, typed } from '../field.ts';
import type { Field } from '../field.ts';
import { changed, noPages } from '../pages.ts';
import { fieldFor } from '../state.ts';
import type { Over, State } from '../state.ts';
import { wordsIn } from '../words/speak.ts';
import type { SureVerb } from '../words/words.ts';
import { finish, give, refused } from './act.ts';
import { still } from './step.ts';
import type { At, Step } from './step.ts';
import { editOf } from './strokes.ts';
import type { Stroke } from './strokes.ts';

type Typing = Extract<Over, { readonly is: 'field' }>;

export function typing(state: State, over: Typing, { key, text }: Stroke, at: At): Step {
  const asked = over.asks[over.given.length];
  if (!asked) return still({ ...state, over: null });
  if (key === 'enter') return answered(state, over, asked, at);
  if (key === 'escape' || key === 'ctrl-c') return still(givenUp(state, over));
  if (key === 'up' || key === 'down') return still(chosen(state, over, asked, key === 'up' ? -1 : 1));
  if (key === 'tab' && over.doing.is === 'command') return still(completed(state, over));
  const edit = editOf(key);
  if (edit) return still(retyped(state, over, edited(over.field, edit)));
  return text === '' ? still(state) : still(retyped(state, over, typed(over.field, text)));
}

/** A pasted text is typed, whatever it holds: Enter is pressed by a hand. */
export function pasted(state: State, text: string): State {
  return state.over?.is === 'field' ? retyped(state, state.over, typed(state.over.field, text)) : state;
}

function retyped(state: State, over: Typing, field: Field): State {
  const next = { ...state, said: null, over: { ...over, field, entered: null } };
  return over.doing.is === 'filter' ? filtered(next, textOf(field).trim()) : next;
}

function filtered(state: State, filter: string): State {
  if (filter === state.filter) return state;
  const songs = changed({ ...noPages, news: state.lists.songs.news });
  return moved({ ...state, filter, lists: { ...state.lists, songs } }, 'songs', 0);
}

function givenUp(state: State, over: Typing): State {
  const closed = { ...state, over: null };
  if (over.doing.is === 'filter') return filtered(closed, '');
  return { ...closed, said: { text: wordsIn(state.language).hints.nothing, tone: 'done' } };
}

function chosen(state: State, over: Typing, asked: Ask, step: 1 | -1): State {
  if (over.doing.is === 'filter') return moved(state, 'songs', state.cursors.songs.at + step);
  const rows = findsSongs(asked) ? (state.search?.rows.length ?? 0) : 0;
  return { ...state, over: { ...over, chosen: Math.max(0, Math.min(rows - 1, over.chosen + step)) } };
}

function answered(state: State, over: Typing, asked: Ask, at: At): Step {
  const { doing } = over;
  if (doing.is === 'filter') return still({ ...state, over: null });
  if (doing.is === 'command') return commanded(state, textOf(over.field), at);
  const answer = findsSongs(asked) ? songAnswer(state, over, asked) : textOf(over.field).trim();
  if (answer === null) return still({ ...state, over: { ...over, entered: songSeen(state, over) } });
  if (answer === '' && asked.need === 'required') return still(state);
  if (!readable(asked, answer)) return still(refused(state, wordsIn(state.language).mustBe[asked.what] ?? ''));
  const given = [...over.given, answer];
  if (given.length < over.asks.length) {
    return still({ ...state, search: null, over: fieldFor(doing, over.asks, given) });
  }
  return finish(state, doing.id, doing.row, given, at);
}

/** Whether karaokectl will know it for what was asked. */
function readable({ what }: Ask, answer: string): boolean {
  if (what === 'time') return KINDS.closing.read(closingTime(answer)) !== null;
  if (what === 'minutes') return KINDS.duration.read(minutes(answer)) !== null;
  return what !== 'place' || KINDS.number.read(answer) !== null;
}

/** The number of the chosen song, a number or a path as typed; null while what is shown is not what was typed. */
function songAnswer({ search }: State, { field, chosen: index }: Typing, { what }: Ask): string | null {
  const text = textOf(field).trim();
  if (what === 'wish-song' && /^(?:\/|\.\/|~\/)/.test(text)) return text;
  if (text === '' || search?.words !== text) return null;
  const row: SongRow | undefined = search.rows[index];
  if (row) return String(row.songId);
  return /^\d+$/.test(text) ? text : null;
}

function songSeen({ search }: State, { chosen: index }: Typing): number | null {
  return search?.rows[index]?.songId ?? null;
}

/** Enter that was pressed too early, once what was typed is found: it counts when it finds what was on the screen then. */
export function enteredEarly(state: State, at: At): Step {
  const { over, search } = state;
  if (over?.is !== 'field' || over.entered === null || search?.words !== textOf(over.field).trim()) return still(state);
  const asked = over.asks[over.given.length];
  const open = { ...over, entered: null };
  const same = search.rows[0]?.songId === over.entered;
  return asked && same ? answered({ ...state, over: open }, open, asked, at) : still({ ...state, over: open });
}

/** Verbs that a question comes before, also when they were typed in full. */
const SURE = /^(?:(party end)(?! *--in)|(stop|kick|ban|forget|code|refuse|restart))\b/;

function sureVerb(line: string): SureVerb | null {
  const [, ending, other] = SURE.exec(line) ?? [];
  return ((ending ?? other) as SureVerb | undefined) ?? null;
}

function commanded(state: State, typedLine: string, at: At): Step {
  const { hints } = wordsIn(state.language);
  const words = commandWords(typedLine);
  if (words === null) return still(refused(state, hints.unclosed));
  if (words.length === 0) return still({ ...state, over: null });
  if (words[0] === 'watch') return still(refused({ ...state, over: null }, hints.watches));
  if (words[0] === 'export' && !words.includes('--help')) {
    return still(refused({ ...state, over: null }, hints.exports));
  }
  const line = words.join(' ');
  const verb = sureVerb(line);
  if (verb === null) return give(state, words, 'page', at);
  return still({ ...state, over: { is: 'question', text: hints.sureCommand(line, verb), words } });
}

/** To the end of the only command that it can be, or as far as all of them agree. */
function completed(state: State, over: Typing): State {
  const [first = '', ...others] = commandsLike(textOf(over.field));
  let shared = first;
  for (const other of others) while (!other.startsWith(shared)) shared = shared.slice(0, -1);
  if (shared === '') return state;
  const whole = others.length === 0 ? `${first} ` : shared;
  return { ...state, over: { ...over, field: fieldOf(whole) } };
}
