/** People: names that would pass for others, lost codes, tries that are limited, and being forgotten. */
import { describe, expect, test } from '@jest/globals';
import { entryOf, refused, said } from './dj_says.ts';
import { SONGS, startParty, temporaryVar } from './party.ts';

/** Seconds of a song that is soon over, and that nobody misses who waits for the CPU. */
const SHORT_S = 5;

describe('a name', () => {
  test('that looks like somebody else’s is refused with the reason and one that is free; honest ones in any script are not', async () => {
    await using party = await startParty({ songs: SONGS });
    await using capa = await party.named('Capa');
    await using guest = await party.guest();
    const { final } = await guest.asks('HELLO Сара');
    expect(final).toMatch(
      /^ERR 531 NAME_TAKEN Сара looks like Capa, who is somebody else here\. If that is you, say HELLO Capa <code>; if not, another name, for example HELLO Сара \S+$/,
    );
    expect((await guest.asks('HELLO Аda')).final).toBe(
      'ERR 501 BAD_ARGUMENT name: Аda mixes Latin and Cyrillic letters, as if to pass for somebody else. Type it in one alphabet.',
    );
    expect((await guest.asks('PING')).final).toBe('OK PONG');
    expect((await guest.asks(`HELLO ${final.slice(final.lastIndexOf('Сара'))}`)).final).toMatch(/^OK HELLO /);
    for (const honest of ['Асен', '花子']) {
      await using each = await party.guest();
      expect((await each.asks(`HELLO ${honest}`)).final).toMatch(new RegExp(`^OK HELLO .* Welcome, ${honest}!`));
    }
    expect(await party.dj('add', '--for', 'Сара', '2')).toMatchObject(
      refused(
        2,
        /^"Сара" cannot be a guest's name: It looks like Capa, who is another guest\. Say another after --for\n$/,
      ),
    );
    expect((await capa.asks('PING')).final).toBe('OK PONG');
  });
});

describe('a code', () => {
  test('that is lost is renewed by the DJ: the new one opens every door at once, the old one none', async () => {
    await using party = await startParty({ songs: SONGS });
    await using ada = await party.guest();
    const old = await ada.joins('Ada');
    await ada.asks('REQUEST Toto - Africa');
    await using phone = await party.guest();
    for (let wrong = 0; wrong < 5; wrong += 1) await phone.asks('HELLO Ada 222222');
    expect((await phone.asks(`HELLO Ada ${old}`)).final).toMatch(/^ERR 429 SLOW_DOWN retry=60 /);
    const { stdout, code: exit } = await party.dj('code', 'ada');
    expect(exit).toBe(0);
    const [, code = ''] = /^The code of Ada is now ([0-9A-Z]{6});.*\nOn the phone: HELLO Ada \1\n$/.exec(stdout) ?? [];
    expect((await phone.asks(`HELLO Ada ${old}`)).final).toMatch(/^ERR 531 NAME_TAKEN /);
    expect((await phone.asks(`HELLO Ada ${code}`)).final).toMatch(/^OK HELLO guest=1 Welcome back, Ada!/);
    expect((await phone.asks('MINE')).rows).toHaveLength(1);
    expect(await party.dj('code', 'Nobody')).toMatchObject(refused(1, /^There is no guest "Nobody"\. /));

    // Who was added by the DJ gets a first one.
    await party.order('add', '--for', 'Uncle Joe', '1');
    const joe = await party.order('code', 'Uncle Joe');
    expect((await phone.asks(`HELLO Uncle Joe ${String(joe['code'])}`)).final).toMatch(/Welcome back, Uncle Joe!/);
  });

  test('cannot be guessed by starting karaoked anew: the tries of the minute are kept', async () => {
    using home = temporaryVar();
    let code: string;
    {
      await using first = await startParty({ varDir: home.path });
      await using ada = await first.guest();
      code = await ada.joins('Ada');
      await using thief = await first.guest();
      for (let wrong = 0; wrong < 5; wrong += 1) await thief.asks('HELLO Ada 222222');
      await first.stop('SIGTERM');
    }
    await using second = await startParty({ varDir: home.path });
    await using thief = await second.guest();
    expect((await thief.asks(`HELLO Ada ${code}`)).final).toMatch(/^ERR 429 SLOW_DOWN retry=60 /);
  });
});

describe('a guest who is forgotten', () => {
  test('leaves at once with all that waits; what was sung is somebody’s, the name is free and the number is not', async () => {
    await using party = await startParty({
      songs: [['Short', 'Ditty', SHORT_S], ...SONGS],
      settings: { PLAYER_GAP_SECONDS: 0, PLAYER_ON_REQUEST: 'cut' },
    });
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await ada.asks('WATCH all');
    await ada.asks('REQUEST 1');
    await ada.hears('* TURN');
    await ada.hears(/^\* NOW - /);
    await using phone = await party.named('Ada', code);
    await ada.asks('WISH Lost - Tape');
    await using bo = await party.named('Bo');
    await bo.asks('REQUEST 2');
    await bo.hears('* TURN');
    entryOf(await ada.asks('REQUEST 3'));

    expect(await party.dj('forget', 'Ad')).toMatchObject(
      refused(
        1,
        /^Nobody is called "Ad"; 1 Ada begins so\. What is forgotten stays so: say the whole name or the number\n$/,
      ),
    );
    expect((await ada.asks('MINE')).rows).toHaveLength(1);
    expect(await party.dj('forget', 'ada')).toMatchObject(
      said(
        'Ada is forgotten: 1 waiting entry, 1 open wish, 2 connections. The name is free; what guest 1 sang was sung by somebody.',
      ),
    );
    for (const each of [ada, phone]) {
      expect(await each.hears('* BYE')).toMatch(/^\* BYE kicked The DJ has forgotten you/);
      await each.closed();
    }
    expect((await party.dj('missing')).stdout).toBe('Nothing is missing: every song asked for is here.\n');
    expect((await party.dj('queue')).stdout).toBe('Nobody waits.\n');
    const { rows } = (await party.order('history')) as { rows: { title: string; singer: string | null }[] };
    expect(rows.find(({ title }) => title === 'Ditty')).toMatchObject({ singer: 'somebody' });
    expect((await party.dj('guests')).stdout).not.toContain('Ada');
    expect((await bo.asks('WHO')).rows.join('\n')).not.toContain('Ada');

    await using again = await party.guest();
    // Her phone says who she was, and makes nobody of that name by it.
    expect((await again.asks(`HELLO code=${code} Ada`)).final).toMatch(/^ERR 550 NOT_FOUND nobody is called Ada here/);
    // A code that is nobody's any more is a part of a name, like any word.
    expect((await again.asks('HELLO Ada')).final).toMatch(/^OK HELLO guest=3 code=\S+ Welcome, Ada!/);
    expect((await again.asks('HISTORY')).rows).toEqual([]);
    expect(await party.dj('forget', '1')).toMatchObject(refused(1, /^There is no guest "1"\./));
  });
});

test('two nights: what was sung is history on both, what was not is offered again until asked for', async () => {
  using home = temporaryVar();
  const lively = { PLAYER_GAP_SECONDS: 0, PLAYER_ON_REQUEST: 'cut' };
  let code: string;
  {
    await using first = await startParty({
      varDir: home.path,
      songs: [['Short', 'Ditty', SHORT_S], ...SONGS],
      settings: lively,
    });
    await using ada = await first.guest();
    code = await ada.joins('Ada');
    await ada.asks('WATCH all');
    await ada.asks('REQUEST 1');
    await ada.hears('* TURN');
    await ada.hears(/^\* NOW - /);
    await first.order('pause');
    await ada.asks('REQUEST 3');
    await first.stop('SIGINT');
  }
  await using second = await startParty({ varDir: home.path, settings: lively });
  await using ada = await second.guest();
  expect(await ada.asks(`HELLO Ada ${code}`)).toMatchObject({
    rows: [expect.stringMatching(/^\| unsung song=3 Toto - Africa; CANCEL \d+ forgets it$/)],
    final: expect.stringMatching(/^OK HELLO guest=1 Welcome back, Ada! 1 song of yours went unsung\. Say: REQUEST 3$/),
  });
  await ada.asks('WATCH all');
  await ada.asks('REQUEST 1');
  await ada.hears('* TURN');
  await ada.hears(/^\* NOW - /);
  expect((await ada.asks('HISTORY')).rows).toEqual([
    expect.stringMatching(/^\| 1 Short - Ditty /),
    expect.stringMatching(/^\| 1 Short - Ditty /),
  ]);
  await ada.asks('REQUEST 3');
  await using later = await second.guest();
  expect((await later.asks(`HELLO Ada ${code}`)).rows).toEqual([]);
});
