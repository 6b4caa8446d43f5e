/** What axe finds on every page, in every state that people are in, in both languages: nothing. */
import { describe, expect, test } from '@jest/globals';
import { barriers } from './axe.ts';
import { stage } from '../../../src/web/words/stage.ts';
import { wordsIn } from '../../../src/web/words/words.ts';
import { openBar } from './bar.ts';
import { clockIn } from './clock_in.ts';

const bar = openBar({ settings: { PLAYER_GAP_SECONDS: 0 }, flags: ['--party', 'Friday at Tosho’s'] });

describe.each(['en', 'bg'] as const)('in %s', (lang) => {
  const { frame, sing, mine, me } = wordsIn(lang);
  const tabs = [frame.tabs.sing, frame.tabs.mine, frame.tabs.line, frame.tabs.me] as const;

  test('the guest page: each tab, found songs, questions, who is called', async () => {
    await using phone = await bar.phone({ lang });
    const { page } = phone;
    const fine = async (where: string): Promise<void> => {
      expect({ where, barriers: await barriers(page) }).toEqual({ where, barriers: [] });
    };
    const presses = (name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).click();
    for (const tab of tabs) {
      await page.getByRole('link', { name: tab }).first().click();
      await fine(`${tab}, nobody`);
    }
    await page.getByRole('link', { name: tabs[0] }).click();
    const search = page.getByLabel(sing.search, { exact: true });
    await search.fill('zzzzqqq');
    await page.getByText('zzzzqqq').waitFor();
    await fine('nothing found');
    await search.fill('take on');
    await presses(sing.singThis('a-ha – Take On Me'));
    await page.getByRole('dialog').waitFor();
    await fine('the question for a name');
    const taken = `Yana ${lang}`;
    await using _yana = await bar.party.named(taken);
    await page.getByLabel(me.name, { exact: true }).fill(taken);
    await presses(me.go);
    await page.getByText(me.taken(taken)).waitFor();
    await fine('the question for a code');
    await page.getByLabel(me.name, { exact: true }).fill(`Zoë ${lang}`);
    await presses(me.go);
    await page.getByRole('alert').getByText('Take On Me').waitFor();
    await fine('next');
    await search.fill('africa');
    await presses(sing.duetThis('Toto – Africa'));
    await page.getByRole('dialog').waitFor();
    await fine('the question for a partner');
    await presses(frame.close);
    await search.fill('Nobody - Unknown');
    await presses(sing.askDj('Nobody – Unknown'));
    for (const tab of tabs) {
      await page.getByRole('link', { name: tab }).first().click();
      await fine(`${tab}, with songs`);
    }
    for (const question of [me.showCode, me.forget]) {
      await presses(question);
      await page.getByRole('dialog').waitFor();
      await fine(`the question after “${question}”`);
      await presses(frame.close);
    }
    await page.getByRole('link', { name: tabs[1] }).click();
    await presses(new RegExp(`^${mine.takeBack}`));
    await page.getByRole('dialog').waitFor();
    await fine('the question before a song is taken out');
    await presses(frame.close);
    await bar.party.dj('say', 'Last orders!');
    await page.getByText('Last orders!').waitFor();
    await fine('the DJ’s words');
    await bar.party.dj('skip');
    await bar.party.dj('skip');
  });

  test('the stage: playing, paused, with a message', async () => {
    await using tv = await bar.stage({ lang });
    const { page } = tv;
    const fine = async (where: string): Promise<void> => {
      expect({ where, barriers: await barriers(page) }).toEqual({ where, barriers: [] });
    };
    const { paused } = stage[lang];
    await page.getByRole('progressbar').waitFor();
    await fine('playing');
    await bar.party.dj('pause');
    await tv.shows(paused);
    await fine('paused');
    await bar.party.dj('resume');
    await tv.hides(paused);
    await bar.party.dj('say', `To all of you (${lang})`);
    await tv.shows(`To all of you (${lang})`);
    await fine('a message');
  });

  test('the page without scripts, and a refusal', async () => {
    // axe is a script: they are not off here, the page's own just never come.
    await using plain = await bar.opens('/', { scripts: 'lost', lang, expected: [/ERR_FAILED/] });
    await plain.page.locator('input[name=song]').waitFor();
    expect(await barriers(plain.page)).toEqual([]);
    await using nothing = await bar.opens('/nothing', { lang, expected: [/404/] });
    expect(await barriers(nothing.page)).toEqual([]);
  });

  test('last call and goodbye, on a phone and on the stage', async () => {
    await using phone = await bar.phone({ lang });
    await using tv = await bar.stage({ lang });
    const fine = async (where: string): Promise<void> => {
      for (const { page } of [phone, tv])
        expect({ where, page: page.url(), barriers: await barriers(page) }).toMatchObject({ where, barriers: [] });
    };
    await phone.shows('Friday at Tosho’s');
    await bar.party.dj('party', 'closing', clockIn(20));
    await phone.shows(frame.lastCall('').trim());
    await tv.shows(stage[lang].lastCall);
    await fine('last call');
    await bar.party.dj('party', 'end');
    await phone.shows(frame.goodbye);
    await tv.shows(stage[lang].goodbye);
    await fine('goodbye');
    // For the other language.
    await bar.party.dj('party', 'start', 'Friday at Tosho’s');
    await tv.hides(stage[lang].goodbye);
  });
});
