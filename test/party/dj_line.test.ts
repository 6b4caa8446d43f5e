/** karaokectl on a real party: the line and the guests, for people with and without a phone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aNumber, refused, said } from './dj_says.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

describe('the line', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({
      songs: [...SONGS, ['Europe', 'The Final Countdown', 300], ['Abba', 'Waterloo', 170]],
    });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('an empty line says so', async () => {
    const [queue, json] = await Promise.all([party.dj('queue'), party.djJson('queue')]);
    expect(queue).toMatchObject(said('Nobody waits.'));
    expect(json).toEqual({ version: 1, rows: [], total: 0, more: false, page: 1 });
  });

  test('add queues for a guest without a phone, by number, by artist - title, or by words that are sure', async () => {
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    expect(await party.dj('add', '--for', 'Uncle Joe', '2')).toMatchObject(
      said(/^Entry 1: Toto - Africa for Uncle Joe, place 1, wait \d+-\d+ min\n$/),
    );
    await watcher.hears(/^\* QUEUE 1$/);
    const named = await party.djJson('add', '--for', 'Aunt Mary', 'queen', '-', 'bohemian', 'rhapsody');
    expect(named).toMatchObject({
      version: 1,
      queue_id: 2,
      singer: 'Aunt Mary',
      song: { artist: 'Queen', title: 'Bohemian Rhapsody', duration_s: 354 },
      position: 2,
      also_asked_by: [],
    });
    expect(await party.dj('add', 'europe the final countdown', '--for', 'Uncle Joe')).toMatchObject(
      said(/^Entry 3: Europe - The Final Countdown for Uncle Joe, place 3, /),
    );
    const queue = await party.dj('queue');
    expect(queue.stdout).toMatch(/^id +# +singer +song +wait +why$/m);
    expect(queue.stdout).toMatch(/^ *1 +1 +Uncle Joe +Toto - Africa +\d+-\d+ min +\S.+\.$/m);
    expect(queue.stdout).toMatch(/^ *2 +2 +Aunt Mary +Queen - Bohemian Rhapsody +\d+-\d+ min +\S.+\.$/m);
    const { rows } = (await party.djJson('queue')) as { rows: Record<string, unknown>[] };
    expect(rows[1]).toEqual({
      queue_id: 2,
      position: 2,
      singer: 'Aunt Mary',
      guest_id: aNumber,
      wait_from_min: aNumber,
      wait_to_min: aNumber,
      too_late_for: null,
      song_id: 1,
      artist: 'Queen',
      title: 'Bohemian Rhapsody',
      reason: expect.any(String),
      with: null,
      presence: 'present',
      connection: 'none',
      // The sentences of reasons have tests of their own.
      why: expect.objectContaining({ rule: 'longest-wait' }),
    });
    // Guests see whom the DJ added, and nobody can come and be Uncle Joe without the DJ.
    expect((await watcher.asks('QUEUE')).rows[0]).toMatch(/^\| 1 1\. Toto - Africa \(Uncle Joe\) \d+-\d+ min$/);
    expect((await watcher.asks('HELLO Uncle Joe')).final).toMatch(/^ERR 531 NAME_TAKEN /);
  });

  test('add for a guest who is here reaches their phone, above the limit of guests, and says who asked too', async () => {
    await using ada = await party.named('Ada');
    for (const song of ['a-ha - Take On Me', 'AC/DC - Highway to Hell', 'Abba - Waterloo'])
      expect((await ada.asks(`REQUEST ${song}`)).final).toMatch(/^OK QUEUED /);
    expect((await ada.asks('REQUEST Щурците - Клетва')).final).toMatch(/^ERR 552 LIMIT /);
    const { stdout, code } = await party.dj('add', '--for', 'ada', '2');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Entry \d+: Toto - Africa for Ada, place \d+, wait \d+-\d+ min\nUncle Joe waits for the same song\.\n$/,
    );
    expect((await ada.asks('MINE')).final).toBe('OK MINE 4');
    expect(await party.dj('add', '--for', 'Ada', '2')).toMatchObject(
      refused(6, /^Toto - Africa waits for that guest already, as entry \d+\.\n$/),
    );
  });

  test('add that is not sure shows the songs, and what is not here leaves no guest behind', async () => {
    const [unsure, json, missing, none, noNumber, badName, noName, noSong] = await Promise.all([
      party.dj('add', '--for', 'Zoe', 'abba'),
      party.dj('--json', 'add', '--for', 'Zoe', 'abba'),
      party.dj('add', '--for', 'Zoe', 'Nobody', '-', 'Unknown'),
      party.dj('add', '--for', 'Zoe', 'qwertyuiop'),
      party.dj('add', '--for', 'Zoe', '999'),
      party.dj('add', '--for', 'x'.repeat(33), '1'),
      party.dj('add', '1'),
      party.dj('add', '--for', 'Zoe'),
    ]);
    expect(unsure).toMatchObject(refused(1, /^"abba" may be one of these\. Say its number instead\nid +artist +title/));
    expect(unsure.stderr).toMatch(/ABBA +Dancing Queen/);
    expect(unsure.stderr).toMatch(/Abba +Waterloo/);
    const { error } = JSON.parse(json.stdout) as { error: { code: string; exit: number; candidates: unknown[] } };
    expect([json.code, error.code, error.exit, error.candidates.length]).toEqual([1, 'failed', 1, 2]);
    expect(missing).toMatchObject(
      refused(1, 'Nothing here is like "Nobody - Unknown". Look with: karaokectl songs <words>'),
    );
    expect(none).toMatchObject(refused(1, /^Nothing here is like "qwertyuiop"\./));
    expect(noNumber).toMatchObject(refused(1, 'There is no song 999. Look with: karaokectl songs <words>'));
    expect(badName).toMatchObject(refused(2, /cannot be a guest's name: .+ Say another after --for\n$/));
    expect(noName).toMatchObject(refused(2, /--for/));
    expect(noSong).toMatchObject(refused(2, /song/));
    const { rows } = (await party.djJson('queue')) as { rows: { singer: string }[] };
    expect(rows.map(({ singer }) => singer)).not.toContain('Zoe');
    await using zoe = await party.guest();
    expect(await zoe.joins('Zoe')).not.toBe('');
  });

  test('remove takes an entry out once; one that is being sung, it does not', async () => {
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    expect(await party.dj('remove', '2')).toMatchObject(
      said('Entry 2 is out of the line: Queen - Bohemian Rhapsody (Aunt Mary)'),
    );
    await watcher.hears('* QUEUE');
    expect((await watcher.asks('QUEUE')).rows.join('\n')).not.toContain('Aunt Mary');
    const [again, never, word] = await Promise.all([
      party.dj('remove', '2'),
      party.dj('remove', '4711'),
      party.dj('remove', 'two'),
    ]);
    expect(again).toMatchObject(refused(6, 'Entry 2 no longer waits, it is cancelled.'));
    expect(never).toMatchObject(
      refused(1, 'There is no entry 4711. Its number is the first column of: karaokectl queue'),
    );
    expect(word).toMatchObject(refused(2, /a whole number from 1/));
    await party.order('skip');
    expect(await party.dj('remove', '1')).toMatchObject(
      refused(6, 'Entry 1 no longer waits, it is singing. To end it: karaokectl skip'),
    );
  });
});

describe('the guests', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('guests counts every client and lists everybody with a name, with what they wait for', async () => {
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using phone = await party.named('Ada', code);
    await using stranger = await party.guest();
    await ada.asks('REQUEST Toto - Africa');
    await phone.asks('WISH Nobody - Unknown');
    await party.order('add', '--for', 'Uncle Joe', '1');
    // A connection is counted within a moment of its greeting; its next answer does not wait for that.
    await party.connected(3);
    const { stdout } = await party.dj('guests');
    expect(stdout).toMatch(
      /^3 connected clients, 1 named guest among them\.\nid +name +where +clients +sung +waiting +wishes/,
    );
    expect(stdout).toMatch(/^ *\d+ +Ada +here, new +2 +0 +1 +1 +\d\d:\d\d$/m);
    expect(stdout).toMatch(/^ *\d+ +Uncle Joe +here, no phone, new +0 +0 +1 +0 +\d\d:\d\d$/m);
    const { rows } = (await party.djJson('guests')) as { rows: Record<string, unknown>[] };
    expect(rows.find(({ name }) => name === 'Ada')).toEqual({
      guest_id: aNumber,
      name: 'Ada',
      connections: 2,
      sung_tonight: 0,
      waiting: 1,
      open_wishes: 1,
      first_seen_at_ms: aNumber,
      last_seen_at_ms: aNumber,
      presence: 'here',
      phone: true,
      is_new: true,
      banned: false,
    });
    expect((await stranger.asks('PING')).final).toBe('OK PONG');
  });

  test('kick ends every connection of one guest, by name or number, with a reason, and nobody else’s', async () => {
    await using bo = await party.guest();
    const code = await bo.joins('Bo');
    await using phone = await party.named('Bo', code);
    await using bob = await party.named('Bobby');
    expect(await party.dj('kick', 'bo')).toMatchObject(said('Bo is told and leaves: 2 connections.'));
    for (const each of [bo, phone]) {
      expect(await each.hears('* BYE')).toMatch(/^\* BYE kicked( |$)/);
      await each.closed();
      expect(each.count(/^\* BYE/)).toBe(1);
    }
    const { rows } = (await party.djJson('guests')) as { rows: { guest_id: number; name: string }[] };
    const id = rows.find(({ name }) => name === 'Bobby')?.guest_id ?? 0;
    expect(await party.djJson('kick', String(id), 'mind', 'the', 'cables')).toMatchObject({
      guest: 'Bobby',
      connections: 1,
    });
    expect(await bob.hears('* BYE')).toBe('* BYE kicked mind the cables');
    await bob.closed();
  });

  test('kick needs to know whom', async () => {
    await using anna = await party.named('Anna');
    await using anne = await party.named('Anne');
    const [several, nobody, absent, missing] = await Promise.all([
      party.dj('kick', 'ann'),
      party.dj('kick', 'Nobody'),
      party.dj('kick', 'Uncle Joe'),
      party.dj('kick'),
    ]);
    expect(several).toMatchObject(refused(1, /^"ann" may be \d+ Anna, \d+ Anne\. Say the number instead\n$/));
    expect(nobody).toMatchObject(refused(1, 'There is no guest "Nobody". Look with: karaokectl guests'));
    expect(absent).toMatchObject(said('Uncle Joe was not connected.'));
    expect(missing).toMatchObject(refused(2, /guest/));
    await party.toldAll(anna, anne);
    for (const each of [anna, anne]) expect(each.count(/^\* BYE/)).toBe(0);
  });

  test('say reaches who watches, as text or JSON, and leaves the others in peace', async () => {
    // Who was here before is still counted for a moment.
    await party.connected(0);
    await using ada = await party.named('Cy');
    await using all = await party.guest();
    await all.asks('WATCH all');
    await using program = await party.named('Dee');
    await program.asks('MODE json');
    await using silent = await party.named('Eve');
    await silent.asks('WATCH none');
    await party.connected(4);
    expect(await party.dj('say', 'Soup', 'is', 'ready!')).toMatchObject(said('Said to 4 connected clients.'));
    for (const each of [ada, all]) expect(await each.hears('* SAY')).toBe('* SAY Soup is ready!');
    expect(JSON.parse(await program.hears(/"topic":"SAY"/))).toEqual({
      t: 'event',
      topic: 'SAY',
      text: 'Soup is ready!',
    });
    expect(await party.djJson('say', 'Again')).toEqual({ version: 1, connections: 4 });
    await ada.hears('* SAY Again');
    await silent.asks('PING');
    expect(silent.count(/^\* /)).toBe(0);
    expect(await party.dj('say')).toMatchObject(refused(2, /text/));
  });
});
