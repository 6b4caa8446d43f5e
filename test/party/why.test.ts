/** Why somebody stands there: what a guest hears, and the DJ. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entryOf, refused, said } from './dj_says.ts';
import type { TestGuest } from './guest.ts';
import { asksJson } from './json_speech.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

describe('why', () => {
  let party: Party;
  let ada: TestGuest;
  let [adas, bos, later] = [0, 0, 0];
  beforeAll(async () => {
    party = await startParty({ songs: SONGS, settings: { PLAYER_GAP_SECONDS: 60 } });
    ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await party.order('pause');
    await party.order('add', '--for', 'Zoe', '6');
    bos = entryOf(await bo.asks('REQUEST 1'));
    [adas, later] = [entryOf(await ada.asks('REQUEST 2')), entryOf(await ada.asks('REQUEST 3'))];
    // Zoe is called; Bo is announced.
    await party.order('skip');
    await bo.hears(`* NEXT ${bos} `);
  });
  afterAll(async () => {
    await ada[Symbol.asyncDispose]();
    await party[Symbol.asyncDispose]();
  });

  test('a guest hears the place, the rule and what would change it, said to who sings it', async () => {
    const { rows, final } = await ada.asks(`WHY ${later}`);
    expect(final).toBe(`OK WHY ${later} ABBA - Dancing Queen (Ada)`);
    expect(rows[0]).toMatch(/^\| Your ABBA - Dancing Queen is in place \d/);
    expect(rows).toContain('| 1 song of yours comes before it; SWAP exchanges two of your songs.');
    const first = await ada.asks(`WHY ${adas}`);
    expect(first.rows).toContain('| Bo has not sung yet either, and asked before you.');
  });
  test('who has said no name may ask of anybody', async () => {
    await using stranger = await party.guest();
    const { rows } = await stranger.asks(`WHY ${adas}`);
    expect(rows[0]).toMatch(/^\| Ada's Toto - Africa is in place \d/);
    expect(rows).toContain('| Bo has not sung yet either, and asked before Ada.');
  });
  test('programs hear the rule beside each sentence', async () => {
    await using robot = await party.guest();
    await robot.asks('MODE json');
    const { rows, final } = await asksJson(robot, `WHY ${adas}`);
    expect(final).toMatchObject({ queue_id: adas, rule: 'longest-wait', singer: 'Ada', with: null, title: 'Africa' });
    const place = expect.stringMatching(/^Ada's Toto - Africa is in place \d/) as unknown;
    expect(rows[0]).toMatchObject({ queue_id: adas, rule: 'longest-wait', position: final['position'], text: place });
    expect(rows.map((row) => row['fact'])).toMatchObject([
      { about: 'place' },
      { about: 'reason', reason: { rule: 'longest-wait' } },
    ]);
  });
  test('of what is not in the line it says what became of it', async () => {
    const singing = bos - 1;
    expect((await ada.asks(`WHY ${singing}`)).final).toMatch(
      new RegExp(`^ERR 550 NOT_FOUND ${singing} is not in the line: .+ \\(Zoe\\) is being sung$`),
    );
    expect((await ada.asks('WHY 4711')).final).toBe('ERR 550 NOT_FOUND there is no 4711 in the line; QUEUE lists all');
    const gone = entryOf(await ada.asks('REQUEST 4'));
    await ada.asks(`CANCEL ${gone}`);
    expect((await ada.asks(`WHY ${gone}`)).final).toMatch(/ \(Ada\) was taken out of it$/);
    expect((await ada.asks('WHY')).final).toMatch(/^ERR 501 BAD_ARGUMENT /);
  });
  test('the DJ reads the same sentences, and scripts the facts beside them', async () => {
    expect(await party.dj('why', String(adas))).toMatchObject(
      said(/^Ada's Toto - Africa is in place \d.*\.\nBo has not sung yet either, and asked before Ada\.\n/),
    );
    expect(await party.djJson('why', String(adas))).toMatchObject({
      version: 1,
      queue_id: adas,
      singer: 'Ada',
      rule: 'longest-wait',
      rows: expect.arrayContaining([{ text: 'Bo has not sung yet either, and asked before Ada.' }]),
      facts: expect.arrayContaining([expect.objectContaining({ about: 'reason' })]),
    });
    expect(await party.dj('why', '4711')).toMatchObject(refused(1, /^There is no entry 4711\. /));
    expect(await party.dj('why', String(bos - 1))).toMatchObject(
      refused(6, /^Entry \d+ is not in the line: .+ \(Zoe\) is singing\.\n$/),
    );
  });
});
