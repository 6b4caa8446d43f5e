/** Every refusal of the DJ's verbs is found in their source, so that a new one without its Bulgarian is noticed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { wordsIn } from '../../../../src/ctl/console/words/speak.ts';
import { KINDS } from '../../../../src/dj/kinds.ts';
import { checkName } from '../../../../src/party/names.ts';

const SRC = join(import.meta.dirname, '../../../../src');
const FILES = [
  ...readdirSync(join(SRC, 'dj'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(SRC, 'dj', name)),
  join(SRC, 'ctl/call.ts'),
];
const inBulgarian = (text: string): string => wordsIn('bg').sentence(text);

/** What stands for an expression in a sentence, where it is more than a name or a number. */
const STANDS: Readonly<Record<string, string>> = {
  remedy: '',
  'REMEDY[why.state]': '',
  now: '',
  rest: 'Nothing was changed; undo again takes back what was done before it.',
  which: 'There was none yet',
};
/** Sentences of others, who are asked in tests of their own: the librarian's, and the system's word on a path. */
const ELSEWHERE = ['job.why', 'problem'];

function refusalsIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    nodes.push(node);
    node.forEachChild(walk);
  };
  walk(source);
  const valuesOf = (name: string): ts.Expression[] =>
    nodes.flatMap((node) => {
      if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) return [node.initializer];
      if (!ts.isFunctionDeclaration(node) || node.name?.text !== name) return [];
      return nodes.flatMap((one) =>
        ts.isReturnStatement(one) && one.expression && one.pos > node.pos && one.end < node.end ? [one.expression] : [],
      );
    });
  const textsOf = (expression: ts.Expression): readonly string[] => {
    if (ts.isStringLiteralLike(expression)) return [expression.text];
    if (ts.isTemplateExpression(expression)) {
      const spans = expression.templateSpans.map(
        ({ expression: of, literal }) => `${STANDS[of.getText()] ?? '17'}${literal.text}`,
      );
      return [expression.head.text + spans.join('')];
    }
    if (ts.isConditionalExpression(expression)) return [expression.whenTrue, expression.whenFalse].flatMap(textsOf);
    if (ts.isBinaryExpression(expression)) return [[expression.left, expression.right].flatMap(textsOf).join('')];
    const name = ts.isCallExpression(expression) ? expression.expression.getText() : expression.getText();
    if (ELSEWHERE.includes(name)) return [];
    const values = valuesOf(name).flatMap(textsOf);
    if (values.length === 0) throw new Error(`Cannot read a refusal of ${file}: ${expression.getText()}`);
    return values;
  };
  return nodes.flatMap((node) =>
    ts.isCallExpression(node) && node.expression.getText() === 'refusal' && node.arguments[1]
      ? textsOf(node.arguments[1])
      : [],
  );
}

test('every refusal that the DJ can read is said in Bulgarian too', () => {
  const all = FILES.flatMap(refusalsIn);
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((text) => inBulgarian(text) === text)).toEqual([]);
});

test('what they are made of is Bulgarian as well: what an argument must be, why a name is none, what became of an entry', () => {
  for (const { teaches } of Object.values(KINDS)) {
    const text = `<id> of "why" must be ${teaches}. Usage: why <id>`;
    const said = inBulgarian(text);
    expect(said).toMatch(/^<id> на „why“ трябва да е /);
    expect(said).not.toContain(teaches);
  }
  for (const name of ['', 'a\u200bb', 'a'.repeat(40), '#a', '!!!']) {
    const checked = checkName(name);
    if (checked.ok) throw new Error(`"${name}" is a name`);
    expect(inBulgarian(`Nobody can be sung with so: ${checked.why}`)).toMatch(/^[^A-Za-z]*$/);
  }
  expect(inBulgarian('Entry 5 no longer waits, it is skipped. To take the last skip back: karaokectl undo')).toBe(
    'Запис 5 вече не чака, защото е прескочена. Последното прескачане се връща с: karaokectl undo',
  );
  expect(inBulgarian('Wish 5, ABBA - Waterloo, is found already.')).toBe(
    'Желана песен 5, ABBA - Waterloo, вече е намерена.',
  );
  expect(
    inBulgarian(
      "command-argument value 'x' is invalid for argument 'id'. It must be a time of day, for example 23:30, or off.",
    ),
  ).toBe('„x“ не става за <id>: трябва да е час, например 23:30, или off.');
});
