import { expect, test } from '@jest/globals';
import { examineAside } from '../../../../src/librarian/library/examiner.ts';

test('whoever asks a thread that has ended is told so, also afterwards', async () => {
  const program = new URL(`data:text/javascript,${encodeURIComponent('process.exit(0)')}`);
  await using examiner = examineAside(program);
  const ask = () => examiner.examine({ path: '/music', naming: 'auto', units: [] });
  await expect(ask()).rejects.toThrow('ended without a word');
  await expect(ask()).rejects.toThrow('ended without a word');
});
