// The suites that take longest begin first, so that no core stands idle beside the last one. jest knows how long each took
// last time; in a fresh checkout, as in CI, it goes by the size of the files, and these are small ones.
import Sequencer from '@jest/test-sequencer';

const LONG = [
  'nights/nights',
  'party/fetching',
  'party/library',
  'party/falls',
  'party/told_once',
  'search/evaluation',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONG.some((name) => path.endsWith(`/test/${name}.test.ts`));
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
