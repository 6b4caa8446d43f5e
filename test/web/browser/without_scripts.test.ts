/** A phone on which no script runs: the form alone is enough for an evening. */
import { expect, test } from '@jest/globals';
import { openBar } from './bar.ts';
import { Screen } from './screen.ts';

const bar = openBar();

/** What a thumb does on the page as it comes from the server. */
class PlainPhone extends Screen {
  async types(label: string, words: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(words);
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Opens what is folded, such as the question before a song is taken out. */
  async unfolds(name: string): Promise<void> {
    await this.page.locator(`summary:text-is("${name}"), summary[aria-label="${name}"]`).click();
  }
}

const plainPhone = async (): Promise<PlainPhone> => new PlainPhone(await bar.opens('/', { scripts: 'off' }));

test('a song is asked for, chosen, wished for and taken back by the form alone', async () => {
  await using ada = await plainPhone();
  await ada.types('What is your name?', 'Ada');
  await ada.types('Which song?', 'bohemain rapsody');
  await ada.presses('Sing');
  await ada.shows('Welcome, Ada!');
  await ada.shows(/Queen – Bohemian Rhapsody: you are first in the line/);
  await ada.shows('You are Ada');

  // Not sure: one of them is chosen.
  await ada.types('Which song?', 'Weezer - Africa');
  await ada.presses('Sing');
  await ada.shows('Which one do you mean?');
  await ada.presses('Toto – Africa');
  await ada.shows(/Toto – Africa: place 2/);

  // Nor that one: the DJ is asked.
  await ada.types('Which song?', 'Nirvana - Lithium');
  await ada.presses('Sing');
  await ada.shows('The DJ has been asked for Nirvana – Lithium.');
  await ada.shows('You are the first to want it.');

  // What was asked for twice by a reload is in the line once.
  await ada.page.reload();
  expect((await bar.party.djJson('queue'))['rows']).toHaveLength(2);

  await ada.unfolds('Take Queen – Bohemian Rhapsody out of the line');
  await ada.page.getByRole('button', { name: 'Yes, take it out' }).filter({ visible: true }).click();
  await ada.hides(/^Queen – Bohemian Rhapsody$/);
  expect((await bar.party.djJson('queue'))['rows']).toMatchObject([{ title: 'Africa' }]);
  await ada.presses('I am away');
  await ada.shows('You are away. Your places are kept, and nobody calls you.');
  await ada.presses('I am back');
  // The player announces it a moment later, and a page without scripts knows what was so when it was asked for.
  const watch = bar.party.startDj('--json', 'watch');
  await watch.said(/"event":"next",[^\n]*"singer":"Ada"/);
  watch.child.kill('SIGINT');
  await watch.ended;
  await ada.page.reload();
  await ada.shows('You are next! Come to the stage after this song.');
});

test('who has the page with scripts finds the own songs there, and the other way round', async () => {
  await using plain = await plainPhone();
  await plain.types('What is your name?', 'Bo');
  await plain.types('Which song?', 'a-ha - Take On Me');
  await plain.presses('Sing');
  await plain.unfolds('Move to another phone');
  const code = (await plain.page.locator('details .code').innerText()).trim();
  await using phone = await bar.phone();
  await phone.opens('me');
  await phone.taps('Say your name');
  await phone.saysName('Bo', code);
  await phone.opens('mine');
  await phone.shows('Take On Me');
});
