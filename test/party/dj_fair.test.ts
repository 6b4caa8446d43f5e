/** karaokectl on a real party: moving, taking back, duets, the closing time, and what a watcher hears of the line. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aNumber, entryOf, refused, said } from './dj_says.ts';
import type { TestGuest } from './guest.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

/** Ada's song goes on for minutes; Bo, Cy and Di wait. */
async function fourGuests(party: Party) {
  const guests: TestGuest[] = [];
  const ids: number[] = [];
  for (const [at, name] of ['Ada', 'Bo', 'Cy', 'Di'].entries()) {
    const guest = await party.named(name);
    guests.push(guest);
    const [artist, title] = SONGS[at] ?? SONGS[0];
    ids.push(entryOf(await guest.asks(`REQUEST ${artist} - ${title}`)));
    // A random song was on when the first one came.
    if (at === 0) {
      await party.order('skip');
      await guest.hears('* TURN');
    }
  }
  const [ada, bo, cy, di] = guests;
  if (!ada || !bo || !cy || !di) throw new Error('somebody is missing');
  return {
    ada,
    bo,
    cy,
    di,
    ids,
    [Symbol.asyncDispose]: async () => {
      for (const guest of guests) await guest[Symbol.asyncDispose]();
    },
  };
}

const lineOf = async (party: Party) =>
  ((await party.djJson('queue')) as { rows: { singer: string }[] }).rows.map(({ singer }) => singer);

describe('the line in the hands of the DJ', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('moves, unpins, takes back; a double press on skip is mended with one undo, and guests hear whom it is about', async () => {
    await using all = await fourGuests(party);
    const { bo, cy, di, ids } = all;
    const [adas, bos, cys, dis] = ids.map(String) as [string, string, string, string];
    await bo.hears(`* NEXT ${bos}`);

    expect(await party.dj('move', dis, '1')).toMatchObject(
      said(new RegExp(`^Pinned: entry ${dis}, a-ha - Take On Me \\(Di\\), place 1, wait \\d+-\\d+ min\\n$`)),
    );
    await di.hears(`* NEXT ${dis}`);
    await bo.hears(`* LATER ${bos}`);
    expect(await lineOf(party)).toEqual(['Di', 'Bo', 'Cy']);
    expect((await party.dj('queue')).stdout).toMatch(/^ *\d+ +1 +Di +a-ha - Take On Me +\d+-\d+ min +pinned +The DJ /m);
    expect(await party.dj('move', dis, '1')).toMatchObject(said(/^Pinned already: /));
    expect(await party.dj('move', cys, '9')).toMatchObject(
      said(/place 3, .*\nNot in place 9: The line has 3 places so far\.\n$/),
    );
    expect(await party.djJson('undo')).toMatchObject({
      undone: 'move',
      queue_id: Number(cys),
      singer: 'Cy',
      wish_id: null,
    });
    expect(await party.dj('unpin', cys)).toMatchObject(said(/^Not pinned: /));
    expect(await party.dj('undo')).toMatchObject(
      said(
        new RegExp(
          `^Taken back: move ${dis}, a-ha - Take On Me \\(Di\\), by \\S+ at \\d+:\\d\\d\\. The places are as before\\.\\n$`,
        ),
      ),
    );
    await di.hears(`* LATER ${dis}`);

    const first = await party.djJson('skip');
    const second = await party.djJson('skip');
    expect([first, second]).toMatchObject([
      { before: { singer: 'Ada' } },
      { before: { singer: 'Bo' }, now: { singer: 'Cy' } },
    ]);
    expect(await party.dj('undo')).toMatchObject(
      said(
        new RegExp(
          `^Taken back: skip ${bos}, Toto - Africa \\(Bo\\), by \\S+ at \\d+:\\d\\d\\. It is the next song\\.\\n$`,
        ),
      ),
    );
    expect(await lineOf(party)).toEqual(['Bo', 'Di']);
    await bo.hears(`* NEXT ${bos}`);
    expect(await party.dj('move', cys, '1')).toMatchObject(
      refused(6, `Entry ${cys} no longer waits, it is singing. To end it: karaokectl skip`),
    );
    expect(await party.dj('move', adas, '1')).toMatchObject(refused(6, /it is skipped\. To take the last skip back: /));
    expect(await party.dj('move', '999', '1')).toMatchObject(refused(1, /^There is no entry 999\. /));
    await party.order('skip');
    await bo.hears(`* TURN ${bos}`);

    await party.order('remove', dis);
    expect(await lineOf(party)).toEqual([]);
    expect(await party.dj('undo')).toMatchObject(said(/^Taken back: remove \d+, .* It waits again, where it was\.\n$/));
    expect((await di.asks('MINE')).rows).toHaveLength(1);
    await cy.asks('PING');
  });

  test('adds a duet, shows both, and takes it back', async () => {
    const added = await party.djJson('add', '--for', 'Uncle Joe', '--with', 'Aunt May', 'Щурците - Клетва');
    expect(added).toMatchObject({ singer: 'Uncle Joe', with: 'Aunt May', too_late_for: null });
    expect((await party.dj('queue')).stdout).toContain('Uncle Joe & Aunt May');
    expect(await party.dj('add', '--for', 'Uncle Joe', '--with', 'uncle joe', '1')).toMatchObject({ code: 2 });
    expect(await party.djJson('undo')).toMatchObject({
      undone: 'add',
      queue_id: added['queue_id'],
      state: 'cancelled',
    });
    expect((await party.dj('queue')).stdout).not.toContain('Uncle Joe');
  });
});

describe('the closing time', () => {
  const hour = (atMs: number): string => {
    const at = new Date(atMs);
    return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
  };

  test('is set by the clock on the wall, moved and withdrawn; guests hear it, and a song that cannot fit is the DJ’s to add', async () => {
    await using party = await startParty({ songs: SONGS });
    await using ada = await party.named('Ada');
    expect(await party.dj('party', 'closing', 'off')).toMatchObject(
      said(/had no closing time, and still ends when you end it\.\n$/),
    );
    const late = hour(Date.now() + 3 * 3_600_000);
    const { party: on } = (await party.djJson('party', 'closing', late)) as { party: { closing_at_ms: number } };
    expect(hour(on.closing_at_ms)).toBe(late);
    expect(on.closing_at_ms - Date.now()).toBeGreaterThan(2.9 * 3_600_000);
    expect(on.closing_at_ms - Date.now()).toBeLessThanOrEqual(3 * 3_600_000);
    expect(await ada.hears('* LASTCALL')).toMatch(/^\* LASTCALL 1(79|80) /);
    expect(await party.dj('party', 'closing', late)).toMatchObject(
      said(/^"Karaoke night" ends at .* already, in (3 h 0|2 h 59) min\.\n$/),
    );
    expect((await party.dj('status')).stdout).toMatch(/^Karaoke night \(since .*\), ends at /m);

    expect((await party.djJson('party', 'end', '--in', '2m'))['outcome']).toBe('closing');
    expect((await ada.asks('REQUEST Queen - Bohemian Rhapsody')).final).toMatch(/^ERR 555 TOO_LATE /);
    expect(await party.dj('add', '--for', 'Ada', 'Queen - Bohemian Rhapsody')).toMatchObject(
      said(
        /^Entry \d+: .*\nIt will not be over when the party ends at .* To end it later: karaokectl party closing\n$/,
      ),
    );
    expect((await party.dj('queue')).stdout).toMatch(
      / too late .*\nToo late: not over when the party ends at .* To end it later: karaokectl party closing\n$/,
    );
    expect((await ada.asks('MINE')).rows).toEqual([
      expect.stringMatching(/ Queen - Bohemian Rhapsody \(Ada\) \S+ min, too late for the end at \d\d:\d\d$/),
    ]);
    expect(await party.dj('party', 'closing', 'off')).toMatchObject(
      said(/no longer has a closing time: it ends when you end it\.\n$/),
    );
    expect((await ada.asks('MINE')).rows[0]).toMatch(/\(Ada\) \S+ min$/);
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED /);
    expect(await party.dj('party', 'closing', '25:00')).toMatchObject({ code: 2 });
    await party.order('party', 'end');
    expect(await party.dj('party', 'closing', late)).toMatchObject(refused(6, /^No party is on\./));
  });
});

describe('who watches', () => {
  test('hears who is next, who is not any more and why, what other DJs do, and that somebody came', async () => {
    await using party = await startParty({ songs: SONGS, settings: { QUEUE_GRACE_SECONDS: 1 } });
    await using all = await fourGuests(party);
    const { bo, cy, di, ids } = all;
    const [, bos, cys, dis] = ids as [number, number, number, number];
    const watch = party.startDj('--json', 'watch');
    /** How many lines were looked through for each event: Bo is next more than once, and it is the next time that counts. */
    const looked = new Map<string, number>();
    const hears = (event: string, ...having: readonly string[]) => {
      const wanted = new RegExp(`"event":"${event}"${having.map((words) => `(?=.*${words})`).join('')}`);
      return watch.logged(() => {
        const whole = watch.stdout().split('\n').slice(0, -1);
        const at = whole.findIndex((line, n) => n >= (looked.get(event) ?? 0) && wanted.test(line));
        if (at === -1) return undefined;
        looked.set(event, at + 1);
        return JSON.parse(whole[at] ?? '') as Record<string, unknown>;
      });
    };
    expect(await hears('next')).toEqual({
      version: 1,
      event: 'next',
      queue_id: bos,
      singer: 'Bo',
      with: null,
      artist: 'Toto',
      title: 'Africa',
    });

    await bo.asks('AWAY');
    expect(await hears('gone', `"queue_id":${bos},`)).toMatchObject({ singer: 'Bo', title: 'Africa', why: 'away' });
    expect(await hears('next', `"queue_id":${cys},`)).toMatchObject({ singer: 'Cy' });
    await hears('guests');
    await bo.asks('BACK');

    await cy.asks(`CANCEL ${cys}`);
    expect(await hears('gone', `"queue_id":${cys},`)).toMatchObject({ why: 'cancelled' });
    await hears('next', `"queue_id":${bos},`);

    await party.order('move', String(dis), '1');
    expect(await hears('gone', '"why":"displaced"')).toMatchObject({ queue_id: bos });
    expect(await hears('order', '"verb":"move"')).toMatchObject({
      text: `${dis} a-ha - Take On Me (Di): place 1`,
      who: expect.any(String),
    });
    await hears('next', `"queue_id":${dis},`);

    // Announced for its pin alone.
    await party.order('undo');
    await hears('next', `"queue_id":${bos},`);

    // Nobody commits anything when the grace is over.
    bo.socket.destroy();
    expect(await hears('gone', '"why":"left"')).toMatchObject({ queue_id: bos });
    await hears('next', `"queue_id":${dis},`);
    await di.hears(`* NEXT ${dis}`);

    await party.order('say', 'Last round');
    expect(await hears('said')).toMatchObject({ text: 'Last round' });
    await party.order('party', 'end', '--in', '30m');
    expect(await hears('last-call')).toMatchObject({ closing_at_ms: aNumber });
    watch.child.kill('SIGINT');
    await watch.ended;
  });
});
