import { describe, expect, test } from '@jest/globals';
import { heard, listRead, searched, unlinked } from '../../../../src/ctl/console/hear.ts';
import { pressed } from '../../../../src/ctl/console/keys/press.ts';
import { strokesOf } from '../../../../src/ctl/console/keys/strokes.ts';
import type { Stroke } from '../../../../src/ctl/console/keys/strokes.ts';
import { enteredEarly, pasted } from '../../../../src/ctl/console/keys/typing.ts';
import { needs } from '../../../../src/ctl/console/needs.ts';
import { canShow } from '../../../../src/ctl/console/open.ts';
import type { Order } from '../../../../src/ctl/console/orders.ts';
import type { State } from '../../../../src/ctl/console/state.ts';
import { entry, night, NOW_MS, pageOf } from './fake_state.ts';

const at = { keyboard: 'phonetic', atMs: NOW_MS } as const;
const named = (key: string): Stroke => ({ key, text: '' });
const chars = (text: string): Stroke[] => Array.from(text, (key) => ({ key: key === ' ' ? 'space' : key, text: key }));

/** Presses one after the other; a word in capitals of several letters is a named key. */
function play(state: State, ...pressedKeys: readonly string[]): { state: State; lines: string[]; orders: Order[] } {
  const orders: Order[] = [];
  let now = state;
  for (const key of pressedKeys) {
    const strokes = /^<.+>$/.test(key) ? [named(key.slice(1, -1))] : chars(key);
    for (const stroke of strokes) {
      const step = pressed(now, [stroke], at);
      now = step.state;
      orders.push(...step.orders);
    }
  }
  const lines = orders.flatMap((order) => (order.is === 'line' ? [order.words.join(' ')] : [order.is]));
  return { state: now, lines, orders };
}

const toto = { songId: 2, artist: 'Toto', title: 'Africa', durationS: 295 };

describe('a key', () => {
  test('skips at once, since undo takes it back, and says when it was pressed', () => {
    const { orders } = play(night(), 's');
    expect(orders).toEqual([{ is: 'line', words: ['skip'], shown: 'said', saidAtMs: NOW_MS }]);
  });

  test('asks before what cannot be taken back: y does it, everything else does not', () => {
    for (const key of ['E', 'X', 'R']) {
      expect(play(night(), key).lines).toEqual([]);
      for (const no of ['<enter>', '<space>', 'n', 'q', '<escape>', key])
        expect(play(night(), key, no).lines).toEqual([]);
    }
    expect(play(night(), 'E', 'y').lines).toEqual(['party end']);
    expect(play(night(), 'Е', 'д').lines).toEqual(['party end']);
  });

  test('pressed while a question stands answers it or does nothing', () => {
    const asked = play(night(), 'E').state;
    for (const key of ['s', 'q', '1', '?', 'E', '<space>', '<down>', '<tab>'])
      expect(play(asked, key)).toEqual({ state: asked, lines: [], orders: [] });
    for (const no of ['n', 'н', 'N', '<enter>', '<escape>', '<ctrl-c>'])
      expect(play(asked, no)).toMatchObject({ state: { over: null }, lines: [] });
  });

  test('of a tab closes what is open and goes there', () => {
    for (const open of ['?', 'm', '<enter>'])
      expect(play(night(), open, '3').state).toMatchObject({ over: null, tab: 'guests' });
  });

  test('typed ahead does not answer a question that nobody has seen', () => {
    const step = pressed(night(), chars('Ey'), at);
    expect([step.orders, step.state.over?.is]).toEqual([[], 'question']);
  });

  test('that means nothing says so and does nothing', () => {
    const { state, lines } = play(night(), '9', 'Z', '%');
    expect([lines, state.said?.text]).toEqual([[], '% does nothing here; ? shows the keys.']);
  });

  test('moves the chosen entry a place, twice when pressed twice, before the line was read again', () => {
    expect(play(night(), 'jjj', 'KK', '<shift-down>').lines).toEqual(['move 14 3', 'move 14 2', 'move 14 3']);
    expect(play(night(), 'K').lines).toEqual([]);
  });

  test('does nothing while karaoked is not there, but leaves', () => {
    const gone = unlinked(night(), 'gone', NOW_MS);
    for (const keys of [['s'], ['E', 'y'], [':', 'skip', '<enter>']]) {
      const { state, lines } = play(gone, ...keys);
      expect([lines, state.said?.text]).toEqual([[], 'karaoked is not there; nothing was done.']);
    }
    expect(play(gone, 'q').lines).toEqual(['quit']);
  });
});

describe('adding for somebody', () => {
  test('asks for the name, finds songs while one types, and takes the chosen one', () => {
    const typed = play(night(), 'a', 'Dee', '<enter>', 'afirca').state;
    expect(needs(typed)).toContainEqual({ what: 'search', words: 'afirca' });
    const other = { ...toto, songId: 9 };
    const found = searched(typed, 'afirca', pageOf([toto, other]));
    expect(play(found, '<down>', '<enter>').lines).toEqual(['add --for=Dee -- 9']);
    expect(play(found, '<enter>').lines).toEqual(['add --for=Dee -- 2']);
    expect(play(found, '<escape>').lines).toEqual([]);
  });

  test('does not take a song that was found for other words', () => {
    const found = searched(play(night(), 'a', 'Dee', '<enter>', 'afr').state, 'afr', pageOf([toto]));
    const early = play(found, 'i', '<enter>');
    expect(early.lines).toEqual([]);
    const others = enteredEarly(searched(early.state, 'afri', pageOf([{ ...toto, songId: 9 }, toto])), at);
    expect(others).toMatchObject({ orders: [], state: { over: { is: 'field', entered: null } } });
    // Enter counts when what it was pressed on is found for all that was typed.
    const same = enteredEarly(searched(early.state, 'afri', pageOf([toto])), at);
    expect(same.orders).toMatchObject([{ words: ['add', '--for=Dee', '--', '2'] }]);
  });

  test('with a partner asks for both', () => {
    const found = searched(play(night(), 'd', 'Dee', '<enter>', 'Eve', '<enter>', 'x').state, 'x', pageOf([toto]));
    expect(play(found, '<enter>').lines).toEqual(['add --for=Dee --with=Eve -- 2']);
  });

  test('a pasted text is typed, its line ends and all; where nothing is typed it is nothing', () => {
    const state = pasted(play(night(), 'a').state, 'Dee\r\ny\nE');
    expect(state.over).toMatchObject({ is: 'field', field: { before: 'Dee y E' } });
    expect(pasted(night(), 'Ey')).toEqual(night());
  });
});

describe('a missing song', () => {
  test('is found in a song or a file, and refused with a reason after a question', () => {
    const open = play(night(), '2', 'f').state;
    expect(open.over).toMatchObject({ is: 'field', field: { before: 'Nobody Unknown' } });
    expect(play(open, '<ctrl-u>', '/music/x.mp3', '<enter>').lines).toEqual(['found 5 -- /music/x.mp3']);
    const refusing = play(night(), '2', 'r', 'too sad', '<enter>');
    expect([refusing.lines, refusing.state.over]).toMatchObject([[], { is: 'question' }]);
    expect(play(refusing.state, 'y').lines).toEqual(['refuse 5 -- too sad']);
  });
});

describe('a guest', () => {
  test('is shown out for a reason, or for none, after a question', () => {
    for (const [key, verb] of [
      ['x', 'kick'],
      ['b', 'ban'],
    ] as const) {
      const asked = play(night(), '3', key, 'too loud', '<enter>').state;
      expect(asked.over).toMatchObject({ is: 'question' });
      expect(play(asked, 'y').lines).toEqual([`${verb} 3 -- too loud`]);
      expect(play(night(), '3', key, '<enter>', 'y').lines).toEqual([`${verb} 3`]);
    }
  });
});

describe('a time', () => {
  test('that is none stays in its line, with what it must be', () => {
    const wrong = play(night(), 'C', 'at noon', '<enter>');
    expect(wrong).toMatchObject({ lines: [], state: { over: { is: 'field', field: { before: 'at noon' } } } });
    expect(wrong.state.said?.text).toBe('It must be a time of day, for example 23:30, or off.');
    expect(play(wrong.state, '<ctrl-u>', '23:30', '<enter>').lines).toEqual(['party closing -- 23:30']);
    expect(play(night(), 'L', '<ctrl-u>', 'soon', '<enter>')).toMatchObject({
      lines: [],
      state: { over: { is: 'field' } },
    });
    expect(play(night({ language: 'bg' }), 'C', 'няма', '<enter>').lines).toEqual(['party closing -- off']);
  });
});

describe('the command line', () => {
  test('asks with what comes of it, and says of what can be taken back no other thing', () => {
    const asked = play(night(), ':', 'ban Ada', '<enter>').state.over;
    expect(asked?.is === 'question' && asked.text).toMatch(/^ban Ada: .*shown out.*Do it\?$/);
  });

  test('says which key exports, since there is no stdout to send it to', () => {
    const { lines, state } = play(night(), ':', 'export csv', '<enter>');
    expect([lines, state.said?.text]).toEqual([[], expect.stringContaining('e asks for its path')]);
  });

  test('takes any line, completes it, and asks before what cannot be taken back', () => {
    expect(play(night(), ':', 'library pr', '<tab>', '<enter>').lines).toEqual(['library problems']);
    expect(play(night(), ':', 'say "two  words"', '<enter>').orders).toMatchObject([{ words: ['say', 'two  words'] }]);
    for (const line of ['party end', 'stop', 'kick Ada', 'forget 3']) {
      const asked = play(night(), ':', line, '<enter>');
      expect([asked.lines, asked.state.over?.is]).toEqual([[], 'question']);
      expect(play(asked.state, 'y').lines).toEqual([line]);
    }
    expect(play(night(), ':', 'party end --in 20m', '<enter>').lines).toEqual(['party end --in 20m']);
  });
});

describe('the lists', () => {
  test('keep the chosen row while others come before it', () => {
    const chosen = play(night(), 'jjjj').state;
    const line = [
      entry(1, { queueId: 99 }),
      ...Array.from({ length: 30 }, (_, i) => ({ ...entry(i + 1), position: i + 2 })),
    ];
    const read = listRead(chosen, 'line', pageOf(line), chosen.lists.line.news, NOW_MS);
    expect(read.cursors.line).toMatchObject({ at: 5, id: 15 });
  });

  test('go with the entry that was given another place, also away from the first; else the first place stays chosen', () => {
    const swapped = (state: State): State =>
      listRead(state, 'line', pageOf([entry(1, { queueId: 12 }), entry(2, { queueId: 11 })]), 99, NOW_MS);
    expect(swapped(play(night(), 'n').state).cursors.line).toMatchObject({ at: 1, id: 11 });
    expect(swapped(play(night(), 'jK').state).cursors.line).toMatchObject({ at: 0, id: 12 });
    expect(swapped(night()).cursors.line).toMatchObject({ at: 0, id: 12 });
    expect(swapped(play(night(), 'n', 'jk').state).cursors.line).toMatchObject({ at: 0, id: 12 });
  });

  test('are read when they are looked at and something happened, and not else', () => {
    const state = night();
    expect(needs(state)).toEqual([]);
    const news = heard(state, { event: 'guests' }, NOW_MS);
    expect(needs(news).map(({ what }) => what)).toEqual(['line']);
    expect(needs(play(news, '3').state).map(({ what }) => what)).toEqual(['line', 'guests']);
    expect(needs(unlinked(news, 'gone', NOW_MS))).toEqual([]);
  });

  test('are read page by page as one goes down', () => {
    const first = Array.from({ length: 100 }, (_, i) => entry(i + 1));
    const news = night();
    const long = listRead(
      news,
      'line',
      { rows: first, total: 250, more: false, page: 1 },
      news.lists.line.news,
      NOW_MS,
    );
    expect(needs(long)).toEqual([]);
    expect(needs(play(long, '<end>').state)).toMatchObject([{ what: 'line', page: 3 }]);
  });
});

describe('strokes', () => {
  const none = strokesOf('', keyOf({}));
  function keyOf(more: object): Parameters<typeof strokesOf>[1] {
    const off = {
      upArrow: false,
      downArrow: false,
      leftArrow: false,
      rightArrow: false,
      pageUp: false,
      pageDown: false,
    };
    const rest = { home: false, end: false, return: false, escape: false, tab: false, backspace: false, delete: false };
    return { ...off, ...rest, ctrl: false, shift: false, meta: false, ...more };
  }

  test('that come at once are one after the other, Enter among them', () => {
    expect(strokesOf('aЯ \r', keyOf({})).map(({ key }) => key)).toEqual(['a', 'Я', 'space', 'enter']);
    expect(strokesOf('c', keyOf({ ctrl: true })).map(({ key }) => key)).toEqual(['ctrl-c']);
    expect(strokesOf('', keyOf({ upArrow: true, shift: true })).map(({ key }) => key)).toEqual(['shift-up']);
    expect(none).toEqual([]);
    expect(strokesOf('1', keyOf({ meta: true })).map(({ key }) => key)).toEqual(['escape', '1']);
  });
});

test.each([
  [{ TERM: 'xterm' }, 80, 24, true],
  [{ TERM: 'linux' }, 60, 16, true],
  [{ TERM: 'dumb' }, 80, 24, false],
  [{ TERM: 'xterm' }, 59, 24, false],
  [{ TERM: 'xterm' }, 80, 15, false],
  [{ TERM: 'xterm' }, 0, 0, false],
])('on %j, %i by %i, the console can be shown: %s', (environment, columns, rows, can) => {
  expect(canShow(environment, { columns, rows })).toBe(can);
});
