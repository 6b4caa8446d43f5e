/** How karaoked starts, and how it says that it does not: one line that says what to do, and an exit code. */
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { prepareStore } from '../../src/store/sqlite/open.ts';
import { startDaemon } from './daemon.ts';
import { TestGuest } from './guest.ts';
import { everyoneGone, launch, processesOf, SONGS, startParty, temporaryVar } from './party.ts';
import type { PartyWanted } from './party.ts';
import { plainEnvironment, ROOT, run } from './program.ts';
import type { Ran } from './program.ts';

const KARAOKED = join(ROOT, 'bin/karaoked');
const karaoked = (args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  run(KARAOKED, args, plainEnvironment(settings));

/** Starts, which must fail at once; every line of what it said begins with its name, and no stack is among them. */
async function refused(varDir: string, wanted: PartyWanted, code: number): Promise<string> {
  const ran = await launch(varDir, wanted).ended;
  expect(ran.stderr).not.toMatch(/^ {4}at /m);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
  await everyoneGone(varDir);
  return ran.stderr;
}
const textFile = (path: string, text: string): string => {
  writeFileSync(path, text);
  return path;
};

describe('the command line', () => {
  test('says its version and its flags', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await karaoked(['--version'])).toMatchObject({ code: 0, stdout: `karaoked ${version}\n`, stderr: '' });
    const { code, stdout } = await karaoked(['--help']);
    expect(code).toBe(0);
    for (const flag of ['var', 'config', 'host', 'port', 'web-port', 'party', 'no-party', 'catalogue', 'daemon'])
      expect(stdout).toMatch(new RegExp(`^ {2}--${flag} `, 'm'));
  });

  test('refuses what it does not know with what may have been meant', async () => {
    const mistyped = await karaoked(['--prot', '80']);
    expect(mistyped).toMatchObject({ code: 2, stdout: '' });
    expect(mistyped.stderr).toBe("karaoked: unknown option '--prot'\n(Did you mean --port?)\n");
    expect(await karaoked(['--var'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--var') });
    expect(await karaoked(['start'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/^karaoked: .*start/) });
  });
});

describe('the settings', () => {
  test('are shown with where each comes from, and nothing is started or made', async () => {
    using home = temporaryVar();
    const varDir = join(home.path, 'not made');
    const file = textFile(join(home.path, 'k.toml'), '[queue]\nperGuest = 4\n[party]\nname = "Friday"\n');
    const { code, stdout, stderr } = await karaoked(
      ['--check-config', '--var', varDir, '--config', file, '--port', '0', '--party', 'Saturday'],
      { KARAOKE_WISH_PER_GUEST: '7' },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const shown = stdout.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    for (const line of [
      `queue.perGuest = 4 # ${file}`,
      'wish.perGuest = 7 # KARAOKE_WISH_PER_GUEST',
      'tcp.port = 0 # --port',
      'party.name = "Saturday" # --party',
      'session.processes = 32 # default',
    ])
      expect(shown).toContain(line);
    expect(existsSync(varDir)).toBe(false);
  });

  test('are read from karaoked.toml in the var when nobody names a file', async () => {
    using home = temporaryVar();
    const file = textFile(join(home.path, 'karaoked.toml'), 'queue.perGuest = 9\n');
    const { stdout } = await karaoked(['--check-config'], { KARAOKE_VAR: home.path });
    expect(stdout).toMatch(new RegExp(`^queue\\.perGuest = 9 +# ${file}$`, 'm'));
  });

  test('that are wrong are named all at once, with their place and a suggestion', async () => {
    using home = temporaryVar();
    const file = textFile(join(home.path, 'k.toml'), '[queue]\nperGest = 4\n[tcp]\nport = "many"\n');
    const { code, stdout, stderr } = await karaoked(['--var', home.path, '--config', file], {
      KARAOKE_QUEUE_PER_GUEST: 'zero',
      KARAOKE_TCP_PROT: '1',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const lines = stderr.trimEnd().split('\n').sort();
    expect(lines).toEqual([
      expect.stringMatching(/^karaoked: \/.*k\.toml: tcp\.port cannot be "many": /),
      expect.stringMatching(/^karaoked: \/.*k\.toml: unknown key "queue\.perGest"; did you mean queue\.perGuest\?$/),
      expect.stringMatching(/^karaoked: KARAOKE_QUEUE_PER_GUEST: queue\.perGuest cannot be "zero": /),
      'karaoked: unknown variable KARAOKE_TCP_PROT; did you mean KARAOKE_TCP_PORT?',
    ]);
  });

  test('in a file that is not there, or is no TOML, are a mistake too', async () => {
    using home = temporaryVar();
    const missing = await karaoked(['--config', join(home.path, 'nowhere.toml')]);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/nowhere\.toml \(ENOENT\)\n$/) });
    const file = textFile(join(home.path, 'k.toml'), 'queue = = 4\n');
    const broken = await karaoked(['--config', file]);
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining(`${file}:1: `) });
  });
});

describe('a catalogue', () => {
  test('that is not there or is none is refused, and no party begins', async () => {
    using home = temporaryVar();
    const missing = join(home.path, 'nowhere.csv');
    expect(await refused(home.path, { flags: ['--catalogue', missing] }, 2)).toBe(
      `karaoked: cannot read the catalogue ${missing} (ENOENT)\n`,
    );
    const headless = textFile(join(home.path, 'headless.csv'), 'Queen,Bohemian Rhapsody\n');
    const said = await refused(home.path, { flags: ['--catalogue', headless] }, 2);
    expect(said).toMatch(/^karaoked: Cannot import .*headless\.csv: The first line names no column/m);
  });

  test('has its first song on the stage before anybody is let in', async () => {
    await using party = await startParty({ songs: SONGS });
    await using guest = await party.guest();
    expect((await guest.asks('NOW')).final).toMatch(/^OK NOW (?!silence)/);
  });

  test('with bad rows is read all the same, and is not doubled by the next start', async () => {
    using home = temporaryVar();
    const rows = ['artist,title,duration_s', 'Toto,Africa,295', ',,', 'Queen,Innuendo,soon', 'ABBA,Waterloo,165', ''];
    const flags = ['--catalogue', textFile(join(home.path, 'some.csv'), rows.join('\n'))];
    for (const start of ['first', 'second']) {
      await using party = await startParty({ varDir: home.path, flags });
      await using ada = await party.guest();
      const { rows: songs } = await ada.asks('SONGS');
      expect([start, songs.map((row) => row.replace(/^\| \d+ /, ''))]).toEqual([
        start,
        expect.arrayContaining(['ABBA - Waterloo 2:45', 'Toto - Africa 4:55']),
      ]);
      expect(songs.filter((row) => row.includes('Africa'))).toHaveLength(1);
      const warned = party.log().filter((line) => String(line['msg']).includes('not imported'));
      expect(warned).not.toHaveLength(0);
    }
  });
});

describe('the port', () => {
  test('that stays taken is refused after three seconds of patience', async () => {
    using home = temporaryVar();
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const from = performance.now();
    try {
      expect(await refused(home.path, { flags: ['--port', String(port)] }, 78)).toBe(
        `karaoked: port ${port} is taken by another program: choose another --port (0 takes a free one)\n`,
      );
    } finally {
      other.close();
    }
    expect(performance.now() - from).toBeGreaterThan(3_000);
  });

  test('on an address that is not ours, or none, is refused', async () => {
    using home = temporaryVar();
    // TEST-NET-1 (RFC 5737) belongs to nobody, and .invalid never resolves (RFC 6761).
    expect(await refused(home.path, { flags: ['--host', '192.0.2.1'] }, 78)).toMatch(
      /^karaoked: cannot listen on 192\.0\.2\.1 port 0 \(EADDRNOTAVAIL\): choose another --host/,
    );
    expect(await refused(home.path, { flags: ['--host', 'nobody.invalid'] }, 78)).toBe(
      'karaoked: there is no address for "nobody.invalid": give --host an address of this machine\n',
    );
  });
});

describe('a var', () => {
  test('that cannot be one is refused with what to do', async () => {
    using home = temporaryVar();
    const file = textFile(join(home.path, 'file'), '');
    expect(await refused(join(file, 'var'), {}, 78)).toMatch(
      /^karaoked: cannot use .* \(ENOTDIR\): choose another --var/,
    );
    // Even root makes no folder there.
    expect(await refused('/proc/karaoke', {}, 78)).toMatch(/^karaoked: cannot use \/proc\/karaoke /);
    const deep = join(home.path, 'x'.repeat(120));
    expect(await refused(deep, {}, 78)).toMatch(
      /^karaoked: the control socket's path ".*" has \d+ bytes, the system allows \d+: choose a shorter --var\n$/,
    );
    expect(existsSync(deep)).toBe(false);
  });

  test('whose files are not what they should be is refused, with the file', async () => {
    using home = temporaryVar();
    const spoilt = (name: string, path: string, text: string | null): string => {
      const varDir = join(home.path, name);
      mkdirSync(join(varDir, 'run'), { recursive: true });
      if (text === null) mkdirSync(join(varDir, path));
      else textFile(join(varDir, path), text);
      return varDir;
    };
    const spoils = [
      ['run/karaoked.lock.db', 'no database at all'.repeat(100), 'karaoked.lock.db'],
      ['run/karaoked.lock.db', null, 'karaoked.lock.db'],
      ['run/karaoked.pid', null, 'karaoked.pid'],
      ['run/control.sock', null, 'control.sock" is in the way'],
      ['run/secret', null, 'EISDIR'],
      ['karaoke.db', null, 'karaoke.db'],
    ] as const;
    const saids = await Promise.all(spoils.map(([path, text], n) => refused(spoilt(`var ${n}`, path, text), {}, 78)));
    for (const [n, [, , says]] of spoils.entries()) expect(saids[n]).toContain(says);
    for (const said of saids) expect(said).toMatch(/^karaoked: /m);
  });

  test('is made for its owner alone where it matters', async () => {
    using home = temporaryVar();
    const varDir = join(home.path, 'new', 'var');
    await using party = await startParty({ varDir });
    const mode = (path: string): number => statSync(join(party.varDir, path)).mode & 0o777;
    expect([mode('run'), mode('run/secret'), mode('karaoke.db')]).toEqual([0o700, 0o600, 0o600]);
    expect(readFileSync(join(varDir, 'run/karaoked.pid'), 'utf8')).toBe(`${party.pid}\n`);
  });
});

describe('a database', () => {
  /** A var with a database as karaoked makes it. */
  const withDatabase = (varDir: string): string => {
    const file = join(varDir, 'karaoke.db');
    const limits = {
      queuePerGuest: 3,
      wishPerGuest: 9,
      graceSeconds: 1,
      gapSeconds: 1,
      songSeconds: 1,
      everyMinutes: null,
      giveWayMs: null,
      randomFrom: '',
    };
    prepareStore({ file, secret: Buffer.alloc(32), now: Date.now, limits: () => limits }).close();
    return file;
  };

  test('that is none, is damaged, is somebody else’s or comes from a newer karaoked is refused and left as it was', async () => {
    const spoil: Readonly<Record<string, (file: string) => void>> = {
      'file is not a database': (file) => {
        writeFileSync(file, 'Dear diary, '.repeat(100));
      },
      'cannot be read': (file) => {
        const fd = openSync(file, 'r+');
        for (let page = 2; page < 12; page += 1) writeSync(fd, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096);
      },
      'was written by a newer karaoked': (file) => {
        const db = new SQLite(file);
        db.pragma('user_version = 999');
        db.close();
      },
      'is a database of another program': (file) => {
        const db = new SQLite(file);
        db.pragma('application_id = 1');
        db.close();
      },
    };
    const start = async ([why, how]: readonly [string, (file: string) => void]): Promise<void> => {
      using home = temporaryVar();
      const file = withDatabase(home.path);
      how(file);
      const before = readFileSync(file);
      const said = await refused(home.path, {}, 78);
      expect(said).toContain(why);
      expect(said).toMatch(/^karaoked: .*karaoke\.db.*\n$/);
      expect(readFileSync(file).equals(before)).toBe(true);
    };
    await Promise.all(Object.entries(spoil).map(start));
  });

  test('that is empty, as after a power cut at the very first start, is made anew', async () => {
    using home = temporaryVar();
    truncateSync(withDatabase(home.path));
    await using party = await startParty({ varDir: home.path });
    await using ada = await party.named('Ada');
    expect((await ada.asks('PING')).final).toBe('OK PONG');
  });
});

describe('the night', () => {
  test('begins unless told not to; one that the DJ ended is not followed by another unless it is named', async () => {
    using home = temporaryVar();
    const greeting = async (...flags: string[]): Promise<{ said: string | undefined; endedBy: number | null }> => {
      await using party = await startParty({ varDir: home.path, flags });
      await using guest = await party.guest();
      const said = guest.transcript[0];
      return { said, endedBy: (await party.dj('party', 'end')).code };
    };
    expect((await greeting('--no-party')).said).toMatch(/^OK KARAOKE\/1 No party is on\./);
    expect((await greeting()).said).toMatch(/^OK KARAOKE\/1 Karaoke night: /);
    expect((await greeting()).said).toMatch(/^OK KARAOKE\/1 No party is on\./);
    expect((await greeting('--party', 'Saturday')).said).toMatch(/^OK KARAOKE\/1 Saturday: /);
  });
});

describe('--daemon', () => {
  test('returns when guests can come, logs to its file, and is alone in its var', async () => {
    using home = temporaryVar();
    await using daemon = await startDaemon(home.path, { songs: SONGS });
    await using ada = await TestGuest.connect(daemon.port);
    await ada.hears('OK KARAOKE/1');
    expect((await ada.asks('SEARCH africa')).rows).toHaveLength(1);
    expect(new Set(daemon.log().map((line) => line['role']))).toEqual(new Set(['supervisor', 'librarian']));

    const second = await launch(home.path, { flags: ['--daemon'] }).ended;
    expect(second).toMatchObject({ code: 6, stdout: '' });
    expect(second.stderr).toBe(
      `karaoked: another karaoked (pid ${daemon.pid}) holds this var: stop it with karaokectl stop, or give this one its own --var\n`,
    );
    expect((await ada.asks('PING')).final).toBe('OK PONG');

    const env = plainEnvironment({ TEST_PARTY: home.path });
    expect(await run(join(ROOT, 'bin/karaokectl'), ['--var', home.path, 'stop'], env)).toMatchObject({ code: 0 });
    expect(processesOf(home.path)).toEqual([]);
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE restarting /);
  });

  test('that cannot be says why, in the terminal that started it', async () => {
    using home = temporaryVar();
    writeFileSync(join(home.path, 'karaoke.db'), 'Dear diary, '.repeat(100));
    const said = await refused(home.path, { flags: ['--daemon'] }, 78);
    expect(said).toMatch(/^karaoked: The database .* file is not a database\. .*\n$/);
    const file = textFile(join(home.path, 'file'), '');
    expect(await refused(join(file, 'var'), { flags: ['--daemon'] }, 78)).toMatch(/^karaoked: cannot write the log /);
  });
});

describe('the launchers', () => {
  /** A folder with copies of the launchers and, if wanted, the first file they run. */
  const installed = (folder: string, built: 'built' | 'not built'): string => {
    const bin = join(folder, 'package', 'bin');
    mkdirSync(bin, { recursive: true });
    for (const [name, start] of [
      ['karaoked', 'dist/supervisor/start.js'],
      ['karaokectl', 'dist/ctl/start.js'],
    ] as const) {
      writeFileSync(join(bin, name), readFileSync(join(ROOT, 'bin', name)), { mode: 0o755 });
      if (built === 'not built') continue;
      mkdirSync(join(bin, '..', start, '..'), { recursive: true });
      writeFileSync(join(bin, '..', start), readFileSync(join(ROOT, start)));
    }
    writeFileSync(join(bin, '../package.json'), '{ "type": "module" }');
    return bin;
  };
  /** A PATH with nothing but what the launchers need, and `node` if there is one. */
  const path = (folder: string, node: string | null): string => {
    const dir = join(folder, 'path');
    mkdirSync(dir);
    for (const tool of ['readlink', 'dirname']) symlinkSync(`/usr/bin/${tool}`, join(dir, tool));
    if (node !== null) writeFileSync(join(dir, 'node'), node, { mode: 0o755 });
    return dir;
  };

  test('work through a symbolic link and from any directory', async () => {
    using home = temporaryVar();
    for (const name of ['karaoked', 'karaokectl']) {
      symlinkSync(join(ROOT, 'bin', name), join(home.path, name));
      const through = await run('/bin/sh', ['-c', `cd ${home.path} && ./${name} --version`]);
      expect(through).toMatchObject({ code: 0, stderr: '' });
      expect(through.stdout).toMatch(/\d+\.\d+\.\d+\n$/);
    }
  });

  test.each(['karaoked', 'karaokectl'])('%s that is not built says so', async (name) => {
    using home = temporaryVar();
    const PATH = path(home.path, '#!/bin/sh\n');
    const ran = await run(join(installed(home.path, 'not built'), name), [], { PATH });
    expect(ran).toMatchObject({ code: 78, stdout: '' });
    expect(ran.stderr).toMatch(new RegExp(`^${name}: it is not built: run npm ci .*\n$`));
  });

  test.each(['karaoked', 'karaokectl'])('%s without any Node says so', async (name) => {
    using home = temporaryVar();
    const ran = await run(join(installed(home.path, 'built'), name), [], { PATH: path(home.path, null) });
    expect(ran).toMatchObject({ code: 78, stdout: '' });
    expect(ran.stderr).toMatch(new RegExp(`^${name}: there is no Node\\.js here: .*\n$`));
  });

  test.each(['karaoked', 'karaokectl'])(
    '%s on a Node that is too old says so before it loads anything',
    async (name) => {
      using home = temporaryVar();
      const old = textFile(
        join(home.path, 'old.cjs'),
        `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });
       Object.defineProperty(process, 'version', { value: 'v20.20.2' });`,
      );
      const PATH = path(home.path, `#!/bin/sh\nexec ${process.execPath} --require ${old} "$@"\n`);
      const ran = await run(join(installed(home.path, 'built'), name), ['--version'], { PATH });
      expect(ran).toMatchObject({ code: 78, stdout: '' });
      expect(ran.stderr).toMatch(new RegExp(`^${name}: needs Node\\.js 22\\.14 or newer, found v20\\.20\\.2.*\n$`));
    },
  );
});
