/**
 * Holds the state and does what it calls for: reads what is needed and was not read, gives the DJ's orders one after the
 * other, and has every change drawn. What to do is decided elsewhere, by pure functions.
 */
import { EXITS } from '../../dj/refusal.ts';
import type { Refusal, RefusalCode } from '../../dj/refusal.ts';
import type { SongRow } from '../../dj/results/rows.ts';
import type { Verb } from '../../dj/verbs.ts';
import type { WatchEvent } from '../../dj/watch_events.ts';
import type { Page } from '../../party/model.ts';
import type { Reply } from '../call.ts';
import type { Typed } from '../program.ts';
import { clockTime } from '../words.ts';
import { answerLines } from './answer.ts';
import { followed } from './cursor.ts';
import type { Hands } from './hands.ts';
import { heard, linked, listRead, said, searched, shownPage, unlinked, unread } from './hear.ts';
import type { Keyboard } from './keys/cyrillic.ts';
import { pressed } from './keys/press.ts';
import type { Stroke } from './keys/strokes.ts';
import type { Step } from './keys/step.ts';
import { enteredEarly, pasted } from './keys/typing.ts';
import { needs } from './needs.ts';
import type { Need } from './needs.ts';
import type { Order } from './orders.ts';
import type { ListName, Rows } from './rows.ts';
import type { Size, State } from './state.ts';
import { wordsIn } from './words/speak.ts';

/** What the terminal does for the console. */
export interface Stage {
  draw(state: State): void;
  redraw(): void;
  pauseConsole(): void;
  quit(exitCode: number): void;
}

export interface Conductor {
  strokes(strokes: readonly Stroke[]): void;
  paste(text: string): void;
  resize(size: Size): void;
  linked(): void;
  heard(event: WatchEvent): void;
  unlinked(because: Refusal): void;
}

/** Orders that may take minutes: others do not wait for them. */
const LONG: ReadonlySet<Verb> = new Set(['import', 'library add', 'library scan', 'library remove']);

export function createConductor(first: State, keyboard: Keyboard, hands: Hands, stage: Stage): Conductor {
  let state = first;
  const reading = new Set<Need['what']>();
  let line: Promise<void> = Promise.resolve();
  let neverThere: RefusalCode | null = 'not-running';

  const become = (next: State): void => {
    if (next === state) return;
    state = next;
    for (const need of needs(state)) void read(need);
    stage.draw(state);
  };
  const ask = (typed: Typed, saidAtMs: number): Promise<Reply> => hands.call(typed, saidAtMs, ignore, ignore);

  const read = async (need: Need): Promise<void> => {
    if (reading.has(need.what)) return;
    reading.add(need.what);
    const reply = await ask(typedFor(need), hands.clock());
    reading.delete(need.what);
    // Whatever came meanwhile is a need of its own; what could not be read is said, and read again at the next news.
    become(
      reply.ok ? readInto(state, need, reply.value) : unread(state, need, wordsIn(state.language).sentence(reply.text)),
    );
    if (need.what === 'search') follow(enteredEarly(state, { keyboard, atMs: hands.clock() }));
    for (const next of needs(state)) void read(next);
  };

  const readInto = (now: State, need: Need, value: unknown): State => {
    if (need.what === 'search') return searched(now, need.words, value as Page<SongRow>);
    if (need.what === 'songs' && need.words !== now.filter) return now;
    return listRead(now, need.what, pageOf(value), need.asOf, hands.clock());
  };

  const perform = async (order: Extract<Order, { is: 'line' | 'save' }>): Promise<void> => {
    const understood = hands.understand(order.words);
    if (understood.is === 'typed') become(await answered(order, understood.typed));
    else if (understood.is === 'help') become(shownPage(state, order.words, understood.text.split('\n')));
    else become(said(state, [wordsIn(state.language).sentence(understood.text)], 'refused'));
  };

  const answered = async (order: Extract<Order, { is: 'line' | 'save' }>, typed: Typed): Promise<State> => {
    if (order.is === 'save') {
      const wrong = await hands.exportTo(order.path, typed, order.saidAtMs);
      return wrong === null
        ? said(state, [order.path], 'saved')
        : said(state, [wordsIn(state.language).sentence(wrong)], 'refused');
    }
    const reply = await ask(typed, order.saidAtMs);
    const nowMs = hands.clock();
    const screen = { columns: state.size.columns - 2, style: 'plain', nowMs } as const;
    const lines = answerLines(typed.verb, reply, state.language, screen, (ms) => clockTime(ms, nowMs));
    if (!reply.ok) return said(state, lines, 'refused');
    const long = lines.length > 2 || (order.shown === 'page' && lines.length > 1);
    return long ? shownPage(state, order.words, lines) : said(state, lines, 'done');
  };

  const carryOut = (order: Order): void => {
    switch (order.is) {
      case 'quit':
        stage.quit(neverThere === null ? 0 : EXITS[neverThere]);
        return;
      case 'redraw':
        stage.redraw();
        return;
      case 'pause-console':
        stage.pauseConsole();
        return;
      case 'line':
      case 'save': {
        const understood = hands.understand(order.words);
        // One after the other, so that what was pressed first is done first; files are read meanwhile.
        if (understood.is === 'typed' && LONG.has(understood.typed.verb)) void perform(order);
        else line = line.then(() => perform(order));
      }
    }
  };

  const follow = ({ state: next, orders }: Step): void => {
    become(next);
    for (const order of orders) carryOut(order);
  };

  return {
    strokes: (strokes) => {
      follow(pressed(state, strokes, { keyboard, atMs: hands.clock() }));
    },
    paste: (text) => {
      become(pasted(state, text));
    },
    resize: (size) => {
      if (size.columns !== state.size.columns || size.rows !== state.size.rows) {
        become(followed({ ...state, size }, state.tab));
      }
    },
    linked: () => {
      neverThere = null;
      become(linked(state, hands.clock()));
    },
    heard: (event) => {
      become(heard(state, event, hands.clock()));
    },
    unlinked: (because) => {
      if (neverThere !== null) neverThere = because.code;
      become(unlinked(state, wordsIn(state.language).sentence(because.text), hands.clock()));
    },
  };
}

function typedFor(need: Need): Typed {
  switch (need.what) {
    case 'search':
      return { verb: 'songs', given: { words: need.words, page: null } };
    case 'songs':
      return { verb: 'songs', given: { words: need.words === '' ? null : need.words, page: need.page } };
    case 'line':
      return { verb: 'queue', given: { page: need.page } };
    case 'missing':
      return { verb: 'missing', given: { page: need.page } };
    case 'sung':
      return { verb: 'history', given: { page: need.page } };
    case 'guests':
      return { verb: 'guests', given: {} };
  }
}

/** All guests come at once. */
function pageOf<L extends ListName>(value: unknown): Page<Rows[L]> {
  const { rows, total, more, page } = value as Partial<Page<Rows[L]>> & { readonly rows: readonly Rows[L][] };
  return { rows, total: total ?? rows.length, more: more ?? false, page: page ?? 1 };
}

function ignore(): void {
  // Progress of what the DJ waits for comes as an event too.
}
