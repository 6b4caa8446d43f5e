/**
 * Takes the pictures of docs/pictures anew: every page as a phone and a TV show it on a believable evening.
 *
 *     npm run pictures              all of them, a minute
 *     npm run pictures -- phone     those whose name begins so
 *
 * Builds nothing: `npm run build` first. What is right is judged by looking.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBrowser } from '../test/web/browser/browser.ts';
import type { Device } from '../test/web/browser/browser.ts';
import { Phone } from '../test/web/browser/phone.ts';
import type { Screen } from '../test/web/browser/screen.ts';
import { startFriday } from './friday.ts';

const FOLDER = join(import.meta.dirname, '../docs/pictures');
const PHONE = { width: 390, height: 844, density: 2 } as const satisfies Device;
/** As it lays itself out on a TV, at two thirds. */
const TV = { width: 1920, height: 1080, density: 2 / 3 } as const satisfies Device;

/** Below 80 the edges of letters begin to shimmer. */
const QUALITY = 82;

const [wanted = ''] = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });

await using friday = await startFriday();
const { party } = friday;
await using browser = await TestBrowser.launch();
await using tv = await browser.stage(party, TV);
await using stela = await browser.phone(party, PHONE);

// The music has begun: from now on it is as far as the pictures took.
await tv.shows('On stage');

// A guest who has just come in.
await picture(stela, 'phone-welcome');
await stela.looksFor('quen');
await stela.shows('Bohemian Rhapsody');
await picture(stela, 'phone-search');
await stela.taps('Sing Queen – We Are the Champions');
await stela.page.getByRole('dialog').waitFor();
await picture(stela, 'phone-name');
await stela.saysName('Stela');
await stela.shows('Queen – We Are the Champions: place', stela.page.getByRole('status'));
await picture(stela, 'phone-asked');

// What is not here.
await stela.looksFor('Chappell Roan - Pink Pony Club');
await stela.shows('Ask the DJ for Chappell Roan – Pink Pony Club');
await picture(stela, 'phone-not-here');
await stela.taps('Ask the DJ for Chappell Roan – Pink Pony Club');
await stela.shows('3 other guests want it too.');
await picture(stela, 'phone-wished');
await stela.asksFor('Щурците – ХХ век');
await stela.taps('Put away');
await stela.opens('mine');
await stela.shows('ХХ век');
await picture(stela, 'phone-my-songs');
await stela.opens('line');
await picture(stela, 'phone-line');
await stela.opens('me');
await picture(stela, 'phone-me');

// In Bulgarian, and without scripts.
await using mira = await browser.phone(party, { ...PHONE, lang: 'bg' });
await mira.page.getByLabel('Изпълнител или песен', { exact: true }).fill('щурците');
await mira.shows('Клетва');
await picture(mira, 'phone-bulgarian');
await using plain = new Phone(await browser.opens(party, '/', { ...PHONE, scripts: 'off' }));
await picture(plain, 'phone-without-scripts');

// The evening on the TV.
await tv.shows('Гошо');
await picture(tv, 'tv-playing');
await party.dj('say', 'Happy birthday, Desi! The next round is on the house.');
await tv.shows('Happy birthday');
await picture(tv, 'tv-message');
await party.dj('pause');
await tv.shows('Paused');
await tv.hides('Happy birthday');
await picture(tv, 'tv-paused');
await party.dj('resume');

// Maria is next; she has a phone too.
await using maria = await browser.phone(party, PHONE);
const { stdout } = await party.dj('code', 'Maria');
await maria.opens('me');
await maria.taps('Say your name');
await maria.saysName('Maria', /\b[0-9A-Z]{6}\b/.exec(stdout)?.[0] ?? '');
await maria.shows('You are next!');
await maria.opens('sing');
await picture(maria, 'phone-next');
await party.dj('skip');
await tv.shows('To the stage');
await tv.shows('Maria');
await picture(tv, 'tv-between');
await maria.shows('Your turn!', maria.call);
await picture(maria, 'phone-your-turn');

// Everybody goes home, who has sung and who has not.
await party.dj('party', 'end');
await maria.shows('The party is over');
await picture(maria, 'phone-goodbye');
await tv.shows('Good night!');
await picture(tv, 'tv-goodbye');

async function picture(screen: Screen, name: string): Promise<void> {
  if (!name.startsWith(wanted)) return;
  // Fonts and pictures are there, and nothing moves any more.
  await screen.page.evaluate(
    'Promise.all([document.fonts.ready, ...[...document.images].map((each) => each.decode())])',
  );
  // The page's policy allows no style of ours, and this is none.
  await screen.page.evaluate('document.documentElement.style.caretColor = "transparent"');
  // playwright's own way knows no WebP, which makes a fifth of a PNG of the light on the stage's wall, and sharp letters.
  const debug = await screen.context.newCDPSession(screen.page);
  const { data } = await debug.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await debug.detach();
  writeFileSync(join(FOLDER, `${name}.webp`), data, 'base64');
  process.stdout.write(`${name}\n`);
}
