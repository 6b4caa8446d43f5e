/** The scripts of completion, read word by word as the shells read them: a quote too many, and a shell takes nothing of it. */
import { expect, test } from '@jest/globals';
import { completionFor } from '../../../src/dj/completion/completion.ts';
import { EVERYWHERE } from '../../../src/dj/everywhere.ts';
import { verbNames, verbTable } from '../../../src/dj/verbs.ts';

/** What a backslash may stand before within single quotes: nothing in sh, and in fish the quote and itself. */
type Quotes = 'sh' | 'fish';

/** The words of one line, their quotes taken off. Throws where a quote is not closed. */
function words(line: string, quotes: Quotes): readonly string[] {
  const piece =
    quotes === 'sh' ? /'([^']*)'|"([^"]*)"|\\(.)|([^\s'"\\]+)/y : /'((?:[^'\\]|\\.)*)'|"([^"]*)"|\\(.)|([^\s'"\\]+)/y;
  const all: string[] = [];
  for (let at = 0; at < line.length;) {
    if (/\s/.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    let word = '';
    while (at < line.length && !/\s/.test(line.charAt(at))) {
      piece.lastIndex = at;
      const [whole, single, ...rest] = piece.exec(line) ?? [];
      if (whole === undefined) throw new Error(`A quote is not closed: ${line}`);
      const inside = quotes === 'fish' ? single?.replace(/\\(['\\])/g, '$1') : single;
      word += [inside, ...rest].find((each) => each !== undefined) ?? '';
      at += whole.length;
    }
    all.push(word);
  }
  return all;
}

const linesOf = (shell: 'bash' | 'zsh' | 'fish', which: RegExp): readonly string[] =>
  completionFor(shell)
    .replaceAll(' \\\n', '\n')
    .split('\n')
    .filter((line) => which.test(line));

const helps = [
  ...verbNames.map((verb) => verbTable[verb].help),
  ...verbNames.flatMap((verb) => Object.values<{ help: string }>(verbTable[verb].options).map(({ help }) => help)),
  ...Object.values(EVERYWHERE).map(({ about }) => about),
];

test('some help has each character that could go wrong', () => {
  for (const character of ["'", ':', '"']) expect(helps.join('')).toContain(character);
});

test('zsh reads every help as it was written, and one word for each thing that can be typed', () => {
  const first = linesOf('zsh', /^ {4}'[a-z]+:/).flatMap((line) => words(line, 'sh'));
  const specs = linesOf('zsh', /^ {4}'--|_arguments '/).flatMap((line) => words(line, 'sh'));
  for (const spec of [...first, ...specs.filter((word) => word.startsWith('--'))])
    expect(spec).toMatch(/^(?:[a-z]+:|--[a-z-]+=?\[)(?:[^\\:[\]]|\\[\\:[\]])+(?:$|\](?:$|:[a-z ]+:))/);
  const plain = [...first, ...specs].map((word) => word.replace('=[', '[').replace(/\\([\\:[\]])/g, '$1')).join('\n');
  for (const verb of verbNames) {
    const { help, options } = verbTable[verb];
    if (!verb.includes(' ')) expect(plain).toContain(`${verb}:${help}`);
    for (const [name, option] of Object.entries<{ help: string }>(options))
      expect(plain).toContain(`--${name}[${option.help}]`);
  }
});

test('fish reads every help as it was written', () => {
  const described = linesOf('fish', /^complete -c karaokectl .*-d /).map((line) => words(line, 'fish'));
  const texts = new Set(described.map((line) => line[line.indexOf('-d') + 1]));
  for (const help of helps) expect(texts).toContain(help);
  for (const line of described) expect(line.indexOf('-d')).toBe(line.length - 2);
});

test('bash reads every word that it offers', () => {
  const offered = linesOf('bash', /_karaokectl_value 'words:/)
    .flatMap((line) => words(line.replace(/^.*?(?=_karaokectl_value)/, ''), 'sh'))
    .filter((word) => word.startsWith('words:'))
    .flatMap((word) => word.slice('words:'.length).split(' '));
  for (const verb of verbNames) expect(offered).toEqual(expect.arrayContaining(verb.split(' ')));
  for (const word of offered) expect(word).toMatch(/^[\w.:/-]+$/);
});
