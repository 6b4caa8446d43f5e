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

test('whom the DJ forgets is told so, in Bulgarian on a Bulgarian phone, and does not come back by the phone', async () => {
  await using phone = await bar.phone({ lang: 'bg' });
  await phone.page.getByLabel('Изпълнител или песен', { exact: true }).fill('Toto – Africa');
  await phone.taps('Пей Toto – Africa');
  await phone.page.getByRole('textbox', { name: 'Твоето име', exact: true }).fill('Иво');
  const told = phone.page.waitForResponse('**/me');
  await phone.taps('Продължи');
  await phone.shows(/Toto – Africa: /, phone.page.getByRole('status'));
  await told;
  const cookies = await phone.context.cookies();
  const written = phone.page.waitForResponse('**/me');
  expect((await bar.party.dj('forget', 'Иво')).stderr).toBe('');
  await phone.shows('Диджеят изтри името ти');
  expect(await phone.text()).not.toContain('forgotten');
  await written;
  await phone.taps('Свържи се отново');
  await phone.hides('Диджеят изтри името ти');
  await phone.page.getByRole('link', { name: 'Аз' }).click();
  await phone.shows(/^Още не знаем кой си/);
  // A phone that was off meanwhile.
  await phone.context.addCookies(cookies);
  await phone.reloads();
  await phone.shows(/^Тук вече няма Иво: името е свободно/);
  expect((await bar.party.dj('guests')).stdout).not.toContain('Иво');
  await phone.taps('Продължи');
  await phone.shows('Ти си Иво');
});

test('what was asked for before a reload is shown until it is sent', async () => {
  await using phone = await bar.phone();
  await phone.page.evaluate(() => {
    const asked = { key: 'k1', what: '1', partner: null, guestId: null, partySinceMs: null };
    sessionStorage.setItem('karaoke-requests', JSON.stringify([{ ...asked, song: { artist: 'Some', title: 'Song' } }]));
  });
  await phone.reloads();
  await phone.shows('Some – Song: kept, and sent as soon as you say your name');
  await phone.opens('me');
  await phone.taps('Say your name');
  await phone.saysName('Kiril');
  await phone.shows(/: place \d+ in the line/, phone.page.getByRole('status'));
  await phone.hides(/kept, and sent/);
});
