/** A guest with a phone: what a thumb does on the guest page, in English unless the device speaks Bulgarian. */
import type { Locator } from 'playwright-core';
import { Screen } from './screen.ts';

const TABS = { sing: 'Sing', mine: 'My songs', line: 'The line', me: 'Me' } as const;

export class Phone extends Screen {
  /** The banner of who is called. */
  readonly call: Locator = this.page.getByRole('alert');

  /** Taps on one of the four pages at the foot. */
  async opens(tab: keyof typeof TABS): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: TABS[tab] }).click();
  }

  /** Types into the search, as much as is given. */
  async looksFor(words: string): Promise<void> {
    await this.opens('sing');
    await this.page.getByLabel('Artist or title', { exact: true }).fill(words);
  }

  /** Finds `song`, written `Toto – Africa`, and taps on Sing; `name` is typed where the page asks who that is. */
  async asksFor(song: string, name?: string): Promise<void> {
    await this.looksFor(song);
    await this.taps(`Sing ${song}`);
    if (name !== undefined) await this.saysName(name);
  }

  /** Answers the page's question for a name, with the code of another phone where there is one. */
  async saysName(name: string, code?: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name', exact: true }).fill(name);
    if (code !== undefined) {
      const field = this.page.getByRole('textbox', { name: /^Your code/ });
      if (!(await field.isVisible())) await this.taps('I have a code');
      await field.fill(code);
    }
    await this.taps('Go on');
  }

  /** Taps on what is called exactly so. */
  async taps(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Opens the page again, as who shakes the phone does. */
  async reloads(): Promise<void> {
    await this.page.reload();
  }

  /** Another tab of the same browser, so of the same guest. */
  async opensTab(): Promise<Phone> {
    const page = await this.context.newPage();
    await page.goto(this.page.url());
    return new Phone({ page, context: this.context, [Symbol.asyncDispose]: () => page.close() });
  }
}
