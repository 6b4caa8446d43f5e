/** Guests over WebSocket as part of the house: who counts, who is told, what falls and what is lifted. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { freeze } from '../party/freezing.ts';
import { launch, SONGS, startParty, temporaryVar } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import type { Speaker } from '../party/speaker.ts';
import { WebGuest, webGuest, webNamed } from './web_guest.ts';

interface Status {
  readonly connections: number;
  readonly tree: {
    readonly web_port: number | null;
    readonly pages: { readonly open: number; readonly refused: number; readonly lost: number } | null;
    readonly processes: readonly { readonly name: string; readonly state: string; readonly connections: number }[];
  };
}
const statusOf = async (party: Party): Promise<Status> => (await party.djJson('status')) as unknown as Status;
const clientsOf = ({ tree }: Status, name: string): number =>
  tree.processes.filter((each) => each.name === name).reduce((sum, { connections }) => sum + connections, 0);

/** One BYE for this reason, as the last line, and the close frame that goes with it. */
async function hearsBye(page: WebGuest, reason: string, code: number): Promise<void> {
  await page.hears(`* BYE ${reason} `);
  expect(await page.farewell()).toEqual({ code, reason });
  expect(page.count(/^\* BYE/)).toBe(1);
  expect(page.transcript.at(-1)).toMatch(/^\* BYE/);
}

/** Greets again and again until the house counts so many: it learns of other doors by message. */
async function greetedAs(connect: () => Promise<Speaker & AsyncDisposable>, connected: number): Promise<void> {
  for (;;) {
    await using guest = await connect();
    if (guest.transcript[0]?.includes(` ${connected} connected,`)) return;
  }
}

describe('the doors together', () => {
  test('connected counts both, in greetings and in what the DJ sees', async () => {
    await using party = await startParty({ web: true });
    await using _page = await webNamed(party, 'Ada');
    await using _tcp = await party.named('Bo');
    await party.connected(2);
    await greetedAs(() => webGuest(party), 3);
    await greetedAs(() => party.guest(), 3);
    await party.connected(2);
    const status = await statusOf(party);
    expect(status.connections).toBe(2);
    expect(status.tree.web_port).toBe(party.webPort);
    expect(status.tree.pages).toMatchObject({ open: 1, limit: 5000, refused: 0, lost: 0 });
    expect(clientsOf(status, 'web')).toBe(1);
    expect(clientsOf(status, 'session')).toBe(1);
    const { stdout } = await party.dj('status');
    expect(stdout).toContain(`port ${party.port}, pages on port ${party.webPort}`);
    expect(stdout).toMatch(/1 of 5000 pages open, 0 refused/);
    expect(stdout).toMatch(/2 connected clients/);
  });

  test('the same guest on both hears the call on both, and what was found once on each', async () => {
    await using party = await startParty({ web: true, songs: SONGS, settings: { PLAYER_GAP_SECONDS: 1 } });
    await using tcp = await party.guest();
    const code = await tcp.joins('Ada');
    await using page = await webNamed(party, 'Ada', code);
    const wish = /^OK WISHED (\d+)/.exec((await tcp.asks('WISH Toto - Rosanna')).final)?.[1] ?? '';
    await party.dj('found', wish, '2');
    for (const guest of [tcp, page]) await guest.hears(`* FOUND ${wish} song=2 `);
    await tcp.asks('REQUEST 1');
    await party.dj('skip');
    for (const guest of [tcp, page]) await guest.hears('* TURN ');
    await party.toldAll(tcp, page);
    for (const guest of [tcp, page]) {
      expect(guest.count(/^\* TURN/)).toBe(1);
      expect(guest.count(/^\* FOUND/)).toBe(1);
    }
  });

  test('who closes the page is absent after the grace, and has the old place back on coming back', async () => {
    await using party = await startParty({ web: true, songs: SONGS, settings: { QUEUE_GRACE_SECONDS: 0 } });
    await using stage = await webNamed(party, 'Zoe');
    await stage.asks('REQUEST 1');
    const ada = await webGuest(party);
    const code = await ada.joins('Ada');
    await ada.asks('REQUEST 2');
    await using bo = await party.named('Bo');
    await bo.asks('REQUEST 3');
    const order = async (): Promise<string> =>
      (await bo.asks('QUEUE')).rows.map((row) => /\((\w+)\)/.exec(row)?.[1]).join(' ');
    const before = await order();
    expect(before).toContain('Ada Bo');
    await ada[Symbol.asyncDispose]();
    while ((await order()) === before);
    expect(await order()).toContain('Bo Ada');
    await using _back = await webNamed(party, 'Ada', code);
    while ((await order()) !== before);
  });
});

describe('a full house', () => {
  test('says 421 to the page too many, asks it to come later, and has room again', async () => {
    await using party = await startParty({ web: true, settings: { WEB_CONNECTIONS: 2 } });
    await using _one = await webGuest(party);
    const two = await webGuest(party);
    await using three = await WebGuest.connect(party.webPort);
    await three.hears(/^ERR 421 FULL retry=30 \S/);
    expect((await three.farewell()).code).toBe(1013);
    expect(three.transcript).toHaveLength(1);
    expect((await statusOf(party)).tree.pages).toMatchObject({ open: 2, limit: 2, refused: 1 });
    await two[Symbol.asyncDispose]();
    for (;;) {
      await using next = await WebGuest.connect(party.webPort);
      if ((await next.hears('')).startsWith('OK KARAOKE/1')) break;
    }
  });
});

describe('the goodbye', () => {
  const pagesOf = (party: Party): Promise<WebGuest[]> => Promise.all(Array.from({ length: 20 }, () => webGuest(party)));

  test('at SIGINT: every page hears one BYE and the close code that says that all is said', async () => {
    await using party = await startParty({ web: true });
    const pages = await pagesOf(party);
    await using tcp = await party.guest();
    await pages[0]?.asks('MODE json');
    party.signal('SIGINT');
    for (const page of pages.slice(1)) await hearsBye(page, 'party-over', 1000);
    await pages[0]?.hears('{"t":"event","topic":"BYE"');
    await tcp.hears('* BYE party-over');
    expect((await party.running.ended).code).toBe(0);
    expect(party.log().at(-1)).toMatchObject({ reason: 'party-over', told: 21, untold: 0 });
  });

  test('at SIGTERM: the close code says that it makes sense to come back', async () => {
    await using party = await startParty({ web: true });
    const pages = await pagesOf(party);
    party.signal('SIGTERM');
    for (const page of pages) await hearsBye(page, 'restarting', 1001);
    expect((await party.running.ended).code).toBe(0);
    expect(party.log().at(-1)).toMatchObject({ told: 20, untold: 0 });
  });

  test('when the DJ ends the party: the pages are told, and the next ones are greeted', async () => {
    await using party = await startParty({ web: true });
    await using page = await webGuest(party);
    await party.dj('party', 'end');
    await hearsBye(page, 'party-over', 1000);
    await using next = await webGuest(party);
    expect(next.transcript[0]).toMatch(/No party is on/);
    // Who comes and goes is written down a moment later.
    expect((await next.asks('PARTY')).final).toMatch(/^OK PARTY off no party is on: \d+ connected$/);
  });

  test('when the supervisor is killed: once, and nothing is left', async () => {
    await using party = await startParty({ web: true });
    const pages = await pagesOf(party);
    process.kill(party.pid, 'SIGKILL');
    for (const page of pages) await hearsBye(page, 'supervisor-lost', 1001);
  });

  test('does not wait for a web process that is frozen: its pages count as untold, and the exit code says so', async () => {
    await using party = await startParty({ web: true });
    await using page = await webGuest(party);
    await using tcp = await party.guest();
    await freeze(party, ...party.pids('web'));
    party.signal('SIGTERM');
    await tcp.hears('* BYE restarting');
    expect((await party.running.ended).code).toBe(1);
    expect(party.log().at(-1)).toMatchObject({ told: 1, untold: 1 });
    await page.farewell();
    expect(page.count(/^\* BYE/)).toBe(0);
  });
});

describe('a web process that falls', () => {
  test('is lifted, nobody is refused meanwhile, and who was there on a page only counts as gone', async () => {
    await using party = await startParty({ web: true, songs: SONGS });
    await using ada = await webGuest(party);
    const code = await ada.joins('Ada');
    await ada.asks('REQUEST key=once 1');
    await using tcp = await party.guest();
    // Who says no name is written down a moment after the greeting.
    await party.connected(2);
    const [fallen] = party.pids('web');
    process.kill(fallen ?? 0, 'SIGKILL');
    expect((await ada.farewell()).code).toBe(1006);
    // The port is the supervisor's: what connects meanwhile waits for the next web process.
    await using again = await webNamed(party, 'Ada', code);
    expect((await again.asks('REQUEST key=once 1')).final).toMatch(/^OK QUEUED .* repeated=yes /);
    expect((await again.asks('MINE')).rows).toHaveLength(1);
    expect(party.pids('web')).not.toContain(fallen);
    // The rows of the fallen one are forgotten.
    await party.connected(2);
    expect((await tcp.asks('PARTY')).final).toMatch(/: 1 song waiting, 2 connected$/);
    expect((await statusOf(party)).tree.pages).toMatchObject({ open: 1, lost: 1 });
  });

  test('again and again keeps nobody else from singing, nor the end from coming', async () => {
    await using party = await startParty({ web: true, songs: SONGS });
    await using ada = await party.named('Ada');
    const isWaiting = ({ tree }: Status): boolean =>
      tree.processes.some(({ name, state }) => name === 'web' && state === 'waiting');
    while (!isWaiting(await statusOf(party))) for (const pid of party.pids('web')) process.kill(pid, 'SIGKILL');
    expect((await ada.asks('REQUEST 1')).final).toMatch(/^OK QUEUED /);
    party.signal('SIGTERM');
    await ada.hears('* BYE restarting');
    expect((await party.running.ended).code).toBe(0);
    expect(party.log().at(-1)).toMatchObject({ told: 1, untold: 0 });
  });
});

describe('settings', () => {
  test('web.port=off: no port, no process, and status says nothing of pages', async () => {
    await using party = await startParty();
    expect(party.pids('web')).toEqual([]);
    expect(party.webPort).toBeNaN();
    const { tree } = await statusOf(party);
    expect(tree).toMatchObject({ web_port: null, pages: null });
    expect((await party.dj('status')).stdout).not.toContain('pages');
  });

  test('a port that is taken: exit code 78 with the sentence that helps', async () => {
    using home = temporaryVar();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const running = launch(home.path, { flags: ['--web-port', String(port)] });
    const { code, stderr } = await running.ended;
    taken.close();
    expect(code).toBe(78);
    expect(stderr).toContain(
      `port ${port} is taken by another program: choose another --web-port (0 takes a free one)`,
    );
  });

  test('web.url is where our page is, too, from the reload on', async () => {
    using home = temporaryVar();
    const file = join(home.path, 'karaoked.toml');
    writeFileSync(file, '[web]\nurl = ""\n');
    await using party = await startParty({ varDir: home.path, web: true });
    const origin = 'https://karaoke.example';
    expect((await WebGuest.refused(party.webPort, { origin })).status).toBe(403);
    writeFileSync(file, `[web]\nurl = "${origin}/"\n`);
    party.signal('SIGHUP');
    await party.running.logged(() => party.log().find(({ msg }) => msg === 'the settings were read again'));
    for (;;) {
      const guest = await WebGuest.connect(party.webPort, { origin }).catch(() => null);
      if (guest === null) continue;
      await guest.hears('OK KARAOKE/1');
      await guest[Symbol.asyncDispose]();
      break;
    }
  });
});
