import { describe, expect, test } from '@jest/globals';
import { nextTryAt } from '../../../../src/librarian/fetch/backoff.ts';
import { chooseFetch } from '../../../../src/librarian/fetch/choose.ts';
import { invocationOf } from '../../../../src/librarian/fetch/command.ts';
import { createNext } from '../../../../src/librarian/fetch/next.ts';
import { listen } from '../../../../src/librarian/fetch/said.ts';
import type { WaitingFetch } from '../../../../src/store/fetch.ts';

const FOLDER = '/srv/fetched/.fetching/5';
const toto = { wishId: 5, artist: 'Toto', title: 'Africa' };
const args = (words: readonly [string, ...string[]], song: { artist?: string; title?: string } = {}) =>
  invocationOf(words, { ...toto, ...song }, FOLDER, {}).args;

describe('the program of a fetch', () => {
  test('gets artist, title and folder behind its own arguments, unless one of those has a placeholder', () => {
    expect(args(['get'])).toEqual(['Toto', 'Africa', FOLDER]);
    expect(args(['get', '--best'])).toEqual(['--best', 'Toto', 'Africa', FOLDER]);
    expect(args(['get', '-o', '{folder}/{wish}.%(ext)s', 'ytsearch1:{artist} {title} karaoke'])).toEqual([
      '-o',
      `${FOLDER}/5.%(ext)s`,
      'ytsearch1:Toto Africa karaoke',
    ]);
    expect(args(['get', '--in', '{folder}'])).toEqual(['--in', FOLDER]);
    expect(args(['get', '{}', '{ artist }', '{ARTIST}'])).toEqual([
      '{}',
      '{ artist }',
      '{ARTIST}',
      'Toto',
      'Africa',
      FOLDER,
    ]);
  });

  test('is told all that in its environment too, and nothing else of ours but what it needs to run', () => {
    const daemon = {
      PATH: '/bin',
      HOME: '/srv',
      LANG: 'C.UTF-8',
      SECRET: 's',
      KARAOKE_VAR: '/srv/var',
      LD_PRELOAD: 'x',
    };
    expect(invocationOf(['/opt/get'], toto, FOLDER, daemon)).toEqual({
      program: '/opt/get',
      args: ['Toto', 'Africa', FOLDER],
      env: {
        PATH: '/bin',
        HOME: '/srv',
        LANG: 'C.UTF-8',
        KARAOKE_ARTIST: 'Toto',
        KARAOKE_TITLE: 'Africa',
        KARAOKE_FOLDER: FOLDER,
        KARAOKE_WISH: '5',
      },
    });
  });

  test.each([
    '"; rm -rf /',
    '$(touch /tmp/x)',
    '`id`',
    "' || true '",
    '%(title)s',
    '{folder} {wish} {artist}',
    '$& $1 $`',
    'Клетва',
    '椎名林檎 👨‍👩‍👧',
    '*?[a]~',
    'a  b   c',
    '\\n\\',
  ])('reads a title as it is: %s', (title) => {
    expect(args(['get'], { title })[1]).toBe(title);
    expect(args(['get', '{title}'], { title })).toEqual([title]);
    expect(args(['get', '--for={artist} - {title}.'], { title })).toEqual([`--for=Toto - ${title}.`]);
    expect(invocationOf(['get'], { ...toto, title }, FOLDER, {}).env['KARAOKE_TITLE']).toBe(title);
  });

  test.each(['--exec=reboot', '-o/etc/passwd', '-', '--'])('takes no option from a song called %s', (name) => {
    expect(args(['get'], { artist: name, title: name })).toEqual([` ${name}`, ` ${name}`, FOLDER]);
    expect(args(['get', '{artist}', '{title}x', '-{title}', 'a{title}'], { artist: name, title: name })).toEqual([
      ` ${name}`,
      ` ${name}x`,
      `-${name}`,
      `a${name}`,
    ]);
    expect(invocationOf(['get'], { ...toto, artist: name }, FOLDER, {}).env['KARAOKE_ARTIST']).toBe(name);
  });
});

describe('a wish that could not be fetched', () => {
  test('waits 1, 2, 4 … minutes, a day at most', () => {
    const minutes = (tries: number): number => nextTryAt(tries, 1_000_000) / 60_000 - 1_000_000 / 60_000;
    expect([1, 2, 3, 4, 11, 12, 60, 2_000].map((tries) => Math.round(minutes(tries)))).toEqual([
      1, 2, 4, 8, 1_024, 1_440, 1_440, 1_440,
    ]);
  });
});

describe('what is fetched next', () => {
  const NOW = 1_000;
  const wish = (wishId: number, more: Partial<WaitingFetch> = {}): WaitingFetch => ({
    wishId,
    artist: 'A',
    title: 'T',
    askers: 1,
    lastAskedAtMs: 0,
    tries: 0,
    nextAtMs: 0,
    orderedAtMs: null,
    ...more,
  });
  const chosen = (waiting: readonly WaitingFetch[], when: 'wanted' | 'asked' = 'wanted') => {
    const choice = chooseFetch(waiting, when, NOW);
    return choice.is === 'fetch' ? choice.wish.wishId : choice;
  };

  test('is what most ask for, then what was asked for last, then the oldest', () => {
    expect(chosen([wish(1), wish(2, { askers: 3 }), wish(3, { askers: 2 })])).toBe(2);
    expect(chosen([wish(1, { lastAskedAtMs: 5 }), wish(2, { lastAskedAtMs: 9 })])).toBe(2);
    expect(chosen([wish(2), wish(1)])).toBe(1);
    expect(chosen([])).toEqual({ is: 'nothing' });
  });

  test('is not what still has to wait; the first to be due says how long', () => {
    expect(chosen([wish(1, { askers: 9, nextAtMs: NOW + 1 }), wish(2, { nextAtMs: NOW })])).toBe(2);
    expect(chosen([wish(1, { nextAtMs: 3_000 }), wish(2, { nextAtMs: 2_000 })])).toEqual({ is: 'later', atMs: 2_000 });
  });

  test('is first of all what the DJ named, whatever it has to wait and whoever asks', () => {
    const waiting = [
      wish(1, { askers: 9 }),
      wish(2, { orderedAtMs: 7, nextAtMs: 9_000 }),
      wish(3, { orderedAtMs: 6, nextAtMs: 9_000 }),
    ];
    expect(chosen(waiting)).toBe(3);
    expect(chosen(waiting, 'asked')).toBe(3);
    expect(chosen([wish(1, { askers: 9 })], 'asked')).toEqual({ is: 'nothing' });
  });
});

test('the wishes are read again only when one has changed, the time has come, or something else is looked for', async () => {
  let [beats, reads, nowMs] = [1, 0, 1_000];
  const store = {
    pulse: async () => ({ queue: 0, song: 0, orders: 0, party: 0, catalogue: 0, wishes: beats }),
    waitingFetches: async () => {
      reads += 1;
      const named = { wishId: 1, artist: 'A', title: 'T', askers: 1, lastAskedAtMs: 0, tries: 1, orderedAtMs: null };
      return [{ ...named, nextAtMs: 5_000 }];
    },
  };
  const next = createNext(store, () => nowMs);
  const steps: readonly (readonly [() => unknown, string, number])[] = [
    [() => undefined, 'later', 1],
    [() => (nowMs = 4_999), 'later', 1],
    [() => (beats += 1), 'later', 2],
    [() => (nowMs = 5_000), 'fetch', 3],
    [() => undefined, 'fetch', 4],
  ];
  for (const [change, is, times] of steps) {
    change();
    expect([(await next('wanted')).is, reads]).toEqual([is, times]);
  }
  expect([(await next('asked')).is, (await next('asked')).is, reads]).toEqual(['nothing', 'nothing', 5]);
});

describe('what a program says', () => {
  const bytes = (text: string): Buffer => Buffer.from(text);

  test('is cut into lines, also where a progress bar goes back to the beginning, and between the bytes of a letter', () => {
    const said = listen();
    expect(said.hears('stdout', bytes('one\ntwo\r\n 10%\r 20%\r'))).toEqual(['one', 'two', '10%', '20%']);
    const word = bytes('Клетва\n');
    expect(said.hears('stdout', word.subarray(0, 3))).toEqual([]);
    expect(said.hears('stderr', bytes('ERROR: no\n\n \n'))).toEqual(['ERROR: no']);
    expect(said.hears('stdout', word.subarray(3))).toEqual(['Клетва']);
    said.hears('stderr', bytes('half'));
    expect(said.ends()).toEqual(['half']);
    expect(said.lastComplaint).toBe('half');
  });

  test('moves no cursor, and bytes that are no text are marked as such', () => {
    const said = listen();
    expect(said.hears('stdout', bytes('\u001b[2Jgone\u0007 \u202eevil\n'))).toEqual(['[2Jgone evil']);
    expect(said.hears('stdout', Buffer.from([0x61, 0xff, 0x0a]))).toEqual(['a\ufffd']);
  });

  test('is held to 200 lines of 1,000 characters; more are counted', () => {
    const said = listen();
    expect(said.hears('stdout', bytes(`${'x'.repeat(5_000)}\n`))[0]).toHaveLength(1_000);
    for (let n = 0; n < 40; n += 1) said.hears('stdout', bytes('y'.repeat(100_000)));
    expect(said.hears('stdout', bytes('\n'))[0]).toHaveLength(1_000);
    const lines = said.hears('stderr', bytes('line\n'.repeat(300)));
    expect([lines.length, said.unheard]).toEqual([198, 102]);
    said.hears('stderr', bytes('the end\n'));
    expect(said.lastComplaint).toBe('the end');
  });
});
