/** One service with children that behave, and children that do not. */
import { describe, expect, test } from '@jest/globals';
import type { ChildSpec } from '../../../src/supervisor/children.ts';
import type { ChildFacts, Message } from '../../../src/ipc/messages.ts';
import { createService } from '../../../src/supervisor/service.ts';
import type { Service, ServiceDeps } from '../../../src/supervisor/service.ts';
import { factsOf, keptLog } from './fakes.ts';

type Program =
  | 'polite'
  | 'cannot_run'
  | 'cannot_run_again'
  | 'crashes_at_once'
  | 'never_ready'
  | 'says_nonsense'
  | 'says_null'
  | 'ignores_leave';
const LEAVE: Message = { kind: 'leave', reason: 'restarting' };

interface Watched extends AsyncDisposable {
  readonly service: Service;
  readonly facts: ChildFacts[];
  readonly heard: string[];
  readonly log: { readonly lines: string[] };
  /** Resolves at the next `ready`, the next fall. */
  nextUp(): Promise<void>;
  nextDown(): Promise<void>;
}

function watched(program: Program, spec: Partial<ChildSpec> = {}, time?: ServiceDeps['time']): Watched {
  const facts: ChildFacts[] = [];
  const heard: string[] = [];
  const log = keptLog();
  let up = Promise.withResolvers<null>();
  let down = Promise.withResolvers<null>();
  const main = new URL(`../../children/${program}.ts`, import.meta.url);
  const service = createService({
    spec: { name: 'player', main, readyMs: 20_000, graceMs: 20_000, ...spec },
    log,
    facts: (first) => {
      facts.push(factsOf(facts.length + 1, first));
      return factsOf(facts.length, first);
    },
    listenFd: null,
    heard: (message, _, child) => {
      heard.push(message.kind);
      // As the tree does with what no child should say.
      child.kill('SIGKILL');
    },
    up: () => {
      up.resolve(null);
      up = Promise.withResolvers<null>();
    },
    down: () => {
      down.resolve(null);
      down = Promise.withResolvers<null>();
    },
    ...(time && { time }),
  });
  return {
    service,
    facts,
    heard,
    log,
    nextUp: () => up.promise.then(() => undefined),
    nextDown: () => down.promise.then(() => undefined),
    [Symbol.asyncDispose]: async () => {
      const over = service.stop(LEAVE);
      service.kill();
      await over;
    },
  };
}

describe('a service', () => {
  test('is up when its child says so, and down when that was told to leave', async () => {
    await using one = watched('polite');
    expect(one.service.state()).toMatchObject({ state: 'starting', pid: null });
    await one.service.start();
    expect(one.service.state()).toMatchObject({ state: 'ready', epoch: 1, restarts: 0, lastEnd: null });
    expect(await one.service.stop(LEAVE)).toBe(true);
    expect(one.service.state()).toMatchObject({ state: 'stopped', pid: null, lastEnd: 'code 0' });
    expect(one.log.lines).toEqual([]);
  });

  test('that falls is lifted with a new epoch, and knows that it is not the first', async () => {
    await using one = watched('polite');
    await one.service.start();
    const { pid } = one.service.state();
    const [down, up] = [one.nextDown(), one.nextUp()];
    process.kill(pid ?? 0, 'SIGKILL');
    await down;
    expect(one.service.state()).toMatchObject({ state: 'waiting', restarts: 1, lastEnd: 'signal SIGKILL' });
    await up;
    expect(one.facts.map((facts) => [facts.epoch, facts.first])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(one.service.state()).toMatchObject({ state: 'ready', epoch: 2 });
    expect(one.service.state().pid).not.toBe(pid);
  });

  test('that falls more than ten times in a minute is degraded and lifted all the same, until it was well for a minute', async () => {
    let nowMs = 0;
    const waits: number[] = [];
    let lifted = Promise.withResolvers<null>();
    const time: ServiceDeps['time'] = {
      now: () => nowMs,
      after: (ms, lift) => {
        waits.push(ms);
        const soon = setImmediate(() => {
          lift();
          lifted.resolve(null);
        });
        return () => {
          clearImmediate(soon);
        };
      },
    };
    await using one = watched('polite', {}, time);
    await one.service.start();
    /** Falls, before it is ready if it can, and resolves to the state until it is lifted. */
    const fallen = async (): Promise<string> => {
      lifted = Promise.withResolvers();
      const down = one.nextDown();
      process.kill(one.service.state().pid ?? 0, 'SIGKILL');
      await down;
      const { state } = one.service.state();
      await lifted.promise;
      return state;
    };
    const states: string[] = [];
    for (let falls = 0; falls < 11; falls += 1) states.push(await fallen());
    expect(states).toEqual([...Array.from({ length: 10 }, () => 'waiting'), 'degraded']);
    expect(one.service.state().state).toBe('degraded');
    // A tenth of a second, doubled each time, ten seconds at the most, and up to a fifth longer.
    waits.forEach((ms, at) => {
      const least = Math.min(100 * 2 ** at, 10_000);
      expect([ms >= least, ms <= least * 1.2]).toEqual([true, true]);
    });
    await one.nextUp();
    expect(one.service.state().state).toBe('ready');
    expect(await fallen()).toBe('degraded');
    await one.nextUp();
    nowMs += 60_000;
    expect(await fallen()).toBe('waiting');
    expect(waits.at(-1)).toBe(0);
  });

  test('that is told what it does not accept falls over it: the bug is named and not lived with', async () => {
    await using one = watched('polite');
    await one.service.start();
    const [down, up] = [one.nextDown(), one.nextUp()];
    one.service.send({ kind: 'offer', seat: 1 });
    await down;
    expect(one.service.state().lastEnd).toBe('code 1');
    await up;
  });

  test('that says what nobody understands is stopped and lifted', async () => {
    await using one = watched('says_nonsense');
    const down = one.nextDown();
    await one.service.start();
    await down;
    expect(one.heard).toEqual(['sing']);
    expect(one.service.state()).toMatchObject({ lastEnd: 'signal SIGKILL', restarts: 1 });
  });

  test('that says null trips nobody up', async () => {
    await using one = watched('says_null');
    const down = one.nextDown();
    await one.service.start();
    await down;
    expect(one.heard).toEqual(['no message but null']);
  });

  test('that is never ready is not waited for without end', async () => {
    await using one = watched('never_ready', { readyMs: 50 });
    await expect(one.service.start()).rejects.toMatchObject({ name: 'CannotStart', code: 1 });
    expect(one.log.lines.filter((line) => line === 'was not ready in time')).toHaveLength(3);
    expect(one.service.state()).toMatchObject({ state: 'stopped', lastEnd: 'signal SIGKILL' });
  });

  test('that falls three times before it ever stood cannot start', async () => {
    await using one = watched('crashes_at_once');
    await expect(one.service.start()).rejects.toMatchObject({
      name: 'CannotStart',
      code: 1,
      message: 'the player could not start (code 3)',
    });
    expect(one.facts).toHaveLength(3);
  });

  test('that says that it cannot run here is believed the first time', async () => {
    await using one = watched('cannot_run');
    await expect(one.service.start()).rejects.toMatchObject({ name: 'CannotStart', code: 78 });
    expect(one.facts).toHaveLength(1);
  });

  test('that says so when it is lifted again is given up, which is another state than being tried', async () => {
    await using one = watched('cannot_run_again');
    await one.service.start();
    const fell = one.nextDown();
    process.kill(one.service.state().pid ?? 0, 'SIGKILL');
    await fell;
    expect(one.service.state()).toMatchObject({ state: 'waiting' });
    await one.nextDown();
    expect(one.service.state()).toMatchObject({ state: 'gave-up', pid: null, restarts: 1, lastEnd: 'code 78' });
    expect(one.log.lines.at(-1)).toBe('cannot run here and is not tried again; the rest of the party goes on');
  });

  test('that will not leave is killed after its grace, which is no clean end', async () => {
    await using one = watched('ignores_leave', { graceMs: 50 });
    await one.service.start();
    expect(await one.service.stop(LEAVE)).toBe(false);
    expect(one.service.state()).toMatchObject({ state: 'stopped', lastEnd: 'signal SIGKILL' });
  });

  test('that was stopped while it waited to be lifted stays down', async () => {
    await using one = watched('polite');
    await one.service.start();
    const down = one.nextDown();
    process.kill(one.service.state().pid ?? 0, 'SIGKILL');
    await down;
    expect(await one.service.stop(LEAVE)).toBe(false);
    expect(one.service.state()).toMatchObject({ state: 'stopped', pid: null });
    expect(one.facts).toHaveLength(1);
  });
});
