/** Guests who are not there for a while: who said AWAY, and who lost the connection. */
import { describe, expect, test } from '@jest/globals';
import { entryOf } from './dj_says.ts';
import { SONGS, startParty, temporaryVar } from './party.ts';

const settings = { PLAYER_GAP_SECONDS: 60 };

describe('AWAY', () => {
  test('lets the next hear at once that it is their turn, keeps the place, and BACK gives it back', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await using adaToo = await party.guest();
    await using bo = await party.named('Bo');
    await party.order('pause');
    const id = entryOf(await ada.asks('REQUEST Toto - Africa'));
    await ada.hears(`* NEXT ${id} `);
    const other = entryOf(await bo.asks('REQUEST ABBA - Dancing Queen'));
    expect((await ada.asks('AWAY')).final).toBe(
      'OK AWAY You are away; 1 song of yours keeps its place until you say BACK',
    );
    expect(await bo.hears('* NEXT')).toBe(`* NEXT ${other} ABBA - Dancing Queen: you are up after this song`);
    expect((await ada.asks('AWAY')).final).toMatch(/^OK AWAY You were away already; /);
    expect((await bo.asks('QUEUE')).rows).toEqual([
      expect.stringMatching(`^\\| ${other} 1\\. .* \\(Bo\\) `),
      `| ${id} 2. Toto - Africa (Ada) ? min, away`,
    ]);
    expect((await ada.asks('MINE')).final).toBe('OK MINE 1 you are away; say BACK to be called');
    expect((await ada.asks('REQUEST a-ha - Take On Me')).final).toMatch(/ \(you are away; say BACK to be called\)$/);
    expect((await ada.asks('HELLO Ada')).final).toMatch(/ You are away: nobody calls you until you say BACK\.$/);
    // Somebody else's word changes nothing about it.
    expect((await adaToo.asks('BACK')).final).toMatch(/^ERR 530 WHO /);
    expect((await ada.asks('BACK')).final).toMatch(
      new RegExp(`^OK BACK You are here again; ${id} Toto - Africa is number 2, \\S+ min$`),
    );
    expect((await ada.asks('BACK')).final).toMatch(/^OK BACK You were here already; /);
    await party.toldAll(ada, bo);
    expect(ada.count(/^\* LATER /)).toBe(0);
  });

  test('is never called, and in the gap of the own song the answer says that the DJ may skip it', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    const id = entryOf(await ada.asks('REQUEST Toto - Africa'));
    await ada.asks('REQUEST a-ha - Take On Me');
    await ada.hears(`* NEXT ${id} `);
    await party.order('skip');
    await ada.hears(`* TURN ${id} `);
    await ada.asks('MODE json');
    expect(JSON.parse((await ada.asks('AWAY')).final)).toMatchObject({
      word: 'AWAY',
      away: true,
      already: false,
      waiting: 1,
      on_stage: id,
      text: expect.stringContaining('Toto - Africa is on all the same; the DJ may skip it') as unknown,
    });
    await ada.asks('WATCH all');
    await party.order('skip');
    // Nobody else waits: a random song, and not Ada's second.
    const now = JSON.parse(await ada.hears(/"topic":"NOW".*"queue_id":null/)) as Record<string, unknown>;
    expect(now).toMatchObject({ singer: null });
    expect(JSON.parse((await ada.asks('BACK')).final)).toMatchObject({ word: 'BACK', away: false, waiting: 1 });
    await ada.hears(/"topic":"NEXT".*"title":"Take On Me"/);
  });

  test('holds on every connection, through reconnects and a restart, and needs a party', async () => {
    using house = temporaryVar();
    let code: string;
    {
      await using party = await startParty({ varDir: house.path, songs: SONGS });
      await using ada = await party.guest();
      code = await ada.joins('Ada');
      await ada.asks('REQUEST Toto - Africa');
      await ada.asks('AWAY');
      await using twin = await party.named('Ada', code);
      expect((await twin.asks('MINE')).final).toBe('OK MINE 1 you are away; say BACK to be called');
      await party.stop('SIGTERM');
    }
    await using party = await startParty({ varDir: house.path });
    await using ada = await party.guest();
    expect((await ada.asks(`HELLO Ada ${code}`)).final).toContain('You are away');
    await party.order('party', 'end');
    await using late = await party.guest();
    expect((await late.asks(`HELLO Ada ${code}`)).final).not.toContain('You are away');
    for (const word of ['AWAY', 'BACK']) expect((await late.asks(word)).final).toMatch(/^ERR 554 NO_PARTY /);
  });
});

describe('a lost connection', () => {
  test('keeps the announced place for the grace, then the next hears that it is theirs, without anything else happening', async () => {
    await using party = await startParty({ songs: SONGS, settings: { ...settings, QUEUE_GRACE_SECONDS: 2 } });
    await using bo = await party.named('Bo');
    await party.order('pause');
    let code: string;
    {
      await using ada = await party.guest();
      code = await ada.joins('Ada');
      const id = entryOf(await ada.asks('REQUEST Toto - Africa'));
      await ada.hears(`* NEXT ${id} `);
      await bo.asks('REQUEST ABBA - Dancing Queen');
    }
    // From here on nobody says anything: the player itself must notice that the grace is over.
    await bo.hears('* NEXT 2 ');
    expect((await bo.asks('QUEUE')).rows.map((line) => /\((\w+)\)/.exec(line)?.[1])).toEqual(['Bo', 'Ada']);
    // Back before the end of the song: Bo was told, so Bo is first, and Ada again before whoever comes later.
    await using cy = await party.named('Cy');
    await cy.asks('REQUEST a-ha - Take On Me');
    expect((await cy.asks('QUEUE')).rows.map((line) => /\((\w+)\)/.exec(line)?.[1])).toEqual(['Bo', 'Cy', 'Ada']);
    await using ada = await party.named('Ada', code);
    expect((await ada.asks('QUEUE')).rows.map((line) => /\((\w+)\)/.exec(line)?.[1])).toEqual(['Bo', 'Ada', 'Cy']);
  });
});
