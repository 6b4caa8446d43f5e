/** A disk that is full, a database that is locked: guests are told, and nothing that was promised is lost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { child } from '../store/child.ts';
import { startDaemon } from './daemon.ts';
import { TestGuest } from './guest.ts';
import { processesOf, SONGS, startParty, temporaryVar } from './party.ts';

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;
const withFullDisk = hasPrlimit ? test : test.skip;
const title = (text: string): string => (hasPrlimit ? text : `${text} (skipped: no prlimit(1) on this machine)`);

/** From now on every write of this party to a file fails (EFBIG), as on a full disk; or works again. */
function diskOf(varDir: string, state: 'full' | 'free'): void {
  const soft = state === 'full' ? '1' : 'unlimited';
  const reached = new Set<number>();
  // Until nobody is new: who was born meanwhile, of one that was not reached yet, has the limits of before.
  for (;;) {
    const pids = processesOf(varDir).filter((pid) => !reached.has(pid));
    if (pids.length === 0) return;
    for (const pid of pids) {
      execFileSync('prlimit', [`--fsize=${soft}:unlimited`, '--pid', String(pid)]);
      reached.add(pid);
    }
  }
}

describe('a full disk', () => {
  withFullDisk(
    title('refuses what would have to be kept, answers the rest, and nobody falls; what was acknowledged is there'),
    async () => {
      using home = temporaryVar();
      const party = await startParty({ varDir: home.path, songs: SONGS });
      const ada = await party.guest();
      const code = await ada.joins('Ada');
      expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED 1 /);
      const before = processesOf(home.path).sort();
      diskOf(home.path, 'full');

      expect((await ada.asks('REQUEST Queen - Bohemian Rhapsody')).final).toMatch(/^ERR 452 STORAGE retry=\d+ \S/);
      expect((await ada.asks('WISH Nobody - Unknown')).final).toMatch(/^ERR 452 STORAGE retry=\d+ /);
      expect((await ada.asks('CANCEL 1')).final).toMatch(/^ERR 452 STORAGE retry=\d+ /);
      expect((await ada.asks('SEARCH queen')).rows).toHaveLength(2);
      expect((await ada.asks('MINE')).rows).toHaveLength(1);
      const bo = await party.guest();
      expect((await bo.asks('HELLO Bo')).final).toMatch(/^ERR 452 STORAGE retry=\d+ /);
      expect((await bo.asks('QUEUE')).rows).toHaveLength(1);
      expect((await bo.asks('LEAVE')).final).toMatch(/^OK BYE/);
      expect((await party.dj('status')).code).toBe(0);
      const said = await party.dj('say', 'hello');
      expect(said.code).toBe(1);
      expect(said.stderr).toMatch(/disk/i);

      diskOf(home.path, 'free');
      expect((await ada.asks('REQUEST ABBA - Dancing Queen')).final).toMatch(/^OK QUEUED \d+ .* position=2 /);
      const fell = party.log().filter((line) => String(line['msg']).startsWith('fell'));
      expect(fell).toEqual([]);
      expect(processesOf(home.path)).toEqual(expect.arrayContaining(before.filter((pid) => pid !== party.pid)));
      await ada[Symbol.asyncDispose]();
      await bo[Symbol.asyncDispose]();
      expect((await party.stop()).code).toBe(0);
      await party[Symbol.asyncDispose]();

      await using next = await startParty({ varDir: home.path });
      await using again = await next.guest();
      await again.joins('Ada', code);
      expect((await again.asks('MINE')).rows).toEqual([
        expect.stringContaining('Toto - Africa'),
        expect.stringContaining('ABBA - Dancing Queen'),
      ]);
      expect((await again.asks('WISHES')).rows).toEqual([]);
    },
  );

  withFullDisk(
    title('does not keep the night from ending: all are told, and the log says what could not be written'),
    async () => {
      await using party = await startParty({ songs: SONGS });
      await using ada = await party.named('Ada');
      diskOf(party.varDir, 'full');
      party.signal('SIGINT');
      await ada.hears('* BYE party-over');
      await ada.closed();
      const { code, stderr } = await party.running.ended;
      expect(code).toBe(1);
      expect(stderr).toContain('the end of the party could not be written');
    },
  );

  withFullDisk(title('under the log ends no process, and the log goes on afterwards'), async () => {
    using home = temporaryVar();
    await using daemon = await startDaemon(home.path, { songs: SONGS });
    const before = processesOf(home.path).sort();
    diskOf(home.path, 'full');
    process.kill(daemon.pid, 'SIGHUP');
    await using ada = await TestGuest.connect(daemon.port);
    await ada.hears('OK KARAOKE/1');
    expect((await ada.asks('HELLO Ada')).final).toMatch(/^ERR 452 STORAGE /);
    expect((await ada.asks('PING')).final).toBe('OK PONG');
    diskOf(home.path, 'free');
    process.kill(daemon.pid, 'SIGHUP');
    await daemon.logged(/the settings were read again/);
    await ada.joins('Ada');
    expect(processesOf(home.path)).toEqual(expect.arrayContaining(before));
    expect(readFileSync(join(home.path, 'log/karaoked.log'), 'utf8')).not.toMatch(/fell and is/);
  });
});

/** Tries again where a machine that has no time let two and a half seconds pass in between; whoever waits deaf never gets there. */
async function sooner(happens: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; tries < 10; tries += 1) if (await happens()) return true;
  return happens();
}

describe('a database that somebody keeps locked', () => {
  test('makes who would write wait and then say so; whoever sits beside goes on talking, and nothing was written', async () => {
    await using party = await startParty({ songs: SONGS, settings: { SESSION_PROCESSES: 1 } });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await using holder = child('store_lock_holder', join(party.varDir, 'karaoke.db'));
    await holder.says(1);

    const answered = (): number => ada.count(/^(ERR|OK QUEUED|OK PONG)/);
    /** Whether Bo was answered four times while Ada waited; she waits for two and a half seconds. */
    const besides = async (): Promise<boolean> => {
      const before = answered();
      ada.says('REQUEST Toto - Africa', 'PING');
      for (let n = 0; n < 3; n += 1) expect((await bo.asks(`#b${n} PING`)).final).toBe(`OK #b${n} PONG`);
      expect((await bo.asks('SEARCH africa')).rows).toHaveLength(1);
      const inTime = answered() === before;
      expect((await ada.answer()).final).toMatch(/^ERR 450 BUSY retry=\d+ \S/);
      expect((await ada.answer()).final).toBe('OK PONG');
      return inTime;
    };
    expect(await sooner(besides)).toBe(true);

    holder.process.stdin?.end();
    await holder.ended();
    expect((await bo.asks('QUEUE')).rows).toEqual([]);
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED 1 /);
  });

  test('for a moment only is not noticed', async () => {
    await using party = await startParty({ songs: SONGS });
    await using ada = await party.named('Ada');
    await using bo = await party.guest();
    const answered = (): number => ada.count(/^(OK QUEUED|ERR)/);
    /** Whether Ada waited for who held it, and heard nothing of it. */
    const unnoticed = async (): Promise<boolean> => {
      await using holder = child('store_lock_holder', join(party.varDir, 'karaoke.db'));
      await holder.says(1);
      const before = answered();
      ada.says('REQUEST Toto - Africa');
      expect((await bo.asks('PING')).final).toBe('OK PONG');
      const waited = answered() === before;
      holder.process.stdin?.end();
      const { final } = await ada.answer();
      expect(final).toMatch(/^(OK QUEUED 1|ERR 450 BUSY) /);
      return waited && final.startsWith('OK');
    };
    expect(await sooner(unnoticed)).toBe(true);
  });
});
