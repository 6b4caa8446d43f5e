import { describe, expect, test } from '@jest/globals';
import { actions } from '../../../src/ctl/console/actions.ts';
import { LETTERS, menuVerbs, runMenu } from '../../../src/ctl/menu.ts';
import { menuWordsIn } from '../../../src/ctl/menu_words.ts';
import { buildProgram } from '../../../src/ctl/program.ts';
import type { Typed } from '../../../src/ctl/program.ts';
import { verbNames, verbTable } from '../../../src/dj/verbs.ts';

/** As the command line does, or its first complaint. */
function understand(words: readonly string[]): Typed | string {
  const chosen: Typed[] = [];
  const program = buildProgram({
    version: '',
    complain: () => undefined,
    choose: (typed) => chosen.push(typed),
  });
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    return (error as Error).message;
  }
  return chosen[0] ?? 'nothing';
}

/** Plays an evening at the menu: what is typed, line by line; the input is over after the last. */
async function evening(...typed: string[]): Promise<Evening> {
  return eveningIn('en', ...typed);
}

interface Evening {
  readonly performed: Typed[];
  readonly printed: string;
  readonly unread: number;
}

async function eveningIn(language: 'en' | 'bg', ...typed: string[]): Promise<Evening> {
  const performed: Typed[] = [];
  const printed: string[] = [];
  const lines = [...typed];
  await runMenu(
    {
      ask: async (prompt) => {
        printed.push(prompt);
        return lines.shift() ?? null;
      },
      print: (more) => printed.push(...more),
    },
    menuWordsIn(language),
    understand,
    async (verb) => {
      performed.push(verb);
    },
  );
  return { performed, printed: printed.join('\n'), unread: lines.length };
}

/** The number that stands beside a label. */
async function numberOf(label: string): Promise<string> {
  const { printed } = await evening();
  return new RegExp(`(\\d+) {2}${label}`).exec(printed)?.[1] ?? `no "${label}" in the menu`;
}

describe('the menu', () => {
  test('has a line for each verb with a label, and for leaving', async () => {
    const { printed } = await evening();
    for (const verb of verbNames) expect(printed).toContain(verbTable[verb].menu?.label ?? '');
    for (const wanted of [
      'Start the party',
      'End the party',
      'All songs',
      'Requests',
      'Missing songs',
      'Connected clients',
      'Quit',
    ]) {
      expect(printed).toContain(wanted);
    }
  });

  test('does what is chosen at once and comes back', async () => {
    const [queue, start, all] = [
      await numberOf('Requests'),
      await numberOf('Start the party'),
      await numberOf('All songs'),
    ];
    expect((await evening(queue, start, all)).performed).toEqual([
      { verb: 'queue', given: { page: null } },
      { verb: 'party start', given: { name: null } },
      { verb: 'songs', given: { words: null, hidden: null, page: null } },
    ]);
  });

  test('takes words after the number as the command line does', async () => {
    const [start, all] = [await numberOf('Start the party'), await numberOf('All songs')];
    expect((await evening(`${all} dancing  queen --page 2`, `${start} Friday night`)).performed).toEqual([
      { verb: 'songs', given: { words: 'dancing queen', hidden: null, page: 2 } },
      { verb: 'party start', given: { name: 'Friday night' } },
    ]);
    const { performed, printed } = await evening(`${all} --page many`);
    expect([performed, printed.includes('It must be a whole number')]).toEqual([[], true]);
  });

  test('asks for what a verb needs', async () => {
    const say = await numberOf('Say something');
    expect((await evening(say, 'Hello all', say, '-1 glass')).performed).toEqual([
      { verb: 'say', given: { text: 'Hello all' } },
      { verb: 'say', given: { text: '-1 glass' } },
    ]);
    expect((await evening(say, '')).performed).toEqual([]);
  });

  test('does not end a party because of a slip', async () => {
    const end = await numberOf('End the party');
    expect((await evening(end, '')).performed).toEqual([]);
    expect((await evening(end)).performed).toEqual([]);
    for (const yes of ['y', 'Yes'])
      expect((await evening(end, yes)).performed).toEqual([{ verb: 'party end', given: { in: null } }]);
  });

  test('asks for what an option needs, too', async () => {
    const { performed, printed } = await evening('a', '-Zoe', 'dancing queen', 'a', 'Zoe', '', 'a');
    expect(performed).toEqual([{ verb: 'add', given: { song: 'dancing queen', for: '-Zoe', with: null } }]);
    expect(printed).toContain('for (who sings): ');
    expect(printed.split('Nothing was done.')).toHaveLength(3);
  });

  test('takes the letters of the console, and only those', async () => {
    const { performed } = await evening('u', 's', 'U', 'E', 'y');
    expect(performed.map(({ verb }) => verb)).toEqual(['undo', 'skip', 'party end']);
    const keys = Object.values(actions)
      .filter(({ where }) => where === 'everywhere')
      .map((action) => {
        const words = action.line({ row: null, answers: ['1', '1'], now: null, place: 1 }) ?? [];
        const verb = menuVerbs.find((each) => words.join(' ').startsWith(each));
        return [verb, action.keys[0]] as const;
      });
    for (const [verb, letter] of Object.entries(LETTERS)) expect(keys).toContainEqual([verb, letter]);
  });

  test('is shown at first and at Enter, so that it pushes no answer out of sight', async () => {
    const shown = async (...typed: string[]) => (await evening(...typed)).printed.split('Start the party').length - 1;
    expect([await shown(), await shown('3', 's', '99'), await shown('3', '', 's')]).toEqual([1, 1, 2]);
  });

  test('is Bulgarian for a Bulgarian DJ: labels, questions, prompts', async () => {
    const { performed, printed } = await eveningIn(
      'bg',
      'E',
      'не',
      'E',
      'да',
      'E',
      'Д',
      'a',
      'Ада',
      '17',
      '99',
      'C',
      '23:30',
    );
    expect(performed.map(({ verb }) => verb)).toEqual(['party end', 'party end', 'add', 'party closing']);
    const en = menuWordsIn('en');
    const english = menuVerbs.flatMap((verb) => {
      const { args, options } = verbTable[verb];
      const needed = Object.entries({ ...args, ...options }).filter(([, { need }]) => need === 'required');
      return [en.label(verb), en.sure(verb) ?? en.label(verb), ...needed.map(([name]) => en.ask(verb, name))];
    });
    expect(english.filter((text) => printed.includes(text))).toEqual([]);
    const bg = menuWordsIn('bg');
    const { args, options } = verbTable.say;
    expect(Object.keys({ ...args, ...options }).map((name) => bg.ask('say', name))).toEqual(['текст: ']);
    expect(menuVerbs.filter((verb) => !/\p{Script=Cyrillic}/u.test(bg.label(verb)))).toEqual([]);
    expect(printed).toContain('Напиши номер от 0 до');
  });

  test.each([['0'], ['q'], ['quit'], ['Q']])('is left with %s', async (word) => {
    expect((await evening(word, 'unread')).unread).toBe(1);
  });

  test('is left when the input is over, also in the middle of a question', async () => {
    const say = await numberOf('Say something');
    expect((await evening()).performed).toEqual([]);
    expect((await evening(say)).performed).toEqual([]);
  });

  test('teaches whoever types something else', async () => {
    for (const odd of ['99', '-1', 'songs', '1.5']) {
      const { performed, printed } = await evening(odd);
      expect(performed).toEqual([]);
      expect(printed).toContain('Type a number from 0');
    }
  });
});
