/** The console opens on the screen it is given, fits it, and gives the terminal back however it ends. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { TestConsole } from './console.ts';

describe('the console', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('shows at a glance what plays, how long still, and who is next; and leaves the terminal as it was', async () => {
    await using ada = await party.named('Ada');
    await ada.asks('REQUEST Toto - Africa');
    await using dj = new TestConsole(party.varDir, { env: { CI: 'true' } });
    const text = await dj.shows(/Karaoke night {2}since \d\d:\d\d +1 client, 1 named/, />.*1 Ada +Toto - Africa/);
    expect(text).toMatch(/^ >> nobody sings {3}.+ - .+\n {4}\[[#-]+\] {2}\d:\d\d \/ \d:\d\d {3}\d:\d\d left$/m);
    expect(dj.lines()).toHaveLength(24);
    expect(dj.onOtherScreen).toBe(true);
    dj.types('q');
    expect(await dj.ended()).toMatchObject({ exitCode: 0 });
    expect(dj.onOtherScreen).toBe(false);
  });
});
