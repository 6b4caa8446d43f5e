/** Songs that two sing: asked for by one, told to both, held by the one who is away. */
import { describe, expect, test } from '@jest/globals';
import { entryOf } from './dj_says.ts';
import { SONGS, startParty } from './party.ts';

const settings = { PLAYER_GAP_SECONDS: 60 };

describe('a duet', () => {
  test('is in the line with both names, and both are told when it is next and when it begins', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo K');
    await using cy = await party.named('Cy');
    await party.order('pause');
    expect((await ada.asks('REQUEST with="bo k" key=k1 Toto - Africa')).final).toMatch(
      /^OK QUEUED 1 song=2 position=1 wait=\S+ Toto - Africa \(Ada & Bo K\)$/,
    );
    const next = '* NEXT 1 Toto - Africa (Ada & Bo K): you are up after this song';
    await Promise.all([ada.hears(next), bo.hears(next)]);
    expect((await ada.asks('REQUEST with="bo k" key=k1 Toto - Africa')).final).toContain(' repeated=yes ');
    expect((await cy.asks('QUEUE')).rows).toEqual([
      expect.stringMatching(/^\| 1 1\. Toto - Africa \(Ada & Bo K\) \S+ min$/),
    ]);
    // Whoever is asked to it sees it, and only its owner takes it back.
    expect((await bo.asks('MINE')).rows).toHaveLength(1);
    expect((await bo.asks('CANCEL 1')).final).toBe('ERR 532 DENIED 1 belongs to Ada');
    await party.order('skip');
    const turn = '* TURN 1 Toto - Africa (Ada & Bo K): the microphone is yours';
    await Promise.all([ada.hears(turn), bo.hears(turn)]);
    expect((await cy.asks('NOW')).final).toMatch(/^OK NOW between 1 Toto - Africa \(Ada & Bo K\) in /);
    await party.toldAll(ada, bo, cy);
    for (const guest of [ada, bo]) expect([guest.count(/^\* NEXT /), guest.count(/^\* TURN /)]).toEqual([1, 1]);
    expect(cy.count(/^\* (NEXT|TURN) /)).toBe(0);
  });

  test('may be with somebody who comes later, and is told to them from then on', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await ada.asks('MODE json');
    const asked = JSON.parse((await ada.asks('REQUEST with=Zoé Toto - Africa')).final) as Record<string, unknown>;
    expect(asked).toMatchObject({ word: 'QUEUED', with: 'Zoé', away: false });
    expect(asked['text']).toContain('nobody here is called Zoé yet');
    await using zoe = await party.named('Zoe');
    await party.order('skip');
    expect(await zoe.hears('* TURN')).toContain('Toto - Africa (Ada & Zoé): ');
    const turn = JSON.parse(await ada.hears(/"topic":"TURN"/)) as Record<string, unknown>;
    expect(turn).toMatchObject({ singer: 'Ada', with: 'Zoé', title: 'Africa' });
    expect(JSON.parse((await ada.asks('NOW')).final)).toMatchObject({ singer: 'Ada', with: 'Zoé' });
  });

  test('is refused with oneself, with no name, and with one that passes for another', async () => {
    await using party = await startParty({ songs: SONGS });
    await using ada = await party.named('Ada');
    await using capa = await party.named('Capa');
    const refusal = async (name: string): Promise<string> => (await ada.asks(`REQUEST with=${name} 2`)).final;
    expect(await refusal('ADA')).toMatch(/^ERR 501 BAD_ARGUMENT with: /);
    expect(await refusal('')).toMatch(/^ERR 501 BAD_ARGUMENT with /);
    expect(await refusal('"#1"')).toMatch(/^ERR 501 BAD_ARGUMENT with: /);
    expect(await refusal('Сара')).toBe(
      'ERR 531 NAME_TAKEN Сара looks like Capa, who is somebody else here. If you mean them, say with="Capa"',
    );
    expect(await refusal('"Bo & Cy"')).toBe(
      'ERR 501 BAD_ARGUMENT with: A duet has two who sing, you and one more. Name that one.',
    );
    await using bo = await party.named('Bo Smith');
    expect((await bo.asks('REQUEST with="Ada" 1')).final).toMatch(/^OK QUEUED /);
    await bo.asks('CANCEL 1');
    expect((await ada.asks('REQUEST with=Bo Smith Art - Song')).final).toBe(
      'ERR 550 NOT_FOUND a name with blanks stands in quotes. Did you mean: REQUEST with="Bo Smith" Art - Song; if not: WISH Smith Art - Song',
    );
    expect((await ada.asks('REQUEST with=Capa 2')).final).toMatch(/^OK QUEUED /);
    expect((await ada.asks('REQUEST with=Bo 2')).final).toMatch(/^ERR 553 DUPLICATE .*; it is 2$/);
    expect((await capa.asks('QUEUE')).final).toBe('OK QUEUE 1 of 1 page=1');
  });

  test('waits while the one who is asked to it says AWAY, and is a turn of both', async () => {
    await using party = await startParty({
      songs: SONGS.map(([artist, title]) => [artist, title, 300] as const),
      settings,
    });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await party.order('pause');
    expect((await bo.asks('AWAY')).final).toBe('OK AWAY You are away; nobody calls you until you say BACK');
    const duet = entryOf(await ada.asks('REQUEST with=Bo Toto - Africa'));
    expect((await ada.asks('MINE')).rows).toEqual([`| ${duet} 1. Toto - Africa (Ada & Bo) ? min, away`]);
    await bo.asks('BACK');
    await ada.hears(`* NEXT ${duet} `);
    await bo.hears(`* NEXT ${duet} `);
    const own = entryOf(await ada.asks('REQUEST ABBA - Dancing Queen'));
    expect((await bo.asks('AWAY')).final).toBe(
      'OK AWAY You are away; nobody calls you until you say BACK. 1 duet with you waits for you',
    );
    // The duet is nobody's now: Ada hears why, and that her other song is next instead.
    expect(await ada.hears('* LATER')).toBe(
      `* LATER ${duet} Toto - Africa (Ada & Bo): Bo is away; you will be called again after BACK`,
    );
    await ada.hears(`* NEXT ${own} `);
    await bo.asks('BACK');
    await party.toldAll(ada, bo);
    expect([ada.count(/^\* LATER /), bo.count(/^\* LATER /)]).toEqual([1, 0]);
    expect((await ada.asks(`SWAP ${duet} ${own}`)).final).toBe(
      `OK SWAP ${duet} ${own} Toto - Africa comes before ABBA - Dancing Queen`,
    );
    await bo.hears(`* NEXT ${duet} `);
    await party.order('skip');
    await Promise.all([ada.hears(`* TURN ${duet} `), bo.hears(`* TURN ${duet} `)]);
  });

  test('is told again to who reconnects while it is next or on, and to a partner who comes then, once each', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await party.order('pause');
    const id = entryOf(await ada.asks('REQUEST with=Bo Toto - Africa'));
    await ada.hears(`* NEXT ${id} `);
    await using bo = await party.named('Bo');
    await bo.hears(`* NEXT ${id} `);
    await using again = await party.named('Ada', code);
    await again.hears(`* NEXT ${id} `);
    await party.order('skip');
    const there = [ada, again, bo];
    await Promise.all(there.map((guest) => guest.hears(`* TURN ${id} `)));
    await using late = await party.named('Ada', code);
    await late.hears(`* TURN ${id} `);
    await party.toldAll(...there, late);
    for (const guest of there) expect([guest.count(/^\* NEXT /), guest.count(/^\* TURN /)]).toEqual([1, 1]);
    expect([late.count(/^\* NEXT /), late.count(/^\* TURN /)]).toEqual([0, 1]);
  });

  test('that is taken back says so to the other, also when nobody follows, and to both when the DJ removes it', async () => {
    await using party = await startParty({ songs: SONGS, settings });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await party.order('pause');
    const first = entryOf(await ada.asks('REQUEST with=Bo Toto - Africa'));
    await bo.hears(`* NEXT ${first} `);
    await ada.asks(`CANCEL ${first}`);
    expect(await bo.hears('* LATER')).toBe(
      `* LATER ${first} Toto - Africa (Ada & Bo): Ada has taken it back; you will not be called for it`,
    );
    const second = entryOf(await ada.asks('REQUEST with=Bo ABBA - Dancing Queen'));
    await Promise.all([ada, bo].map((guest) => guest.hears(`* NEXT ${second} `)));
    await bo.asks('MODE json');
    await party.order('remove', String(second));
    expect(await ada.hears('* LATER')).toBe(
      `* LATER ${second} ABBA - Dancing Queen (Ada & Bo): the DJ has taken it out of the line; you will not be called for it`,
    );
    expect(JSON.parse(await bo.hears(/"topic":"LATER"/))).toMatchObject({ queue_id: second, why: 'removed' });
    await party.toldAll(ada, bo);
    expect([ada.count(/^\* LATER /), bo.count(/LATER/)]).toEqual([1, 2]);
  });
});
