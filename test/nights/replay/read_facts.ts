/** What a script expects of its night: `expect Ada sang before Bo`. */
import type { Fact } from './script.ts';

type Read = (groups: readonly string[]) => Fact;

const FACTS: readonly (readonly [RegExp, Read])[] = [
  [/^(.+) sang before (.+)$/, ([who = '', other = '']) => ({ is: 'before', who, other })],
  [/^(.+) never sang$/, ([who = '']) => ({ is: 'times', who, least: 0, most: 0 })],
  [
    /^(.+) sang at least (\d+) times?$/,
    ([who = '', least = '0']) => ({ is: 'times', who, least: Number(least), most: Infinity }),
  ],
  [
    /^(.+) sang (\d+) times?$/,
    ([who = '', times = '0']) => ({ is: 'times', who, least: Number(times), most: Number(times) }),
  ],
  [
    /^(.+) sang at most (\d+) more than anybody$/,
    ([who = '', more = '0']) => ({ is: 'at most more', who, more: Number(more) }),
  ],
  [/^(.+) sang "(.+)"$/, ([who = '', words = '']) => ({ is: 'song', who, words })],
  [/^(.+) never heard "(.+)"$/, ([who = '', words = '']) => ({ is: 'heard', who, words, times: 'never' })],
  [
    /^(.+) heard "(.+)" (\d+) times?$/,
    ([who = '', words = '', times = '0']) => ({ is: 'heard', who, words, times: Number(times) }),
  ],
  [/^(.+) heard "(.+)"$/, ([who = '', words = '']) => ({ is: 'heard', who, words, times: 'some' })],
];

const WAYS =
  '"Ada sang before Bo", "Ada sang 2 times", "Ada sang at least 2 times", "Ada never sang", "Ada sang at most 1 more ' +
  'than anybody", \'Ada sang "africa"\', \'Ada heard "you are up"\', \'Ada heard "BYE" 1 times\', \'Ada never heard "ERR"\'';

/** A string says that nobody understands it. */
export function readFact(said: string): Fact | string {
  for (const [pattern, read] of FACTS) {
    const match = pattern.exec(said);
    if (match) return read(match.slice(1));
  }
  return `"${said}" is nothing that can be expected. Facts are: ${WAYS}`;
}
