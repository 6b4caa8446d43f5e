import { describe, expect, test } from '@jest/globals';
import { fillIn, pages } from '../../../tools/docs.ts';

describe('the pages in docs', () => {
  test('say what the code says', async () => {
    for (const { file, is, should } of await pages()) expect({ file, page: is }).toEqual({ file, page: should });
  });

  test('cannot lose a table without a word', () => {
    const sections = { songs: () => 'la la', singers: () => 'Ada' };
    expect(() => fillIn('<!-- begin songs -->\n<!-- end songs -->', sections)).toThrow('no place for: singers');
    expect(() => fillIn('<!-- begin drinks -->\n<!-- end drinks -->', {})).toThrow('no such section');
  });
});
