/** Bulgarian for who has a Bulgarian phone, English for everybody else, and a switch that is remembered. */
import { expect, test } from '@jest/globals';
import { barriers } from './axe.ts';
import { stage } from '../../../src/web/words/stage.ts';
import { openBar } from './bar.ts';

/** A gap that no test outlasts. */
const bar = openBar({ settings: { PLAYER_GAP_SECONDS: 600 } });

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
  // What the server sends of the stage, for who has no scripts, has no such word.
  await tv.shows('Никой не пее');
  await using plain = await bar.opens('/', { lang: 'bg', scripts: 'off' });
  expect(await plain.page.locator('body').innerText()).toContain('Коя песен?');
});

test('in the gap before a song both stages say who is called, and axe finds nothing', async () => {
  await using ada = await bar.party.named('Ada');
  expect((await ada.asks('REQUEST Toto - Africa')).final).toContain('OK QUEUED');
  await bar.party.dj('skip');
  for (const lang of ['bg', 'en'] as const) {
    await using tv = await bar.stage({ lang });
    await tv.shows(stage[lang].toTheStage);
    await tv.shows('Ada');
    expect(await barriers(tv.page)).toEqual([]);
  }
});
