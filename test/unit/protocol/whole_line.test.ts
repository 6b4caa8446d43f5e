import { expect, test } from '@jest/globals';
import { wholeLine } from '../../../src/protocol/lines.ts';

const whole = (text: string) => wholeLine(Buffer.from(text, 'utf8'));

test('a line that came whole is text, as long as a line may be, in NFC', () => {
  expect(whole('PING')).toEqual({ is: 'line', text: 'PING' });
  expect(whole('')).toEqual({ is: 'line', text: '' });
  expect(whole('Ame\u0301lie')).toEqual({ is: 'line', text: 'Am\u00e9lie' });
  expect(whole('x'.repeat(1024))).toMatchObject({ is: 'line' });
  expect(whole(`#t ${'x'.repeat(1022)}`)).toMatchObject({ is: 'refusal', code: 504, tag: 't' });
  // 512 letters of two bytes.
  expect(whole('щ'.repeat(512))).toMatchObject({ is: 'line' });
  expect(whole('щ'.repeat(513))).toMatchObject({ is: 'refusal', code: 504 });
});

test('a newline in it is no end of a line, and nothing of it is taken for one', () => {
  for (const text of ['PING\nPING', 'PING\n', 'PING\r', '\u0000', '\u007f', '\u0085'])
    expect(whole(`#t ${text}`)).toMatchObject({ is: 'refusal', code: 505, tag: 't' });
});

test('it is never taken for a request of a browser: a browser made the frame', () => {
  expect(whole('GET / HTTP/1.1')).toEqual({ is: 'line', text: 'GET / HTTP/1.1' });
});
