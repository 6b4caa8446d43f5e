/** One guest in several tabs and on several phones, and names that are somebody else's. */
import { expect, test } from '@jest/globals';
import { openBar } from './bar.ts';

const bar = openBar();
/** A phone that could not be told is reported. */
const UNTOLD = /net::ERR_FAILED \(.*\/me\)|TypeError: Failed to fetch/;

test('two tabs of one guest show the same, whichever asks', async () => {
  await using one = await bar.phone();
  await one.asksFor('Toto – Africa', 'Ada');
  await one.shows(/Toto – Africa: you are first/);
  await using other = await one.opensTab();
  await other.opens('mine');
  await other.shows('Africa');
  await other.asksFor('ABBA – Dancing Queen');
  await other.shows(/ABBA – Dancing Queen: place 2/);
  await one.opens('mine');
  await one.shows('Dancing Queen');
});

test('the code of one phone makes another phone the same guest; without it the name is somebody else’s', async () => {
  await using old = await bar.phone();
  await old.asksFor('a-ha – Take On Me', 'Bo');
  await old.shows(/a-ha – Take On Me: place \d/);
  await old.opens('me');
  await old.taps('Move to another phone');
  const code = /\b[0-9A-Z]{6}\b/.exec(await old.page.getByRole('dialog').innerText())?.[0] ?? '';
  expect(code).toMatch(/\d/);

  await using fresh = await bar.phone();
  await fresh.opens('me');
  await fresh.taps('Say your name');
  await fresh.saysName('Bo');
  await fresh.shows('Bo is somebody else here. If that is you, enter your code:');
  await fresh.saysName('Bo', code);
  await fresh.opens('mine');
  await fresh.shows('Take On Me');
  await fresh.reloads();
  await fresh.shows('Take On Me');
});

test('a name that is taken comes with one that is free', async () => {
  await using other = await bar.phone();
  await other.opens('me');
  await other.taps('Say your name');
  await other.saysName('Ada');
  await other.page.getByRole('button', { name: /^Or be / }).click();
  await other.opens('me');
  await other.shows(/^You are Ada ./);
});

test('a phone without a network says that it could not forget, and forgets when it is asked again', async () => {
  await using phone = await bar.phone({ expected: [UNTOLD] });
  await phone.opens('me');
  await phone.taps('Say your name');
  await phone.saysName('Gita');
  await phone.shows('You are Gita');
  await phone.page.route('**/me', (route) => route.abort());
  await phone.taps('Forget me on this phone');
  await phone.taps('Yes, forget me here');
  await phone.shows('There is no connection: this phone still remembers Gita. Please try again.');
  await phone.page.unroute('**/me');
  await phone.taps('Yes, forget me here');
  await phone.shows(/^You have not said who you are/);
});

test('a name that could not be written down at once is written down when the guest looks again', async () => {
  await using phone = await bar.phone({ expected: [UNTOLD] });
  await phone.page.route('**/me', (route) => route.abort());
  await phone.opens('me');
  await phone.taps('Say your name');
  await phone.saysName('Hana');
  await phone.shows('You are Hana');
  await phone.page.unroute('**/me');
  const written = phone.page.waitForResponse('**/me');
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await written;
  await phone.reloads();
  await phone.shows('You are Hana');
});
