/** The DJ's socket under attack: whatever one connection sends, the server lives and answers the next one. */
import { chmod, lstat, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { askControl } from '../../src/ipc/control_call.ts';
import type { CallEnd } from '../../src/ipc/control_call.ts';
import { serveControl } from '../../src/ipc/control_serve.ts';
import type { Asking, ControlServing } from '../../src/ipc/control_serve.ts';

const FRAME_END = '\f';
const ignore = (): void => undefined;

interface Room extends AsyncDisposable {
  readonly dir: string;
  readonly path: string;
  readonly complaints: unknown[];
  serve(own?: Partial<ControlServing>): Promise<void>;
  /** Asks like karaokectl; the server echoes the verb. */
  ask(verb?: string, timeoutMs?: number): Promise<CallEnd>;
  connect(): Promise<Socket>;
}

async function createRoom(): Promise<Room> {
  const dir = join(await mkdtemp(join(tmpdir(), 'karaoked-control-')), 'run');
  await mkdir(dir);
  const path = join(dir, 'control.sock');
  const complaints: unknown[] = [];
  const ends: (() => void)[] = [];
  return {
    dir,
    path,
    complaints,
    serve: async (own = {}) => {
      const server = await serveControl({
        path,
        groupId: null,
        answer: async ({ ask }) => ({ body: { ok: true, verb: ask.verb } }),
        refuse: (text) => ({ ok: false, text }),
        complain: (error) => complaints.push(error),
        ...own,
      });
      ends.push(() => {
        server.close();
      });
    },
    ask: (verb = 'now', timeoutMs = 5_000) =>
      askControl({ path, verb, args: {}, who: 'dj', atMs: null, timeoutMs, progress: ignore, event: ignore }),
    connect: async () => {
      const socket = createConnection(path);
      ends.push(() => socket.destroy());
      // A server that cuts us off in the middle of a write is what these tests want.
      socket.on('error', ignore);
      await once(socket, 'connect');
      return socket;
    },
    [Symbol.asyncDispose]: async () => {
      for (const end of ends.toReversed()) end();
      await rm(join(dir, '..'), { recursive: true, force: true });
    },
  };
}

const answered = { is: 'answer', body: { ok: true, verb: 'now' } };

/** Not `once`: it rejects at the reset that a cut in the middle of a write is. */
function closed(socket: Socket): Promise<void> {
  socket.resume();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  if (socket.closed) resolve(undefined);
  else
    socket.once('close', () => {
      resolve(undefined);
    });
  return promise;
}

/** Everything that was said until the connection was closed. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (data: string) => (text += data));
  await closed(socket);
  return text;
}

const frame = (value: unknown): string => JSON.stringify(value) + FRAME_END;
const ask = (data: unknown): string => frame({ type: 'ask', data });
const good = { version: 1, id: 1, verb: 'now', args: {}, who: 'dj' };

describe('a frame that no karaokectl sends ends its connection, and no other', () => {
  const deep = `{"type":"ask","data":${'['.repeat(100_000)}${']'.repeat(100_000)}}${FRAME_END}`;
  test.each<[string, string | Buffer]>([
    ['the type constructor', frame({ type: 'constructor' })],
    ['the type __proto__', '{"type":"__proto__","data":{}}\f'],
    ['the type toString', frame({ type: 'toString' })],
    ['a forged error', frame({ type: 'error', data: { code: 'EADDRINUSE' } })],
    ['a forged start', frame({ type: 'start' })],
    ['a forged connect', frame({ type: 'connect' })],
    ['a forged close', frame({ type: 'close' })],
    ['a forged data', frame({ type: 'data' })],
    ['a forged socket.disconnected', frame({ type: 'socket.disconnected' })],
    ['the wildcard', frame({ type: '*', data: {} })],
    ['a type nobody knows', frame({ type: 'dance', data: {} })],
    ['a type that is no string', frame({ type: { toString: 'ask' } })],
    ['no type', frame({ data: good })],
    ['a list', frame([good])],
    ['null', frame(null)],
    ['no JSON', `hello?${FRAME_END}`],
    ['nothing between two ends', FRAME_END + FRAME_END],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0xc0, 0x7d, 0x0c])],
    ['an HTTP request', `GET / HTTP/1.1\r\n\r\n${FRAME_END}`],
    ['brackets a hundred thousand deep', deep],
    ['an ask without data', frame({ type: 'ask' })],
    ['an ask of another version', ask({ ...good, version: 2 })],
    ['an ask with a negative id', ask({ ...good, id: -1 })],
    ['an ask without a verb', ask({ ...good, verb: undefined })],
    ['an ask with an endless verb', ask({ ...good, verb: 'a'.repeat(65) })],
    ['an ask with nested arguments', ask({ ...good, args: { song: { id: 1 } } })],
    ['an ask with a list of arguments', ask({ ...good, args: ['x'] })],
    [
      'an ask with very many arguments',
      ask({ ...good, args: Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`a${n}`, 1])) }),
    ],
    ['an ask from nobody', ask({ ...good, who: '' })],
    ['an ask of no time of day', ask({ ...good, atMs: 'noon' })],
  ])('%s', async (_name, bytes) => {
    await using room = await createRoom();
    await room.serve();
    const bystander = await room.connect();
    const hostile = await room.connect();
    hostile.write(bytes);
    const said = await heard(hostile);
    expect(said.split(FRAME_END)).toEqual([expect.stringContaining('Not understood: '), '']);
    expect(await room.ask()).toEqual(answered);
    expect(bystander.closed).toBe(false);
  });

  test('ten megabytes without an end', async () => {
    await using room = await createRoom();
    await room.serve();
    const hostile = await room.connect();
    hostile.write(Buffer.alloc(10 * 1024 * 1024, 'x'));
    expect(await heard(hostile)).toContain('Not understood: message exceeds');
    expect(room.complaints).toHaveLength(1);
    expect(await room.ask()).toEqual(answered);
  });

  test('half a frame that never gets its other half', async () => {
    await using room = await createRoom();
    await room.serve({ messageTimeoutMs: 50 });
    const hostile = await room.connect();
    hostile.write('{"type":"ask","data":{"version":1');
    expect(await heard(hostile)).toContain('Not understood: incomplete message');
    expect(room.complaints).toEqual([expect.objectContaining({ code: 'ERR_IPC_MESSAGE_TIMEOUT' })]);
    expect(await room.ask()).toEqual(answered);
  });
});

describe('what is asked', () => {
  test('is answered though it comes a byte at a time', async () => {
    await using room = await createRoom();
    await room.serve();
    const slow = await room.connect();
    for (const byte of Buffer.from(ask(good))) slow.write(Buffer.of(byte));
    const [data] = (await once(slow, 'data')) as [Buffer];
    expect(JSON.parse(data.toString().replace(FRAME_END, ''))).toEqual({
      type: 'answer',
      data: { id: 1, body: { ok: true, verb: 'now' } },
    });
  });

  test('but not understood, gets one sentence', async () => {
    await using room = await createRoom();
    await room.serve();
    const old = await room.connect();
    const words = heard(old);
    old.write(ask({ ...good, version: 99 }));
    expect(await words).toContain('use the karaokectl it came with');
  });

  test('with an argument called __proto__ reaches the verbs as an argument and changes no object', async () => {
    await using room = await createRoom();
    const asked = Promise.withResolvers<Asking['ask']>();
    await room.serve({
      answer: async ({ ask: it }) => {
        asked.resolve(it);
        return { body: {} };
      },
    });
    const sly = await room.connect();
    sly.write('{"type":"ask","data":{"version":1,"id":1,"verb":"now","args":{"__proto__":"x"},"who":"dj"}}\f');
    expect(Object.keys((await asked.promise).args)).toEqual(['__proto__']);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test('and runs into a bug is answered with a refusal; the server lives', async () => {
    await using room = await createRoom();
    await room.serve({ answer: () => Promise.reject(new TypeError('a bug')) });
    expect(await room.ask()).toMatchObject({ is: 'answer', body: { ok: false } });
    expect(room.complaints).toEqual([expect.objectContaining({ message: 'a bug' })]);
    expect(await room.ask()).toMatchObject({ is: 'answer' });
  });

  test('and answered with more than a frame holds is refused, not lost', async () => {
    await using room = await createRoom();
    await room.serve({ answer: async () => ({ body: 'x'.repeat(2 * 1024 * 1024) }) });
    expect(await room.ask()).toMatchObject({ is: 'answer', body: { ok: false } });
  });

  test('by somebody who leaves before the answer is noticed as gone', async () => {
    await using room = await createRoom();
    const asked = Promise.withResolvers<Asking>();
    const never = Promise.withResolvers<{ body: unknown }>();
    await room.serve({
      answer: (asking) => {
        asked.resolve(asking);
        return never.promise;
      },
    });
    const hasty = await room.connect();
    hasty.write(ask(good));
    const { gone, event } = await asked.promise;
    hasty.destroy();
    if (!gone.aborted) await once(gone, 'abort');
    event({ nobody: 'hears' });
    never.resolve({ body: {} });
    await never.promise;
    expect(room.complaints).toEqual([]);
  });

  test('is told of progress and events on the way, and silence is counted from the last of them', async () => {
    await using room = await createRoom();
    const told: unknown[] = [];
    await room.serve({
      answer: async ({ progress, event }) => {
        progress(1);
        event(2);
        return { body: 3 };
      },
    });
    const end = await askControl({
      path: room.path,
      verb: 'import',
      args: {},
      who: 'dj',
      atMs: null,
      timeoutMs: 5_000,
      progress: (body) => told.push(body),
      event: (body) => told.push(body),
    });
    expect([...told, end]).toEqual([1, 2, { is: 'answer', body: 3 }]);
  });
});

describe('karaokectl', () => {
  test('hears at once that nobody listens', async () => {
    await using room = await createRoom();
    expect(await room.ask()).toEqual({ is: 'not-running' });
  });

  test('gives up on a server that takes its call and says nothing', async () => {
    await using room = await createRoom();
    await room.serve({ answer: () => Promise.withResolvers<never>().promise });
    expect(await room.ask('now', 30)).toEqual({ is: 'silent' });
  });

  test('notices when the server leaves in the middle', async () => {
    await using room = await createRoom();
    const asked = Promise.withResolvers<undefined>();
    const server = await serveControl({
      path: room.path,
      groupId: null,
      answer: () => {
        asked.resolve(undefined);
        return Promise.withResolvers<never>().promise;
      },
      refuse: (text) => text,
      complain: ignore,
    });
    const end = room.ask();
    await asked.promise;
    server.close();
    expect(await end).toEqual({ is: 'gone' });
  });
});

describe('the place of the socket', () => {
  test('is closed to everybody else', async () => {
    await using room = await createRoom();
    await chmod(room.dir, 0o755);
    await room.serve();
    expect((await stat(room.path)).mode & 0o777).toBe(0o600);
    expect((await stat(room.dir)).mode & 0o777).toBe(0o700);
  });

  test('is open to the group of the DJs when there is one', async () => {
    await using room = await createRoom();
    const { gid } = await stat(room.dir);
    await room.serve({ groupId: gid });
    expect((await stat(room.path)).mode & 0o777).toBe(0o660);
    expect((await stat(room.dir)).mode & 0o777).toBe(0o750);
  });

  test('is taken over from a server that was killed', async () => {
    await using room = await createRoom();
    // What kill -9 leaves behind: a socket file on which nobody listens. Closing would remove it, so it is moved meanwhile.
    const corpse = createServer().listen(`${room.path}.dead`);
    await once(corpse, 'listening');
    await rename(`${room.path}.dead`, room.path);
    corpse.close();
    await once(corpse, 'close');
    expect((await lstat(room.path)).isSocket()).toBe(true);
    await room.serve();
    expect(await room.ask()).toEqual(answered);
  });

  test('is not stolen from a server that lives', async () => {
    await using room = await createRoom();
    await room.serve();
    await expect(room.serve({ patienceMs: 60 })).rejects.toThrow('another process serves');
    expect(await room.ask()).toEqual(answered);
  });

  test('is waited for while an orphan of the last run is leaving', async () => {
    await using room = await createRoom();
    const orphan = createServer((socket) => socket.destroy()).listen(room.path);
    await once(orphan, 'listening');
    const served = room.serve();
    await once(orphan, 'connection');
    orphan.close();
    await served;
    expect(await room.ask()).toEqual(answered);
  });

  test('is never cleared of something that is no socket', async () => {
    await using room = await createRoom();
    await writeFile(room.path, 'mine');
    await expect(room.serve()).rejects.toThrow('move it away');
    expect((await lstat(room.path)).isFile()).toBe(true);
  });

  test('is empty again when the server has left', async () => {
    await using room = await createRoom();
    const server = await serveControl({
      path: room.path,
      groupId: null,
      answer: async () => ({ body: {} }),
      refuse: (text) => text,
      complain: ignore,
    });
    server.close();
    await expect(lstat(room.path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
