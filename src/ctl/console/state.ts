/** Everything the console knows, as one value: what the daemon said, and where the DJ is. */
import type { NowRow, SongRow } from '../../dj/results/rows.ts';
import type { Party } from '../../party/model.ts';
import type { ActionId } from './actions.ts';
import type { Ask } from './asks.ts';
import { emptyField } from './field.ts';
import type { Field } from './field.ts';
import { noPages } from './pages.ts';
import type { Pages } from './pages.ts';
import type { AnyRow, ListName, Message, Rows, Tab } from './rows.ts';
import type { Language } from './words/language.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Where the DJ is in a list; `id` keeps them at the same row while others come and go. */
export interface Cursor {
  readonly at: number;
  readonly id: number | null;
  /** The first row that is shown. */
  readonly top: number;
  /** Whether it looks at a row, wherever that goes, or at the first place, whoever stands there. */
  readonly on: 'row' | 'first place';
}

export type Lists = { readonly [L in ListName]: Pages<Rows[L]> };

/** The last word to the DJ. `wait`: it is being done. */
export interface Said {
  readonly text: string;
  readonly tone: 'done' | 'refused' | 'wait';
}

/** What a question, a field or a page is about when it is answered. */
export type Doing =
  | { readonly is: 'action'; readonly id: ActionId; readonly row: AnyRow | null }
  | { readonly is: 'command' }
  /** The list of songs shows what is typed. */
  | { readonly is: 'filter' };

/** What lies over the list until it is answered or put away. */
export type Over =
  /** A line to type. `given`: what was answered before it. */
  | {
      readonly is: 'field';
      readonly doing: Doing;
      readonly asks: readonly Ask[];
      readonly given: readonly string[];
      readonly field: Field;
      /** Among the songs found, for a song. */
      readonly chosen: number;
      /** The song on which Enter was pressed before the answer to the last letter was here; it holds if that is found again. */
      readonly entered: number | null;
    }
  /** Done on y alone. */
  | { readonly is: 'question'; readonly text: string; readonly words: readonly string[] }
  | { readonly is: 'page'; readonly title: string; readonly lines: readonly string[]; readonly top: number }
  | { readonly is: 'help'; readonly top: number }
  | { readonly is: 'menu'; readonly from: 'row' | 'all'; readonly at: number };

/** Songs that words find: for adding one, and for a wish. */
interface Search {
  /** What was asked for, and what is known. */
  readonly words: string;
  readonly rows: readonly SongRow[];
  readonly more: boolean;
}

export interface State {
  readonly language: Language;
  /** Whom karaoked knows this DJ as: their own orders are no news to them. */
  readonly me: string;
  readonly size: Size;
  readonly link: 'wanted' | 'there' | 'lost';
  /** Why it is lost, as the refusal said. */
  readonly lostBecause: string;
  readonly party: Party | null;
  readonly now: NowRow | null;
  readonly counts: { readonly waiting: number; readonly songs: number; readonly missing: number };
  readonly connections: number;
  readonly namedGuests: number;
  readonly degraded: readonly string[];
  readonly problems: number;
  readonly tab: Tab;
  readonly lists: Lists;
  readonly cursors: Readonly<Record<Tab, Cursor>>;
  /** The words that the tab of songs shows. */
  readonly filter: string;
  readonly messages: readonly Message[];
  readonly unread: number;
  readonly said: Said | null;
  readonly over: Over | null;
  readonly search: Search | null;
  /** Where an entry was last sent, until the line is read again: pressing twice moves it twice. */
  readonly sent: { readonly id: number; readonly place: number } | null;
  /** What the librarian is at: rows or files done of so many. */
  readonly scan: { readonly done: number; readonly total: number | null } | null;
}

const atTheTop: Cursor = { at: 0, id: null, top: 0, on: 'first place' };

export function firstState(language: Language, me: string, size: Size): State {
  return {
    language,
    me,
    size,
    link: 'wanted',
    lostBecause: '',
    party: null,
    now: null,
    counts: { waiting: 0, songs: 0, missing: 0 },
    connections: 0,
    namedGuests: 0,
    degraded: [],
    problems: 0,
    tab: 'line',
    lists: { line: noPages, missing: noPages, guests: noPages, songs: noPages, sung: noPages },
    cursors: {
      line: atTheTop,
      missing: atTheTop,
      guests: atTheTop,
      songs: atTheTop,
      messages: atTheTop,
      sung: atTheTop,
    },
    filter: '',
    messages: [],
    unread: 0,
    said: null,
    over: null,
    search: null,
    sent: null,
    scan: null,
  };
}

/** What an open field stands on. */
export function fieldFor(doing: Doing, asks: readonly Ask[], given: readonly string[]): Over {
  return { is: 'field', doing, asks, given, field: asks[given.length]?.field ?? emptyField, chosen: 0, entered: null };
}
