/** The console opens on the screen it is given, fits it, and gives the terminal back however it ends. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { SONGS, startParty, temporaryVar } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { ROOT } from '../party/program.ts';
import { TestConsole } from './console.ts';

/** Colours of text or background, as a terminal is told them. */
// eslint-disable-next-line no-control-regex -- An escape is what is looked for.
const COLOUR = /\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)(?:;\d+)*m/;

const ONE_HEAD = /^(?:(?!Karaoke night)[^])*Karaoke night(?:(?!Karaoke night)[^])*$/;

describe('the console', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('shows at a glance what plays, how long still, and who is next, on whatever screen; CI or not', async () => {
    await using ada = await party.named('Ada');
    await ada.asks('REQUEST Toto - Africa');
    await using dj = new TestConsole(party.varDir, { env: { CI: 'true' } });
    const text = await dj.shows(/Karaoke night {2}since \d\d:\d\d +1 client, 1 named/, /^> +1 Ada +Toto - Africa/m);
    expect(text).toMatch(/^ >> nobody sings {3}.+ - .+\n {4}\[[#-]+\] {2}\d:\d\d \/ \d:\d\d {3}\d:\d\d left$/m);
    expect(dj.onOtherScreen).toBe(true);
    expect(dj.written).toMatch(COLOUR);
    for (const [columns, rows] of [
      [60, 16],
      [120, 40],
      [80, 24],
    ] as const) {
      dj.resizes(columns, rows);
      // The keys stand in the last line again, and nothing of the other size is left.
      await dj.shows(/^> +1 Ada +Toto - Africa/m, /\? help {2}q quit *$/, ONE_HEAD);
    }
    dj.types('q');
    expect(await dj.ended()).toMatchObject({ exitCode: 0 });
    expect(dj.onOtherScreen).toBe(false);
  });

  test('marks a singer whose connection is lost, while the grace still lasts', async () => {
    await using dj = new TestConsole(party.varDir);
    {
      await using zoe = await party.named('Zoe');
      await zoe.asks('REQUEST a-ha - Take On Me');
      await dj.shows(/Zoe +a-ha - Take On Me +\d+-\d+ (?!gone)/);
    }
    await dj.shows(/Zoe +a-ha - Take On Me +\d+-\d+ gone\?/);
    dj.types('q');
    await dj.ended();
  });

  test('without colours on a terminal that has none, or for eyes that want none', async () => {
    await using dj = new TestConsole(party.varDir, { env: { NO_COLOR: '1', TERM: 'vt100' } });
    await dj.shows('Karaoke night');
    dj.types('E');
    await dj.shows('End the party?');
    dj.types('\u0003q');
    await dj.ended();
    expect(dj.written).not.toMatch(COLOUR);
  });

  test.each([
    [
      'Ctrl-C',
      (dj: TestConsole) => {
        dj.types('\u0003');
      },
      0,
    ],
    [
      'SIGTERM',
      (dj: TestConsole) => {
        dj.signal('SIGTERM');
      },
      null,
    ],
  ])('gives the terminal back at %s', async (_how, end, code) => {
    await using dj = new TestConsole(party.varDir);
    await dj.shows('Karaoke night', 'q quit');
    end(dj);
    const { exitCode, signal } = await dj.ended();
    expect(code === null ? (signal ?? 0) > 0 || exitCode > 0 : exitCode === code).toBe(true);
    expect(dj.onOtherScreen).toBe(false);
    // The cursor is there again, and what is pasted is typed.
    expect(dj.written.lastIndexOf('\u001b[?25h')).toBeGreaterThan(dj.written.lastIndexOf('\u001b[?25l'));
    expect(dj.written.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(dj.written.lastIndexOf('\u001b[?2004h'));
  });

  test('goes to the shell at Ctrl-Z and comes back with fg', async () => {
    const command = ['bash', '--norc', '-i'] as const;
    await using dj = new TestConsole(party.varDir, { command, env: { PS1: 'ready> ' } });
    await dj.shows('ready> ');
    dj.types(`${join(ROOT, 'bin/karaokectl')} --var ${party.varDir}\r`);
    await dj.shows('Karaoke night', 'q quit');
    dj.types('\u001a');
    await dj.shows(/Stopped/, /ready> $/m);
    expect(dj.onOtherScreen).toBe(false);
    dj.types('fg\r');
    await dj.shows('Karaoke night', 'q quit');
    dj.types('?');
    await dj.shows('-- Keys');
    dj.types('qq');
    await dj.shows(/ready> $/m);
    dj.types('exit\r');
    await dj.ended();
  });

  test.each([
    ['too small a screen', { columns: 59, rows: 24 }],
    ['who asks for it', { args: ['--plain'] }],
  ])('is the plain menu for %s', async (_whom, wanted) => {
    await using dj = new TestConsole(party.varDir, wanted);
    await dj.shows(/^ *0 {2}Quit \(q\)$/m);
    expect(dj.onOtherScreen).toBe(false);
    dj.types('0\r');
    expect(await dj.ended()).toMatchObject({ exitCode: 0 });
  });
});

test('where no karaoked is, the console says so, waits for one, and ends with 3 when none came', async () => {
  using dir = temporaryVar();
  await using dj = new TestConsole(dir.path);
  await dj.shows('Looking for karaoked');
  await using late = await startParty({ varDir: dir.path, songs: SONGS });
  await dj.shows('Karaoke night');
  await late.stop();
  await dj.shows('! NO KARAOKED', 'No karaoked runs in', 'q quit');
  // What was known stays on the screen; nothing can be ordered, and nobody is told that it was.
  dj.types('s');
  await dj.shows('karaoked is not there; nothing was done.');
  await using again = await startParty({ varDir: dir.path, songs: SONGS });
  await dj.hides('NO KARAOKED');
  await using ada = await again.named('Ada');
  await ada.asks('REQUEST Toto - Africa');
  await dj.shows(/^> +1 Ada +Toto - Africa/m);
  dj.types('5');
  await dj.shows('karaoked is back.', 'karaoked is gone');
  dj.types('q');
  expect(await dj.ended()).toMatchObject({ exitCode: 0 });
  using empty = temporaryVar();
  await using alone = new TestConsole(empty.path);
  await alone.shows('Looking for karaoked');
  alone.types('q');
  expect(await alone.ended()).toMatchObject({ exitCode: 3 });
});
