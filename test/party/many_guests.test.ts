/** A full house: everybody is heard, nobody is lost, and who does not listen costs the others nothing. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { TestGuest } from './guest.ts';
import type { Heard } from './speaker.ts';
import { SEVERAL, SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

describe('two hundred guests at once', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS, settings: SEVERAL });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('are all greeted, named and queued, each with ids of their own', async () => {
    const COUNT = 200;
    await using first = await TestGuest.connect(party.port);
    const others = await Promise.all(Array.from({ length: COUNT - 1 }, () => TestGuest.connect(party.port)));
    const guests = [first, ...others];
    try {
      // Nobody waits for a greeting: all say hello before anybody is answered.
      guests.forEach((guest, at) => {
        guest.says(`HELLO Guest ${at}`);
      });
      const told = await Promise.all(
        guests.map(async (guest, at) => {
          const greeting = (await guest.answer()).final;
          const hello = await granted(guest, `HELLO Guest ${at}`, (await guest.answer()).final);
          const request = await granted(guest, 'REQUEST 1', (await guest.asks('REQUEST 1')).final);
          return { greeting, hello, request, mine: await guest.asks('MINE') };
        }),
      );
      for (const { greeting, mine } of told) {
        expect(greeting).toMatch(/^OK KARAOKE\/1 /);
        expect(mine.final).toBe('OK MINE 1');
      }
      const ids = (pattern: RegExp, lines: readonly string[]): Set<string> =>
        new Set(lines.flatMap((line) => pattern.exec(line)?.[1] ?? []));
      expect(
        ids(
          /^OK HELLO guest=(\d+) /,
          told.map(({ hello }) => hello),
        ).size,
      ).toBe(COUNT);
      expect(
        ids(
          /^OK HELLO guest=\d+ code=(\S+) /,
          told.map(({ hello }) => hello),
        ).size,
      ).toBe(COUNT);
      expect(
        ids(
          /^OK QUEUED (\d+) song=1 /,
          told.map(({ request }) => request),
        ).size,
      ).toBe(COUNT);

      const pages: Heard[] = [];
      for (let page = 1; page <= 10; page++) pages.push(await first.asks(`QUEUE page=${page}`));
      expect(pages.map(({ final }) => final)).toEqual(
        pages.map((_page, at) => `OK QUEUE 20 of ${COUNT} page=${at + 1}`),
      );
      const places = pages.flatMap(({ rows }) => rows).map((row) => / (\d+)\. /.exec(row)?.[1]);
      expect(places).toEqual(Array.from({ length: COUNT }, (_, at) => String(at + 1)));
    } finally {
      for (const guest of others) await guest[Symbol.asyncDispose]();
    }
  });

  test('one who is gone in the middle of a word disturbs nobody', async () => {
    await using ada = await party.named('Ada');
    for (let round = 0; round < 50; round++) {
      const rude = await TestGuest.connect(party.port);
      rude.sends('HELLO Rude\nREQUE');
      rude.socket.resetAndDestroy();
    }
    expect((await ada.asks('PING')).final).toBe('OK PONG');
    await using next = await party.guest();
    expect((await next.asks('PING')).final).toBe('OK PONG');
  });
});

test('who asks and never reads is held back: the others are answered, and the process stays small', async () => {
  await using party = await startParty({
    songs: Array.from({ length: 100 }, (_, at) => [
      `The Artist of the Long Name ${at}`,
      `Song ${'la '.repeat(20)}`,
      300,
    ]),
    settings: { SESSION_PROCESSES: 1 },
  });
  await using ada = await party.named('Ada');
  await using deaf = await party.guest();
  const before = largest(party);
  deaf.socket.pause();
  // 20,000 answers of 9 KB each: 180 MB, if nobody held the sender back.
  deaf.sends('SONGS size=100\n'.repeat(20_000));
  // A turn of the loop works 64 of those lines, and answers the others in between.
  for (let at = 0; at < 1000; at++) expect((await ada.asks('PING')).final).toBe('OK PONG');
  expect(largest(party) - before).toBeLessThan(80);
});

/** Says it again while the house is too busy to write it down, as the answer asks for; on a slow machine it may be. */
async function granted(guest: TestGuest, line: string, first: string): Promise<string> {
  let final = first;
  while (final.startsWith('ERR 450 BUSY retry=')) ({ final } = await guest.asks(line));
  return final;
}

/** The resident memory of the largest session process, in megabytes. */
function largest(party: Party): number {
  const sizes = party.pids('session').map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  });
  return Math.max(...sizes);
}
