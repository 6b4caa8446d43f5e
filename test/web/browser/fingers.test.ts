/** Without a mouse, on the narrowest phone, with letters twice as large: everything is reached, and nothing is lost sideways. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBar } from './bar.ts';

const LONG = [
  'Стефка Берова и Йордан Марчинков',
  'Because You Loved Me (Theme from "Up Close & Personal")',
  244,
] as const;
const bar = openBar({ songs: [['Toto', 'Africa', 295], ['a-ha', 'Take On Me', 225], LONG] });

/** What has the focus, as a screen reader says it: its role or tag and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const at = document.activeElement;
    const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.firstChild?.textContent ?? at.textContent;
    return at.localName + ' ' + label.trim();
  })()`);

/** Whether who looks at the screen can tell where the focus is. */
const isVisiblyFocused = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  })()`);

/** Presses Tab until the focus is on something called so; rejects after a whole round without it. */
async function tabsTo(page: Page, what: RegExp): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 60) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (what.test(at)) {
      expect(await isVisiblyFocused(page)).toBe(true);
      return;
    }
    passed.push(at);
  }
  throw new Error(`Tab never came to ${String(what)}, but to\n${passed.join('\n')}`);
}

test('a song is asked for by the keyboard alone, and the focus is never lost', async () => {
  await using ada = await bar.phone();
  const { page } = ada;
  await ada.shows('Find a song');
  await tabsTo(page, /^input Artist or title/);
  await page.keyboard.type('take on');
  await page.getByRole('button', { name: 'Sing a-ha – Take On Me' }).waitFor();
  await tabsTo(page, /^button Sing a-ha – Take On Me/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await focused(page)).toBe('input Your name');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe('button Sing a-ha – Take On Me');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await ada.shows(/a-ha – Take On Me: you are first/);
  expect(await focused(page)).not.toMatch(/^(body|html) /);
  await tabsTo(page, /^a My songs/);
  await page.keyboard.press('Enter');
  await tabsTo(page, /^button Take out: a-ha – Take On Me/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  // Round and round, and never behind the question.
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        'document.activeElement.closest("dialog") !== null || document.activeElement === document.body',
      ),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe('button Take out: a-ha – Take On Me');
});

test.each([
  ['320 px wide', 320, 568],
  // 200 % of a small phone is half its width.
  ['on a phone of 360 px with letters twice as large', 180, 320],
])('nothing leaves the screen sideways %s', async (_where, width, height) => {
  await using phone = await bar.phone({ width, height, lang: 'bg' });
  const { page } = phone;
  const fits = async (where: string): Promise<void> => {
    expect({ where, leaves: await page.evaluate<string[]>(LEAVES) }).toEqual({ where, leaves: [] });
  };
  await page.getByLabel('Изпълнител или песен', { exact: true }).fill('because you loved');
  await page.getByRole('button', { name: /^Пей Стефка/ }).waitFor();
  await fits('found songs');
  await page.getByRole('button', { name: /^Пей Стефка/ }).click();
  await page.getByRole('textbox', { name: 'Твоето име', exact: true }).fill(`Александър-Константин ${width}`);
  await fits('the question for a name');
  await page.getByRole('button', { name: 'Продължи' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  for (const tab of ['Пей', 'Моите', 'Опашката', 'Аз']) {
    await page.getByRole('link', { name: tab }).click();
    await fits(tab);
  }
  await using plain = await bar.opens('/', { width, height, lang: 'bg', scripts: 'off' });
  expect(await plain.page.evaluate<string[]>(LEAVES)).toEqual([]);
});

/** What is wider than the screen, if the page can be scrolled there. */
const LEAVES = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > clientWidth + 0.5)
    .map((each) => each.outerHTML.slice(0, 120));
})()`;
