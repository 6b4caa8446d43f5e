import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/web/pages/guest/evening/action.ts';
import { createEvening } from '../../../../src/web/pages/guest/evening/evening.ts';
import type { Identity } from '../../../../src/web/pages/guest/identity.ts';
import { keepIdentity } from '../../../../src/web/pages/guest/keep_identity.ts';
import type { Answer } from '../../../../src/web/pages/talk/said.ts';
import { answer, err, heard, hello } from './evenings.ts';

const ADA = { name: 'Ada', code: '7KQ4M2' };

const welcome = (fields: object = {}): Answer => {
  const said = hello(fields);
  if (said.is !== 'greeted') throw new Error(`hello() is ${said.is}, and no greeting`);
  return said.answer;
};

/** A page on a phone that remembers somebody; the house answers, and time passes, when the test says so. */
function keeping(first: Identity | null, cookies: 'kept' | 'blocked' = 'kept') {
  const told: (Identity | null)[] = [];
  let forgets = 0;
  const hellos: { readonly line: string; readonly answered: (answer: Answer) => void }[] = [];
  const waits: { readonly ms: number; readonly run: () => void }[] = [];
  const evening = createEvening();
  let seen = (): void => undefined;
  let remembered = first;
  let network: 'up' | 'down' = 'up';
  keepIdentity({
    talk: {
      hello: (name, code) =>
        new Promise((answered) => {
          hellos.push({ line: `HELLO ${name} ${String(code)}`, answered });
        }),
      forget: () => {
        forgets += 1;
      },
    },
    evening,
    phone: {
      remembered: () => remembered,
      remember: (identity) => {
        told.push(identity);
        if (network === 'down') return Promise.reject(new Error('POST /me was aborted'));
        if (cookies === 'kept') remembered = identity;
        return Promise.resolve();
      },
      onSeen(run) {
        seen = run;
      },
      later: (ms, run) => waits.push({ ms, run }),
    },
    report(error) {
      if (network === 'up') throw error;
    },
  });
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    evening,
    told,
    forgets: () => forgets,
    otherTabSays: (who: Identity): void => {
      remembered = who;
    },
    networkIs: (so: typeof network): void => {
      network = so;
    },
    lines: () => hellos.map(({ line }) => line),
    waits: () => waits.map(({ ms }) => ms),
    looksAtIt: async () => {
      seen();
      await settled();
    },
    happens: async (action: Action) => {
      evening.happened(action);
      await settled();
    },
    answers: async (with_: Answer) => {
      hellos.at(-1)?.answered(with_);
      await settled();
    },
    passes: async () => {
      for (const { run } of waits.splice(0)) run();
      await settled();
    },
  };
}

test('a guest whom a busy house could not welcome says HELLO again, when the house said to', async () => {
  const { lines, answers, waits, passes, looksAtIt, evening } = keeping(ADA);
  await answers(answer(err(429, 'SLOW_DOWN', { retry: 60 })));
  await looksAtIt();
  expect(lines()).toEqual(['HELLO Ada 7KQ4M2']);
  expect(waits()).toEqual([60_000]);
  await passes();
  await answers(answer(err(450, 'BUSY')));
  expect(waits()).toEqual([3_000]);
  await passes();
  await answers(welcome({ code: null }));
  expect(lines()).toEqual(Array.from({ length: 3 }, () => 'HELLO Ada 7KQ4M2'));
  expect(evening.state.me).toMatchObject(ADA);
  expect(waits()).toEqual([]);
});

test('a guest who said another name while the house was busy is who they said', async () => {
  const { lines, answers, passes, evening } = keeping(ADA);
  await answers(answer(err(450, 'BUSY', { retry: 1 })));
  evening.happened(hello({ name: 'Bo', guest_id: 13, code: '9X9X9X' }));
  await passes();
  expect(lines()).toEqual(['HELLO Ada 7KQ4M2']);
});

test.each([
  ['code does not hold any more', err(531, 'NAME_TAKEN', { name: 'Ada', like: null })],
  ['name is nobody’s any more', err(550, 'NOT_FOUND', { name: 'Ada' })],
])('whose %s is not tried again, and the phone forgets it', async (_what, refusal) => {
  const { lines, told, forgets, answers, waits, looksAtIt, happens } = keeping(ADA);
  await answers(answer(refusal));
  await looksAtIt();
  expect(lines()).toHaveLength(1);
  expect(told).toEqual([null]);
  expect(forgets()).toBe(1);
  expect(waits()).toEqual([]);
  await happens(hello());
  expect(told).toEqual([null, ADA]);
});

test('whom the DJ has forgotten the phone forgets too, as soon as it can be told', async () => {
  const { lines, told, forgets, answers, happens, looksAtIt, networkIs, passes } = keeping(ADA);
  await answers(welcome({ code: null }));
  networkIs('down');
  await happens(heard({ link: 'over', bye: { reason: 'kicked', text: '', order: 'forget' } }));
  await happens(heard({ link: 'connecting' }));
  await looksAtIt();
  networkIs('up');
  await passes();
  expect(forgets()).toBe(1);
  expect(told).toEqual([null, null, null]);
  await looksAtIt();
  expect(lines()).toEqual(['HELLO Ada 7KQ4M2']);
});

test('a phone that another tab has told of somebody else keeps them when the DJ forgets this tab’s guest', async () => {
  const { told, answers, happens, otherTabSays, lines, looksAtIt } = keeping(ADA);
  await answers(welcome({ code: null }));
  otherTabSays({ name: 'Bo', code: '9X9X9X' });
  await happens(heard({ link: 'over', bye: { reason: 'kicked', text: '', order: 'forget' } }));
  expect(told).toEqual([]);
  await looksAtIt();
  expect(lines().at(-1)).toBe('HELLO Bo 9X9X9X');
});

test('a guest whose browser keeps no cookies is told to note the code', async () => {
  const { told, happens, passes, looksAtIt, evening } = keeping(null, 'blocked');
  await happens(hello());
  await passes();
  await looksAtIt();
  expect(told).toEqual([ADA]);
  expect(evening.state.notices).toMatchObject([{ about: 'code', code: '7KQ4M2' }]);
});

describe('a phone that could not be told who speaks', () => {
  const BO = { name: 'Bo', code: '9X9X9X' };

  test('is told again when somebody looks, when the link is open, and after a while', async () => {
    const { told, happens, looksAtIt, passes, networkIs, waits, evening } = keeping(null);
    networkIs('down');
    await happens(hello());
    await looksAtIt();
    await happens(heard({ link: 'open' }));
    expect(told).toEqual([ADA, ADA, ADA]);
    expect(waits()).toEqual([30_000]);
    networkIs('up');
    await passes();
    await looksAtIt();
    expect(told).toEqual([ADA, ADA, ADA, ADA]);
    await passes();
    expect(evening.state.notices).toEqual([]);
    expect(waits()).toEqual([]);
  });

  test('does not bring back who it remembers', async () => {
    const { lines, told, answers, happens, looksAtIt, networkIs, evening } = keeping(ADA);
    await answers(welcome({ code: null }));
    networkIs('down');
    await happens(hello({ ...BO, guest_id: 13 }));
    await looksAtIt();
    expect(lines()).toEqual(['HELLO Ada 7KQ4M2']);
    expect(evening.state.me).toMatchObject(BO);
    networkIs('up');
    await looksAtIt();
    expect(told.at(-1)).toEqual(BO);
  });
});

test('a phone that remembers who speaks is told nothing, however the code was typed', async () => {
  const { told, happens } = keeping({ name: 'Ada', code: '7KQ410' });
  const small = hello({ code: null });
  await happens({ ...small, code: '7kq4lo' } as Action);
  expect(told).toEqual([]);
});

test('a tab in the background leaves to the phone whom another tab has told it', async () => {
  const { told, lines, happens, answers, looksAtIt, otherTabSays } = keeping(ADA);
  await answers(welcome({ code: null }));
  otherTabSays({ name: 'Bo', code: '9X9X9X' });
  await happens(heard({ link: 'lost' }));
  expect(told).toEqual([]);
  await looksAtIt();
  expect(lines().at(-1)).toBe('HELLO Bo 9X9X9X');
});
