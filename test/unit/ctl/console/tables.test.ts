import { describe, expect, test } from '@jest/globals';
import { actionIds, actions, viewIds, VIEWS } from '../../../../src/ctl/console/actions.ts';
import type { ActionId } from '../../../../src/ctl/console/actions.ts';
import { commandOf } from '../../../../src/ctl/console/commands.ts';
import { helpLines } from '../../../../src/ctl/console/help.ts';
import { latinKey, saysYes } from '../../../../src/ctl/console/keys/cyrillic.ts';
import type { AnyRow, Tab } from '../../../../src/ctl/console/rows.ts';
import { TABS } from '../../../../src/ctl/console/rows.ts';
import { LANGUAGES } from '../../../../src/ctl/console/words/language.ts';
import { wordsIn } from '../../../../src/ctl/console/words/speak.ts';
import { buildProgram } from '../../../../src/ctl/program.ts';
import type { Typed } from '../../../../src/ctl/program.ts';
import { entry, guest, wish } from './fake_state.ts';

const ROWS: Readonly<Record<Tab | 'everywhere', AnyRow | null>> = {
  everywhere: null,
  line: entry(2),
  missing: wish,
  guests: guest,
  songs: { songId: 7, artist: 'Toto', title: 'Africa', durationS: 295 },
  messages: {
    id: 1,
    atMs: 0,
    event: { event: 'proposal', wishId: 5, wishArtist: 'a', wishTitle: 'b', songId: 9, artist: 'c', title: 'd' },
  },
  sung: null,
};
const ANSWERS: Partial<Record<ActionId, readonly string[]>> = {
  add: ['-Dee', '-17'],
  duet: ['Dee', 'Eve', '17'],
  closing: ['23:30'],
  lastCall: ['20'],
  place: ['3'],
};

function lineOf(id: ActionId): readonly string[] {
  const answers = ANSWERS[id] ?? ['17', '17'];
  return actions[id].line({ row: ROWS[actions[id].where], answers, now: null, place: 2 }) ?? [];
}

describe('the table of keys', () => {
  test.each(TABS)('has no key twice where one can press it: %s', (tab) => {
    const here = actionIds.filter((id) => actions[id].where === tab || actions[id].where === 'everywhere');
    const keys = [...here.flatMap((id) => [...actions[id].keys]), ...viewIds.flatMap((id) => [...VIEWS[id]])];
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test.each(actionIds)('%s is a line that karaokectl understands', (id) => {
    const chosen: Typed[] = [];
    const program = buildProgram({ version: '', complain: () => undefined, choose: (typed) => chosen.push(typed) });
    const words = lineOf(id);
    program.parse(words, { from: 'user' });
    expect(chosen.map(({ verb }) => verb)).toEqual([commandOf(words.join(' '))]);
  });

  test('a name that begins with a dash stays a name', () => {
    const chosen: Typed[] = [];
    buildProgram({ version: '', complain: () => undefined, choose: (typed) => chosen.push(typed) }).parse(
      lineOf('add'),
      {
        from: 'user',
      },
    );
    expect(chosen[0]?.given).toMatchObject({ for: '-Dee', song: '-17' });
  });

  test.each(LANGUAGES)('the help of %s has a line for every key, and none without words', (language) => {
    const lines = helpLines(language);
    expect(lines.filter(({ is }) => is === 'key')).toHaveLength(actionIds.length + viewIds.length);
    expect(lines.filter(({ text }) => text.trim() === '')).toEqual([]);
    const { actions: labels, views } = wordsIn(language);
    expect([...Object.values(labels), ...Object.values(views)].filter(({ short }) => short === '')).toEqual([]);
  });

  test('Bulgarian words are Bulgarian: no sentence was left in English', () => {
    const [en, bg] = [wordsIn('en'), wordsIn('bg')];
    const same = actionIds.filter((id) => en.actions[id].help === bg.actions[id].help);
    const seen = viewIds.filter((id) => en.views[id].help === bg.views[id].help);
    const hints = Object.entries(en.hints).filter(
      ([name, text]) => typeof text === 'string' && text !== '…' && text === bg.hints[name as keyof typeof bg.hints],
    );
    expect([same, seen, hints]).toEqual([[], [], []]);
  });
});

test('what karaokectl says in English is said in Bulgarian there, with what it names', () => {
  const sentence = (text: string): string => wordsIn('bg').sentence(text);
  expect(sentence('No karaoked runs in /var/k. Start it: karaoked --var /var/k')).toBe(
    'Никой не е пуснал karaoked в /var/k. Пуска се с: karaoked --var /var/k',
  );
  expect(sentence('karaoked has left.')).toBe('karaoked спря.');
  expect(sentence("unknown command 'frobnicate'")).toContain('Няма команда „frobnicate“');
  expect(sentence('There is no entry 99.')).toBe('There is no entry 99.');
});

describe('a Bulgarian keyboard', () => {
  test('gives the key of the same sound, shift or not; other keys are what they are', () => {
    expect(Array.from('сапуСК?1я', (key) => latinKey(key, 'phonetic')).join('')).toBe('sapuSK?1q');
    expect(Array.from('яьзк', (key) => latinKey(key, 'bds')).join('')).toBe('sapu');
  });

  test('every letter of the table can be pressed on it', () => {
    const letters = actionIds.flatMap((id) => [...actions[id].keys]).filter((key) => /^[a-z]$/i.test(key));
    const cyrillic = Array.from('абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ');
    const reached = new Set(cyrillic.map((letter) => latinKey(letter, 'phonetic')));
    expect(letters.filter((letter) => !reached.has(letter))).toEqual([]);
  });

  test('yes is y, the key y, and д; nothing else is', () => {
    expect(['y', 'Y', 'ъ', 'д', 'Д'].map((key) => saysYes(key, 'phonetic'))).toEqual(Array(5).fill(true));
    expect(['enter', 'space', 'n', 'q', 'н', 'escape', ''].filter((key) => saysYes(key, 'phonetic'))).toEqual([]);
    expect(saysYes('щ', 'bds')).toBe(true);
  });
});
