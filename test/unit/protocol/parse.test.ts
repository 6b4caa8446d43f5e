import { describe, expect, test } from '@jest/globals';
import { COMMANDS, COMMAND_NAMES, namesOf, usage } from '../../../src/protocol/commands.ts';
import { helpRows } from '../../../src/protocol/help.ts';
import { parseLine } from '../../../src/protocol/parse.ts';
import { renderReply } from '../../../src/protocol/reply.ts';

const asked = (line: string): unknown => {
  const parsed = parseLine(line);
  return parsed.is === 'asked' ? parsed.asked : parsed.reply.text;
};
const refusal = (line: string): string => {
  const parsed = parseLine(line);
  return parsed.is === 'refused' ? renderReply('text', parsed.tag, parsed.reply).trimEnd() : 'it was understood';
};

describe('a line', () => {
  test('is a command in any case, by its name or another', () => {
    for (const name of COMMAND_NAMES) {
      for (const word of namesOf(name)) {
        const rest =
          { WATCH: 'all', MODE: 'json', CANCEL: '1', UNWISH: '1', WHY: '1', SWAP: '1 2' }[name as string] ?? '';
        const text = COMMANDS[name].rest.includes('words') ? 'a - b' : rest;
        expect(asked(`${word.toLowerCase()} ${text}`)).toMatchObject({ command: name });
      }
    }
    expect(asked('Quit')).toMatchObject({ command: 'LEAVE' });
  });

  test('may have a tag, which comes back', () => {
    expect(asked('#a-1_Z PING')).toEqual({ command: 'PING', tag: 'a-1_Z', options: {}, rest: null });
    expect(refusal('#7 HELO Ada')).toBe('ERR #7 502 UNKNOWN "HELO" is no command; did you mean HELP or HELLO?');
  });

  test.each(['# PING', '#', '#12345678901234567 PING', '#é PING', '##a PING'])(
    'with a bad tag is no syntax: %s',
    (line) => {
      expect(refusal(line)).toMatch(/^ERR 500 SYNTAX a tag is/);
    },
  );

  test('with nothing after its tag is no syntax', () => {
    expect(refusal('#5')).toBe('ERR #5 500 SYNTAX a command belongs after the tag');
  });

  test('counts runs of blanks and TABs outside the text as one', () => {
    expect(asked(' \t #1 \t search \t page=2\t size=5 \t  queen  we will \t ')).toEqual({
      command: 'SEARCH',
      tag: '1',
      options: { page: 2, size: 5 },
      rest: 'queen  we will',
    });
  });

  test('of SWAP has two different ids', () => {
    expect(asked('swap 17  18')).toMatchObject({ rest: { id: 17, otherId: 18 } });
    expect(refusal('SWAP 17 017')).toMatch(/^ERR 501 BAD_ARGUMENT queue id: 17 is there twice\./);
    for (const line of ['SWAP', 'SWAP 17', 'SWAP 17 18 19', 'SWAP a b', 'SWAP 17 99999999999999999'])
      expect(refusal(line)).toMatch(/^ERR 501 BAD_ARGUMENT /);
  });

  test('has only the options of its command; anything else begins the text', () => {
    expect(asked('SEARCH artist=queen page=2')).toMatchObject({ options: { page: null }, rest: 'artist=queen page=2' });
    expect(asked('WISH with=Bo 17')).toMatchObject({ rest: 'with=Bo 17' });
    expect(asked('REQUEST with="Bo K" 17')).toMatchObject({ options: { with: 'Bo K' }, rest: { songId: 17 } });
    expect(asked('REQUEST key=1 a - b')).toMatchObject({ options: { key: '1' }, rest: { text: 'a - b' } });
    expect(asked('SEARCH queen page=2')).toMatchObject({ options: { page: null }, rest: 'queen page=2' });
  });

  test('may quote a value', () => {
    expect(asked('SONGS artist="Lady Gaga" page=2')).toMatchObject({ options: { artist: 'Lady Gaga', page: 2 } });
    expect(asked(String.raw`SONGS artist="a \"b\" \\ c"`)).toMatchObject({
      options: { artist: String.raw`a "b" \ c` },
    });
    expect(asked('SONGS artist=a"b')).toMatchObject({ options: { artist: 'a"b' } });
  });

  test.each(['SONGS artist="Lady', String.raw`SONGS artist="a\n"`, 'SONGS artist="a"b', String.raw`SONGS artist="a\"`])(
    'with quotes that go wrong names the option: %s',
    (line) => {
      expect(refusal(line)).toMatch(/^ERR 501 BAD_ARGUMENT artist /);
    },
  );

  test.each([
    ['SEARCH page=0 a', 'page'],
    ['SEARCH page=-1 a', 'page'],
    ['SEARCH page=1.5 a', 'page'],
    ['SEARCH page= a', 'page'],
    ['SEARCH page=99999999999999999999 a', 'page'],
    ['SEARCH size=101 a', 'size'],
    ['SEARCH size=5 size=6 a', 'size'],
    ['SONGS artist=""', 'artist'],
    [`REQUEST key=${'k'.repeat(65)} 1`, 'key'],
    ['CANCEL', 'queue id'],
    ['CANCEL 17abc', 'queue id'],
    ['CANCEL 17 18', 'queue id'],
    ['CANCEL -1', 'queue id'],
    ['UNWISH 99999999999999999999', 'wish id'],
    ['REQUEST 99999999999999999999', 'song id'],
    ['REQUEST', '<song id>'],
    ['HELLO', '<name>'],
    ['SEARCH', '<words>'],
    ['WATCH some', 'watch'],
    ['WATCH', 'watch'],
    ['MODE xml', 'mode'],
    ['PING pong', 'PING takes no text'],
    ['SONGS queen', 'SONGS takes no text'],
    ['LEAVE now', 'LEAVE takes no text'],
  ])('with a bad argument names it: %s', (line, name) => {
    expect(refusal(line)).toMatch(/^ERR 501 BAD_ARGUMENT /);
    expect(refusal(line)).toContain(name);
  });

  test('with digits alone asks for a song by its id', () => {
    expect(asked('REQUEST 731')).toMatchObject({ rest: { songId: 731 } });
    expect(asked('REQUEST 99 Luftballons')).toMatchObject({ rest: { text: '99 Luftballons' } });
  });

  test.each([
    ['serach', 'SEARCH'],
    ['NWO', 'NOW'],
    ['cancle 1', 'CANCEL'],
    ['exti', 'EXIT'],
  ])('that is nearly a command is asked whether it was meant: %s', (line, meant) => {
    expect(refusal(line)).toContain(`did you mean ${meant}?`);
  });

  test.each(['DANCE 1', 'xyzzy', 'constructor', '__proto__', 'hasOwnProperty'])(
    'that is no command is unknown: %s',
    (line) => {
      expect(refusal(line)).toMatch(/^ERR 502 UNKNOWN /);
    },
  );

  test('is said back only in part when it is long', () => {
    expect(refusal(`${'😀'.repeat(200)} x`).length).toBeLessThan(160);
  });
});

describe('help', () => {
  test('has a row for each command, with its usage', () => {
    expect(helpRows(null).map(({ fields }) => fields['command'])).toEqual(COMMAND_NAMES);
    expect(usage('SONGS')).toBe('SONGS [page=n] [size=n] [artist=a]');
    expect(
      helpRows('LEAVE')
        .map(({ text }) => text)
        .join(),
    ).toContain('QUIT, BYE, EXIT');
  });

  test('is named like no HTTP method', () => {
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
    expect(COMMAND_NAMES.flatMap(namesOf).filter((name) => methods.includes(name))).toEqual([]);
  });
});
