/** A verdict for people to read: a table by kind, and what went wrong. */
import type { Named } from '../../src/party/model.ts';
import { recallAt1, recallAt5, wronglySure } from './judge.ts';
import type { Failure, Tally, Verdict } from './judge.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const named = ({ artist, title }: Named): string => `${artist} - ${title}`;
const KIND = 44;

function row(kind: string, tally: Tally): string {
  const cells = [
    `${tally.asked}`,
    tally.here === 0 ? '' : percent(recallAt1(tally)),
    tally.here === 0 ? '' : percent(recallAt5(tally)),
    `${tally.surelyRight}`,
    `${tally.surelyWrong}`,
  ];
  return kind.padEnd(KIND) + cells.map((cell) => cell.padStart(9)).join('');
}

const line = ({ query, failed, instead }: Failure): string =>
  `${failed} (${query.kind}): ${query.typed} -> ${instead.map(named).join('; ') || 'nothing'}` +
  (query.expected.length === 0 ? '' : `, meant ${query.expected.map(named).join(' or ')}`);

/** Lines of text: the table first, then each failure. */
export const reportOf = (verdict: Verdict): string =>
  [
    'how it was typed'.padEnd(KIND) +
      ['asked', 'first', 'in five', 'sure', 'wrong'].map((head) => head.padStart(9)).join(''),
    ...Array.from(verdict.byKind, ([kind, tally]) => row(kind, tally)),
    row('all', verdict.all),
    `wrongly sure: ${percent(wronglySure(verdict.all))} of all requests`,
    '',
    ...verdict.failures.map(line),
  ].join('\n');
