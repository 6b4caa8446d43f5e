/** What every page has in common for who looks at it: words appear and go. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Visit } from './browser.ts';

export class Screen implements AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.page = visit.page;
    this.context = visit.context;
    this.#visit = visit;
  }

  /** Resolves when these words are to be seen, in one piece of the page. Rejects with all that is to be seen instead. */
  async shows(words: string | RegExp, where: Locator = this.page.locator('body')): Promise<void> {
    await this.#seen(
      where.getByText(words).filter({ visible: true }).first(),
      'visible',
      `${String(words)} never came`,
    );
  }

  /** Resolves when these words are not, or no longer, to be seen. */
  async hides(words: string | RegExp, where: Locator = this.page.locator('body')): Promise<void> {
    await this.#seen(where.getByText(words).filter({ visible: true }).first(), 'hidden', `${String(words)} stayed`);
  }

  /** All words that are on the page. */
  async text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#visit[Symbol.asyncDispose]();
  }

  async #seen(what: Locator, state: 'visible' | 'hidden', otherwise: string): Promise<void> {
    try {
      await what.waitFor({ state });
    } catch (error) {
      throw new Error(`${otherwise}. The page says:\n${await this.text()}`, { cause: error });
    }
  }
}
