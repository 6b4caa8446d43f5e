/** karaokectl as scripts meet it: the real program against a server that says what a test wants; what counts is the exit code. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { serveControl } from '../../src/ipc/control_serve.ts';
import type { ControlServer, ControlServing } from '../../src/ipc/control_serve.ts';
import { controlPath } from '../../src/ipc/control_path.ts';

const PROGRAM = fileURLToPath(new URL('../../src/ctl/start.ts', import.meta.url));

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface House extends AsyncDisposable {
  readonly dir: string;
  serve(answer: ControlServing['answer']): Promise<ControlServer>;
  start(...argv: string[]): ChildProcess;
  ctl(...argv: string[]): Promise<Said>;
}

async function createHouse(): Promise<House> {
  const dir = await mkdtemp(join(tmpdir(), 'karaokectl-'));
  await mkdir(join(dir, 'run'));
  const servers: ControlServer[] = [];
  const start = (...argv: string[]): ChildProcess =>
    spawn(process.execPath, [PROGRAM, ...argv], { env: { KARAOKE_VAR: dir, PATH: process.env['PATH'] } });
  return {
    dir,
    start,
    serve: async (answer) => {
      const server = await serveControl({
        path: controlPath(dir),
        groupId: null,
        answer,
        refuse: (why) => ({ ok: false, code: 'failed', text: why }),
        complain: () => undefined,
      });
      servers.push(server);
      return server;
    },
    ctl: async (...argv) => {
      const child = start(...argv);
      child.stdin?.end();
      const over = once(child, 'exit');
      const [out, err] = await Promise.all([streamed(child.stdout), streamed(child.stderr)]);
      const [code] = (await over) as [number | null];
      return { code, out, err };
    },
    [Symbol.asyncDispose]: async () => {
      for (const server of servers) server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function streamed(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream ? text(stream) : Promise.resolve('');
}

const done = (value: unknown, verdict = 'done') => ({ body: { ok: true, verdict, value } });
const refused = (code: string) => ({ body: { ok: false, code, text: `This is ${code}.` } });
const missingNothing = { rows: [], total: 0, more: false, page: 1 };

describe('karaokectl ends with', () => {
  test('0 and the answer on stdout when it is done', async () => {
    await using house = await createHouse();
    await house.serve(async ({ ask }) => {
      expect(ask).toMatchObject({ verb: 'queue', args: { page: null } });
      return done(missingNothing);
    });
    expect(await house.ctl('queue')).toEqual({ code: 0, out: 'Nobody waits.\n', err: '' });
  });

  test('1 when a verb failed, 6 when it conflicts: on stderr, and nothing on stdout', async () => {
    await using house = await createHouse();
    await house.serve(async ({ ask }) => refused(ask.verb === 'skip' ? 'conflict' : 'failed'));
    expect(await house.ctl('remove', '99')).toEqual({ code: 1, out: '', err: 'This is failed.\n' });
    expect(await house.ctl('skip')).toEqual({ code: 6, out: '', err: 'This is conflict.\n' });
  });

  test('1 when it was done with bad rows', async () => {
    await using house = await createHouse();
    const bad = [{ line: 3, reason: 'no title' }];
    await house.serve(async () => done({ file: '/f.csv', added: 1, known: 0, found: 0, bad, badCount: 1 }, 'failed'));
    const { code, out } = await house.ctl('import', '/f.csv');
    expect([code, out.includes('line 3: no title')]).toEqual([1, true]);
  });

  test('2 and help when it is called with nothing and no terminal', async () => {
    await using house = await createHouse();
    const { code, out, err } = await house.ctl();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('add --for <name> [--with <name>] <song>');
  });

  test('3 when no karaoked is there', async () => {
    await using house = await createHouse();
    const { code, err } = await house.ctl('status');
    expect([code, err]).toEqual([3, `No karaoked runs in ${house.dir}. Start it: karaoked --var ${house.dir}\n`]);
  });

  test('3 when a killed karaoked left its socket behind', async () => {
    await using house = await createHouse();
    const dies = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
    await once(spawn(process.execPath, ['-e', dies, controlPath(house.dir)]), 'exit');
    const { code, err } = await house.ctl('status');
    expect([existsSync(controlPath(house.dir)), code, err.includes('No karaoked runs')]).toEqual([true, 3, true]);
  });

  test('3 when a pid file is left over and its number is another process now', async () => {
    await using house = await createHouse();
    await writeFile(join(house.dir, 'run', 'karaoked.pid'), `${process.pid}\n`);
    expect((await house.ctl('status')).code).toBe(3);
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? test.skip : test)('5 when the socket is not for this user (root may everything)', async () => {
    await using house = await createHouse();
    await house.serve(async () => done({}));
    await chmod(controlPath(house.dir), 0);
    const { code, err } = await house.ctl('status');
    expect([code, err.includes('not the DJ')]).toEqual([5, true]);
  });

  test('7 when karaoked is silent', async () => {
    await using house = await createHouse();
    await house.serve(() => Promise.withResolvers<never>().promise);
    const { code, err } = await house.ctl('--timeout', '0.1', 'now');
    expect([code, err.includes('may still do it')]).toEqual([7, true]);
  });

  test('0 when karaoked takes longer than the timeout but tells of its progress', async () => {
    await using house = await createHouse();
    await house.serve(async ({ progress }) => {
      for (let rows = 1; rows <= 9; rows += 1) {
        progress({ state: 'running', rowsDone: rows });
        await rest(250);
      }
      return done({ file: '/f.csv', added: 6, known: 0, found: 0, bad: [], badCount: 0 });
    });
    expect(await house.ctl('--timeout', '2', 'import', '/f.csv')).toMatchObject({ code: 0, err: '' });
  });
});

describe('karaokectl stop', () => {
  test('returns when the process is gone', async () => {
    await using house = await createHouse();
    const slow = `process.on('SIGTERM', () => setTimeout(process.exit, 300, 0)); setInterval(() => {}, 1000); console.log('up')`;
    const daemon = spawn(process.execPath, ['-e', slow]);
    const ends: string[] = [];
    daemon.on('exit', () => ends.push('karaoked'));
    await once(daemon.stdout, 'data');
    await house.serve(async () => ({ ...done({ pid: daemon.pid }), sent: () => daemon.kill() }));
    const { code, out } = await house.ctl('stop');
    ends.push('karaokectl');
    expect([code, out.includes('has stopped')]).toEqual([0, true]);
    expect(ends).toEqual(['karaoked', 'karaokectl']);
  });

  test('says that it is not gone yet', async () => {
    await using house = await createHouse();
    await house.serve(async () => done({ pid: process.pid }));
    const { code, err } = await house.ctl('--timeout', '2', 'stop');
    expect([code, err.includes('still stopping')]).toEqual([7, true]);
  });
});

describe('--json', () => {
  test('is one document on stdout, also for refusals and mistakes', async () => {
    await using house = await createHouse();
    await house.serve(async () => refused('conflict'));
    const refusal = await house.ctl('--json', 'skip');
    expect(refusal).toMatchObject({ code: 6, err: '' });
    expect(JSON.parse(refusal.out)).toEqual({
      version: 1,
      error: { code: 'conflict', exit: 6, text: 'This is conflict.' },
    });
    const mistake = await house.ctl('remove', 'x', '--json');
    expect(mistake).toMatchObject({ code: 2, err: '' });
    expect(JSON.parse(mistake.out)).toMatchObject({ version: 1, error: { code: 'usage' } });
  });

  test('of watch is one line for each event, until karaoked leaves', async () => {
    await using house = await createHouse();
    const watched = Promise.withResolvers<(body: unknown) => void>();
    const server = await house.serve(({ event }) => {
      watched.resolve(event);
      return Promise.withResolvers<never>().promise;
    });
    const watcher = house.start('--json', 'watch');
    const out: string[] = [];
    const two = new Promise<void>((resolve) => {
      watcher.stdout?.on('data', (data: Buffer) => {
        out.push(data.toString());
        if (out.join('').split('\n').length === 3) resolve();
      });
    });
    const event = await watched.promise;
    event({ event: 'queue', waiting: 1 });
    event({ event: 'missing', missing: 2 });
    await two;
    server.close();
    const [code] = (await once(watcher, 'exit')) as [number];
    expect(code).toBe(3);
    expect(
      out
        .join('')
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { version: 1, event: 'queue', waiting: 1 },
      { version: 1, event: 'missing', missing: 2 },
    ]);
  });
});
