/** The fair line as guests hear it: who is next, and what they are told when that changes in the last second. */
import { describe, expect, test } from '@jest/globals';
import { entryOf } from './dj_says.ts';
import { SONGS, startParty } from './party.ts';

const settings = { PLAYER_GAP_SECONDS: 60 };
const singersIn = (rows: readonly string[]): readonly (string | undefined)[] =>
  rows.map((line) => /\(([^)]+)\)/.exec(line)?.[1]);

describe('the line', () => {
  test('gives everybody a turn before anybody has another, and says why', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await party.order('pause');
    for (const song of [1, 2, 3]) await ada.asks(`REQUEST ${song}`);
    await using bo = await party.named('Bo');
    await bo.asks('REQUEST 4');
    await bo.asks('REQUEST 5');
    await using cy = await party.named('Cy');
    const late = entryOf(await cy.asks('REQUEST 6'));
    const { rows } = await cy.asks('QUEUE');
    expect(singersIn(rows)).toEqual(['Ada', 'Bo', 'Cy', 'Ada', 'Bo', 'Ada']);
    const why = await cy.asks(`WHY ${late}`);
    expect(why.final).toMatch(/^OK WHY /);
    expect(why.rows.join(' ')).toContain('Ada');
  });

  test('is swapped by its guest, who hears the other song announced and called', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await party.order('pause');
    const [africa, other] = [entryOf(await ada.asks('REQUEST 2')), entryOf(await ada.asks('REQUEST 4'))];
    const bos = entryOf(await bo.asks('REQUEST 3'));
    await ada.hears(`* NEXT ${africa} `);
    expect((await ada.asks(`SWAP ${africa} ${other}`)).final).toBe(
      `OK SWAP ${africa} ${other} a-ha - Take On Me comes before Toto - Africa`,
    );
    await ada.hears(`* NEXT ${other} a-ha - Take On Me: `);
    expect((await ada.asks(`SWAP ${africa} ${bos}`)).final).toBe(`ERR 532 DENIED ${bos} belongs to Bo`);
    expect((await ada.asks(`SWAP ${africa} ${africa}`)).final).toMatch(/^ERR 501 BAD_ARGUMENT /);
    expect((await ada.asks(`SWAP ${africa} 99`)).final).toMatch(/^ERR 550 NOT_FOUND there is no 99 in the line/);
    await party.order('skip');
    await ada.hears(`* TURN ${other} `);
    await bo.hears(`* NEXT ${bos} `);
    expect((await ada.asks(`SWAP ${other} ${africa}`)).final).toBe(
      `ERR 550 NOT_FOUND ${other} no longer waits: it is being sung`,
    );
    await party.toldAll(ada, bo);
    expect([ada.count(/^\* NEXT /), ada.count(/^\* LATER /), ada.count(/^\* TURN /)]).toEqual([2, 0, 1]);
  });

  test('tells who was announced when the DJ puts somebody before them, and again when it is their turn after all', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await party.order('pause');
    const adas = entryOf(await ada.asks('REQUEST 2'));
    await ada.hears(`* NEXT ${adas} `);
    const bos = entryOf(await bo.asks('REQUEST 3'));
    await party.order('move', String(bos), '1');
    expect(await ada.hears('* LATER')).toBe(
      `* LATER ${adas} Toto - Africa: somebody goes before you; you will be called again`,
    );
    await bo.hears(`* NEXT ${bos} `);
    await party.order('skip');
    await bo.hears(`* TURN ${bos} `);
    await ada.hears(`* NEXT ${adas} `);
    await party.order('skip');
    await ada.hears(`* TURN ${adas} `);
    await party.toldAll(ada, bo);
    expect([ada.count(/^\* LATER /), bo.count(/^\* LATER /)]).toEqual([1, 0]);
  });

  test('that changes as a song ends calls whoever is first then, and each only once', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await using cy = await party.named('Cy');
    await party.order('pause');
    const adas = entryOf(await ada.asks('REQUEST 2'));
    await bo.asks('REQUEST 3');
    await cy.asks('REQUEST 4');
    await ada.hears(`* NEXT ${adas} `);
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    // All at once: Ada takes it back, Bo goes for a drink, the DJ skips. Whatever comes first, one is called.
    await Promise.all([ada.asks(`CANCEL ${adas}`), bo.asks('AWAY'), party.dj('skip')]);
    await watcher.hears(/^\* NOW between \d/);
    await party.toldAll(ada, bo, cy);
    const turns = [ada, bo, cy].map((guest) => guest.count(/^\* TURN /));
    expect(turns.reduce((sum, n) => sum + n, 0)).toBe(1);
    for (const guest of [ada, bo, cy]) expect(guest.count(/^\* NEXT /)).toBeLessThanOrEqual(1);
    const { now } = (await party.order('now')) as { now: { singer: string } };
    expect(now.singer).toBe(['Ada', 'Bo', 'Cy'][turns.indexOf(1)]);
  });
});

describe('the last call', () => {
  test('is heard by who is here and by who comes later, once each, moved and taken back', async () => {
    await using party = await startParty({ songs: SONGS });
    await using ada = await party.named('Ada');
    await party.order('party', 'end', '--in', '20m');
    expect(await ada.hears('* LASTCALL')).toBe('* LASTCALL 20 the party ends in 20 minutes');
    await using bo = await party.named('Bo');
    expect(await bo.hears('* LASTCALL')).toMatch(/^\* LASTCALL (19|20) /);
    await party.order('party', 'end', '--in', '30m');
    for (const guest of [ada, bo]) expect(await guest.hears('* LASTCALL')).toMatch(/^\* LASTCALL 30 /);
    await party.order('party', 'closing', 'off');
    for (const guest of [ada, bo])
      expect(await guest.hears('* OPENEND')).toBe('* OPENEND the party goes on: its end was taken back');
    await party.toldAll(ada, bo);
    expect([ada.count(/^\* LASTCALL/), bo.count(/^\* LASTCALL/)]).toEqual([2, 2]);
    await using cy = await party.named('Cy');
    await party.toldAll(cy);
    expect(cy.count(/^\* (LASTCALL|OPENEND)/)).toBe(0);
  });

  test('refuses what would not fit with when and why, and takes what does', async () => {
    await using party = await startParty({
      songs: [...SONGS, ['Short', 'One', 30]],
      settings: { PLAYER_GAP_SECONDS: 5 },
    });
    await using ada = await party.named('Ada');
    await party.order('party', 'end', '--in', '4m');
    await ada.hears('* LASTCALL 4 ');
    expect((await ada.asks('REQUEST Queen - Bohemian Rhapsody')).final).toMatch(
      /^ERR 555 TOO_LATE the party ends in 3:\d\d minutes, at \d\d:\d\d; Queen - Bohemian Rhapsody would not fit/,
    );
    await party.order('pause');
    expect((await ada.asks('REQUEST Short - One')).final).toMatch(/^OK QUEUED /);
  });
});
