/** HUP: the settings are read again and the logs opened anew, while guests go on talking. */
import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDaemon } from './daemon.ts';
import { TestGuest } from './guest.ts';
import { everyoneGone, QUIETLY, SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, ROOT, run, runProgram } from './program.ts';

describe('HUP', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS, settings: { WISH_PER_GUEST: 2 } });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  const settings = (text: string): void => {
    writeFileSync(join(party.varDir, 'karaoked.toml'), text);
  };
  /** Sends HUP; resolves to the log line with which it was answered. */
  const reload = async (): Promise<Record<string, unknown>> => {
    const answers = (): Record<string, unknown>[] =>
      party.log().filter((line) => /^the settings (were read again|are wrong)/.test(String(line['msg'])));
    const before = answers().length;
    party.signal('SIGHUP');
    return party.running.logged(() => answers()[before]);
  };
  const waitingRestart = async (): Promise<unknown> => {
    const { tree } = (await party.order('status')) as { tree: { need_restart: unknown } };
    return tree.need_restart;
  };

  test('applies what can be applied at once, to who is here and to who comes', async () => {
    await using ada = await party.named('Ada');
    const songs = ['Toto - Africa', 'Queen - Bohemian Rhapsody', 'ABBA - Dancing Queen', 'a-ha - Take On Me'];
    for (const song of songs.slice(0, 3)) expect((await ada.asks(`REQUEST ${song}`)).final).toMatch(/^OK QUEUED /);
    expect((await ada.asks(`REQUEST ${songs[3] ?? ''}`)).final).toMatch(/^ERR 552 LIMIT /);
    const before = party.pids('session').sort();

    settings('queue.perGuest = 4\n');
    expect(await reload()).toMatchObject({ level: 30, needRestart: [] });
    // The supervisor has read them; what a session is told after it, it is told with them.
    await party.toldAll(ada);
    expect((await ada.asks(`REQUEST ${songs[3] ?? ''}`)).final).toMatch(/^OK QUEUED /);
    await using bo = await party.named('Bo');
    await party.toldAll(bo);
    for (const song of songs) expect((await bo.asks(`REQUEST ${song}`)).final).toMatch(/^OK QUEUED /);
    expect((await bo.asks('REQUEST AC/DC - Highway to Hell')).final).toMatch(/^ERR 552 LIMIT /);
    expect(party.pids('session')).toEqual(expect.arrayContaining(before));
  });

  test('with a file that is wrong keeps the old settings and says what is wrong', async () => {
    await using cy = await party.named('Cy');
    settings('queue.perGuest = 1\n');
    await reload();
    settings('queue.perGuest = 99\nqueue.perGest = 5\n');
    const { level, problems } = await reload();
    expect(level).toBe(50);
    expect(problems).toMatch(/karaoked\.toml: unknown key "queue\.perGest"; did you mean queue\.perGuest\?$/);
    await party.toldAll(cy);
    expect((await cy.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED /);
    expect((await cy.asks('REQUEST Queen - Bohemian Rhapsody')).final).toMatch(/^ERR 552 LIMIT /);
    settings('queue.perGuest = = 3\n');
    expect((await reload())['problems']).toMatch(/karaoked\.toml:1: /);
    expect((await cy.asks('PING')).final).toBe('OK PONG');
  });

  test('names what waits for a restart, in the log and in the status, until it is taken back', async () => {
    settings('[session]\nprocesses = 2\n[party]\nname = "Another"\n');
    expect((await reload())['needRestart']).toEqual(['party.name', 'session.processes']);
    expect(await waitingRestart()).toEqual(['party.name', 'session.processes']);
    expect((await party.dj('status')).stdout).toMatch(/party\.name.*session\.processes/);
    await reload();
    expect(await waitingRestart()).toEqual(['party.name', 'session.processes']);
    settings('');
    expect((await reload())['needRestart']).toEqual([]);
    expect(await waitingRestart()).toEqual([]);
  });

  test('changes nothing that the environment says', async () => {
    settings('wish.perGuest = 50\n');
    await reload();
    await using di = await party.named('Di');
    await party.toldAll(di);
    for (const title of ['One', 'Two']) expect((await di.asks(`WISH Nobody - ${title}`)).final).toMatch(/^OK WISHED /);
    expect((await di.asks('WISH Nobody - Three')).final).toMatch(/^ERR 552 LIMIT /);
  });
});

describe('a log that was rotated away', () => {
  test('is opened anew by every process, and the old one is left alone', async () => {
    using home = temporaryVar();
    await using daemon = await startDaemon(home.path, { songs: SONGS });
    const file = join(home.path, 'log/karaoked.log');
    const old = join(home.path, 'log/karaoked.log.1');
    renameSync(file, old);
    process.kill(daemon.pid, 'SIGHUP');
    await daemon.logged(/the settings were read again/);
    const before = readFileSync(old, 'utf8');
    await using ada = await TestGuest.connect(daemon.port);
    await ada.hears('OK KARAOKE/1');

    // The librarian has something to say: a row that it could not read.
    const rows = join(home.path, 'more.csv');
    writeFileSync(rows, 'artist,title,duration_s\nQueen,Innuendo,soon\nABBA,Waterloo,165\n');
    const env = plainEnvironment({ TEST_PARTY: home.path });
    await run(join(ROOT, 'bin/karaokectl'), ['--var', home.path, 'import', rows], env);
    await daemon.logged(/"role":"librarian".*more\.csv/);
    expect(readFileSync(old, 'utf8')).toBe(before);
    expect(before).toMatch(/"role":"librarian".*"msg":"imported"/);
  });
});

describe('HUP with a terminal', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;
  const inTerminal = hasScript ? test : test.skip;
  inTerminal(
    `means that the terminal is gone: a polite stop${hasScript ? '' : ' (skipped: no script(1) on this machine)'}`,
    async () => {
      using home = temporaryVar();
      const command = `exec ${join(ROOT, 'bin/karaoked')} --var ${home.path} ${QUIETLY.join(' ')}`;
      const env = plainEnvironment({ TEST_PARTY: home.path, TERM: 'dumb' });
      const terminal = runProgram('script', ['-qefc', command, '/dev/null'], env);
      const ready = await terminal.said(/^ready /);
      await using ada = await TestGuest.connect(Number(/tcp=(\d+)/.exec(ready)?.[1]));
      await ada.hears('OK KARAOKE/1');
      process.kill(Number(/pid=(\d+)/.exec(ready)?.[1]), 'SIGHUP');
      expect(await ada.hears('* BYE')).toMatch(/^\* BYE restarting /);
      await ada.closed();
      expect((await terminal.ended).code).toBe(0);
      await everyoneGone(home.path);
    },
  );

  inTerminal('closed by its window is the same', async () => {
    using home = temporaryVar();
    const command = `exec ${join(ROOT, 'bin/karaoked')} --var ${home.path} ${QUIETLY.join(' ')}`;
    const env = plainEnvironment({ TEST_PARTY: home.path, TERM: 'dumb' });
    const terminal = runProgram('script', ['-qefc', command, '/dev/null'], env);
    const ready = await terminal.said(/^ready /);
    await using ada = await TestGuest.connect(Number(/tcp=(\d+)/.exec(ready)?.[1]));
    await ada.hears('OK KARAOKE/1');
    // script(1) holds the other end of the terminal: without it the kernel hangs up.
    terminal.child.kill('SIGKILL');
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE restarting /);
    await ada.closed();
    await everyoneGone(home.path);
    expect(readFileSync(join(home.path, 'now_playing'), 'utf8')).toMatch(/^State: stopped\n/);
  });
});
