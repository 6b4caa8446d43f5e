/** A house that is full, small or crowded: everyone gets a sentence, and everyone is counted. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { TestGuest } from './guest.ts';
import { everyoneGone, QUIETLY, SEVERAL, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, ROOT, run, runProgram } from './program.ts';

interface Status {
  readonly tree: {
    readonly seats: Readonly<Record<'open' | 'limit' | 'greeted' | 'refused' | 'lost' | 'early', number>>;
    readonly processes: readonly { readonly name: string; readonly connections: number }[];
  };
}
const status = async (party: Party): Promise<Status['tree']> =>
  ((await party.order('status')) as unknown as Status).tree;
const crowd = (count: number, port: number): Promise<TestGuest[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const guest = await TestGuest.connect(port);
      await guest.hears('OK KARAOKE/1');
      return guest;
    }),
  );
/** Connects to a full house: one sentence, and the end. */
const turnedAway = async (port: number): Promise<void> => {
  await using guest = await TestGuest.connect(port);
  guest.says('HELLO Ada');
  await guest.closed();
  expect(guest.transcript).toEqual([expect.stringMatching(/^ERR 421 FULL retry=\d+ \S/)]);
  expect(guest.ended).toBe('end');
};
const goHome = async (guests: readonly TestGuest[]): Promise<void> => {
  for (const guest of guests) await guest[Symbol.asyncDispose]();
};

describe('a full house', () => {
  test('says so and closes, disturbs nobody who is inside, is counted, and has room again when somebody leaves', async () => {
    await using party = await startParty({ settings: { SESSION_CONNECTIONS: 3, ...SEVERAL } });
    const inside = await crowd(3, party.port);
    for (let n = 0; n < 5; n += 1) await turnedAway(party.port);
    for (const guest of inside) expect((await guest.asks('PING')).final).toBe('OK PONG');
    expect((await status(party)).seats).toMatchObject({ open: 3, limit: 3, greeted: 3, refused: 5, lost: 0 });

    await inside[0]?.asks('LEAVE');
    await inside[0]?.closed();
    await vacancy(party, 3);
    await using late = await party.guest();
    expect((await late.asks('PING')).final).toBe('OK PONG');
    await goHome(inside);
  });

  /** Asks until a seat is free: the guest sees the end before the supervisor does, who is the one to ask. */
  async function vacancy(party: Party, limit: number): Promise<void> {
    while ((await status(party)).seats.open >= limit) continue;
  }
});

describe('few descriptors', () => {
  test('make a smaller house, with a warning, and it works to the last seat', async () => {
    using home = temporaryVar();
    const karaoked = `${join(ROOT, 'bin/karaoked')} --var ${home.path} ${QUIETLY.join(' ')}`;
    const env = plainEnvironment({ TEST_PARTY: home.path, KARAOKE_SESSION_PROCESSES: '2' });
    const running = runProgram('/bin/sh', ['-c', `ulimit -n 290; exec ${karaoked}`], env);
    const port = Number(/tcp=(\d+)/.exec(await running.said(/^ready /))?.[1]);
    // Logged before it was ready; what is logged comes another way.
    const warned = await running.logged(() => /^.*fewer connections than configured.*\n/m.exec(running.stderr())?.[0]);
    const { connections } = JSON.parse(warned) as { connections: number };
    expect(connections).toBeGreaterThan(10);
    expect(connections).toBeLessThan(290);

    const guests = await crowd(connections, port);
    await turnedAway(port);
    for (const guest of guests) expect((await guest.asks('PING')).final).toBe('OK PONG');
    expect((await run(join(ROOT, 'bin/karaokectl'), ['--var', home.path, 'stop'], env)).code).toBe(0);
    for (const guest of guests) await guest.hears('* BYE restarting');
    await goHome(guests);
    expect((await running.ended).code).toBe(0);
    await everyoneGone(home.path);
  });
});

describe('few processes', () => {
  test('are shared: one serves everybody, and each guest is a guest of their own', async () => {
    await using party = await startParty({ settings: { SESSION_PROCESSES: 1 } });
    const guests = await crowd(10, party.port);
    await Promise.all(guests.map((guest, n) => guest.joins(`Guest ${n}`)));
    const { processes } = await status(party);
    expect(processes.map((each) => each.connections).filter((count) => count > 0)).toEqual([10]);
    expect((await guests[0]?.asks('WHO'))?.final).toMatch(/^OK WHO 10 /);
    await goHome(guests);
  });

  test('hold three hundred silent guests, who all hear the end', async () => {
    await using party = await startParty({ settings: { SESSION_PROCESSES: 4, ...SEVERAL } });
    const guests = await crowd(300, party.port);
    const { seats, processes } = await status(party);
    expect(seats).toMatchObject({ open: 300, greeted: 300, refused: 0, lost: 0, early: 0 });
    const loads = processes.filter((each) => each.connections > 0).map((each) => each.connections);
    expect(loads).toHaveLength(4);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThan(100);
    party.signal('SIGINT');
    for (const guest of guests) {
      await guest.hears('* BYE party-over');
      await guest.closed();
      expect(guest.transcript).toHaveLength(2);
    }
    expect((await party.running.ended).code).toBe(0);
    await goHome(guests);
  });
});
