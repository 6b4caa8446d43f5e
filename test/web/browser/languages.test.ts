/** Bulgarian for who has a Bulgarian phone, English for everybody else, and a switch that is remembered. */
import { expect, test } from '@jest/globals';
import { openBar } from './bar.ts';

const bar = openBar();

test('the page speaks as the phone does, and as it was told from then on, without losing what is typed', async () => {
  await using phone = await bar.phone({ lang: 'bg' });
  const { page } = phone;
  await phone.shows('Намери песен');
  expect(await page.locator('html').getAttribute('lang')).toBe('bg');
  await page.getByLabel('Изпълнител или песен', { exact: true }).fill('afri');
  await page.getByRole('link', { name: 'Аз' }).click();
  await page.getByText('English', { exact: true }).click();
  await phone.shows('This phone');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await phone.opens('sing');
  expect(await page.getByLabel('Artist or title', { exact: true }).inputValue()).toBe('afri');
  await page.reload();
  await phone.shows('Find a song');
  await using plain = await phone.opensTab();
  await plain.shows('Find a song');
});

test('the stage speaks Bulgarian to a Bulgarian TV, and the form without scripts to a Bulgarian phone', async () => {
  await using tv = await bar.stage({ lang: 'bg' });
  expect(await tv.page.locator('html').getAttribute('lang')).toBe('bg');
  await tv.shows(/[а-я]{3}/i);
  await using plain = await bar.opens('/', { lang: 'bg', scripts: 'off' });
  expect(await plain.page.locator('body').innerText()).toContain('Коя песен?');
});
