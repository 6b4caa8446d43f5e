/** Whatever guests, DJs and catalogues call things, pages show it as it is written and run none of it. */
import { expect, test } from '@jest/globals';
import { openBar } from './bar.ts';
import type { Screen } from './screen.ts';

const TAG = '<img src=x onerror=pwned=1>';
const TITLE = '"><script>pwned=1</script>';
const ARTIST = `Robert'); DROP TABLE "songs`;
const TEMPLATE = '{{7*7}} ${pwned=1} &lt;b&gt;';
const FACE = '👩‍🎤 Zoë عمر';

const bar = openBar({
  songs: [
    [ARTIST, TITLE, 200],
    ['Template', TEMPLATE, 200],
    ['Face', FACE, 200],
  ],
  flags: ['--party', `<b onmouseover=pwned=1>Party`],
});

/** Nothing of it became more than text. */
async function isUnharmed(screen: Screen): Promise<void> {
  expect(await screen.page.evaluate('typeof pwned')).toBe('undefined');
  expect(await screen.page.locator('img:not([src^="/"]), [onerror], [onmouseover], body script').count()).toBe(0);
}

test('markup in names, titles, wishes and the DJ’s words is text on every page', async () => {
  await using tv = await bar.stage();
  await using ada = await bar.phone();
  await ada.asksFor(`${ARTIST} – ${TITLE}`, TAG);
  await ada.shows(`${ARTIST} – ${TITLE}: you are first in the line.`);
  await ada.looksFor(`<i>Nobody</i> - ${TEMPLATE}`);
  await ada.taps(`Ask the DJ for <i>Nobody</i> – ${TEMPLATE}`);
  // The same title by somebody else: a question, in which it is written too.
  await ada.shows('Which one do you mean?');
  await isUnharmed(ada);
  await ada.taps('None of these: ask the DJ');
  await ada.shows(`The DJ has been asked for <i>Nobody</i> – ${TEMPLATE}.`);
  await ada.opens('mine');
  await ada.shows(TEMPLATE);
  await using eve = await bar.party.named('Eve');
  expect((await eve.asks('REQUEST 3')).final).toContain('OK QUEUED');
  await bar.party.dj('say', `<svg onload=pwned=1> & “quotes” '"`);
  for (const each of [tv, ada]) {
    await each.shows(TITLE);
    await each.shows(`<svg onload=pwned=1> & “quotes” '"`);
  }
  await tv.shows(TAG);
  await tv.shows(FACE);
  await ada.opens('line');
  await ada.shows(FACE);
  await bar.party.dj('skip');
  await tv.shows(TAG);
  for (const each of [tv, ada]) await isUnharmed(each);
  await ada.reloads();
  await ada.opens('me');
  await ada.shows(`You are ${TAG}`);
  await isUnharmed(ada);
});

test('so it is in the page without scripts', async () => {
  await using plain = await bar.opens('/', { scripts: 'off' });
  const text = await plain.page.locator('body').innerText();
  for (const each of [TITLE, TAG]) expect(text).toContain(each);
  expect(await plain.page.locator('img:not([src^="/"]), [onerror], [onmouseover], body script').count()).toBe(0);
});
