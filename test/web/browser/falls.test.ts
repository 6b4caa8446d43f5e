/** What breaks under a page comes back by itself, and a song that was asked for meanwhile is in the line once. */
import { expect, test } from '@jest/globals';
import { SONGS, startParty, temporaryVar } from '../../party/party.ts';
import type { Party } from '../../party/party.ts';
import { openBar } from './bar.ts';
import { TestBrowser } from './browser.ts';
import type { Phone } from './phone.ts';
import { LOST } from './witness.ts';

const bar = openBar();

/** The titles that wait, in order. */
async function lineOf(party: Party): Promise<readonly unknown[]> {
  const { rows } = (await party.djJson('queue')) as { rows: { title: string }[] };
  return rows.map(({ title }) => title);
}

/** Kills the web process at this moment, and does not wait for the next one. */
const killWeb = (party: Party): void => {
  for (const pid of party.pids('web')) process.kill(pid, 'SIGKILL');
};
const reconnected = (phone: Phone): Promise<void> => phone.hides(/Reconnecting…|Connecting…/);

test('a request made while the web process is killed with -9 is neither lost nor doubled', async () => {
  await using ada = await bar.phone({ expected: [LOST] });
  await ada.asksFor('Toto – Africa', 'Ada');
  await ada.shows(/Toto – Africa: you are first/);
  await ada.looksFor('ABBA – Dancing Queen');
  await ada.page.getByRole('button', { name: 'Sing ABBA – Dancing Queen', exact: true }).waitFor();
  // Frozen, it takes the request and answers nothing; then it is gone with it.
  for (const pid of bar.party.pids('web')) process.kill(pid, 'SIGSTOP');
  await ada.taps('Sing ABBA – Dancing Queen');
  killWeb(bar.party);
  await ada.shows(/ABBA – Dancing Queen: place 2/);
  await reconnected(ada);
  await ada.asksFor('a-ha – Take On Me');
  killWeb(bar.party);
  await ada.shows(/a-ha – Take On Me: place 3|In the line: 3/);
  expect(await lineOf(bar.party)).toEqual(['Africa', 'Dancing Queen', 'Take On Me']);
});

test('after the network was away the page has caught up, and what was asked for meanwhile is sent', async () => {
  await using bo = await bar.phone({ expected: [LOST] });
  await bo.asksFor('AC/DC – Highway to Hell', 'Bo');
  await bo.shows(/AC\/DC – Highway to Hell: place 2/);
  await bo.looksFor('Щурците – Клетва');
  await bo.page.getByRole('button', { name: 'Sing Щурците – Клетва', exact: true }).waitFor();
  await bo.context.setOffline(true);
  killWeb(bar.party);
  await bo.shows('Reconnecting… Nothing is lost.');
  await bo.taps('Sing Щурците – Клетва');
  await bo.shows('Щурците – Клетва: kept, and sent as soon as you are connected');
  const before = await lineOf(bar.party);
  expect(before).not.toContain('Клетва');
  await bar.party.dj('say', 'one more round');
  await bo.context.setOffline(false);
  await bo.shows(/Щурците – Клетва: place \d/);
  await reconnected(bo);
  expect((await lineOf(bar.party)).filter((title) => title === 'Клетва')).toHaveLength(1);
});

test('pages come back by themselves, with their names, when karaoked itself was restarted', async () => {
  using home = temporaryVar();
  await using browser = await TestBrowser.launch();
  await using first = await startParty({ songs: SONGS, web: true, varDir: home.path });
  await using ada = await browser.phone(first, { expected: [LOST] });
  await using tv = await browser.stage(first, { expected: [LOST] });
  await ada.asksFor('Toto – Africa', 'Ada');
  await ada.shows(/Toto – Africa: you are first/);
  await first.stop('SIGTERM');
  await ada.shows(/Reconnecting…/);
  await using _again = await startParty({
    web: true,
    varDir: home.path,
    flags: ['--port', String(first.port), '--web-port', String(first.webPort)],
  });
  await reconnected(ada);
  await ada.opens('me');
  await ada.shows('You are Ada');
  await ada.opens('mine');
  await ada.shows('Africa');
  await tv.shows('Africa');
});

test('a page that is loaded again in the middle of a song goes on with it', async () => {
  await using cora = await bar.phone();
  await using tv = await bar.stage();
  await bar.party.dj('skip');
  await tv.shows('Africa');
  await cora.shows('Africa');
  await Promise.all([tv, cora].map((each) => each.page.reload()));
  await tv.shows('Africa');
  await cora.shows('Africa');
  await cora.shows('sung by Ada');
});
