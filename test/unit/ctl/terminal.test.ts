import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { openTerminal } from '../../../src/ctl/terminal.ts';

describe('the terminal of the menu', () => {
  test('keeps what is typed ahead, line by line', async () => {
    const input = new PassThrough();
    const terminal = openTerminal(input, new PassThrough());
    input.write('1\n2\n3\n');
    expect([await terminal.ask('> '), await terminal.ask('> '), await terminal.ask('> ')]).toEqual(['1', '2', '3']);
    terminal.close();
  });

  test('answers an open question when the input is over, and every later one', async () => {
    const input = new PassThrough();
    const terminal = openTerminal(input, new PassThrough());
    const open = terminal.ask('> ');
    input.end();
    expect([await open, await terminal.ask('> ')]).toEqual([null, null]);
  });

  test('takes a last line that was not ended', async () => {
    const input = new PassThrough();
    const terminal = openTerminal(input, new PassThrough());
    input.end('q');
    expect([await terminal.ask('> '), await terminal.ask('> ')]).toEqual(['q', null]);
  });
});
