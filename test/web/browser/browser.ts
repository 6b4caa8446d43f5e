/** A real browser for the length of a test file; every phone and TV is a context of its own in it, as if a device. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Party } from '../../party/party.ts';
import { launchChromium } from './chromium.ts';
import { Phone } from './phone.ts';
import { Stage } from './stage.ts';
import { witness } from './witness.ts';

/** A wait that took so long is a failure; it is a deadline and never the way to wait. */
const DEADLINE_MS = 60_000;

export interface Device {
  readonly lang?: 'en' | 'bg';
  readonly width?: number;
  readonly height?: number;
  /** Pixels of the screen for one of the page; 1 unless a picture is to be sharp. */
  readonly density?: number;
  /** `lost`: they may run, but never arrive. */
  readonly scripts?: 'on' | 'off' | 'lost';
  /** Complaints of the browser that belong to the story, such as LOST (witness.ts). Any other fails the test. */
  readonly expected?: readonly RegExp[];
}

/** A page on a device; closing it says what it complained of. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
}

export const urlOf = (party: Party, path: string): string => `http://127.0.0.1:${party.webPort}${path}`;

export class TestBrowser implements AsyncDisposable {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async launch(): Promise<TestBrowser> {
    return new TestBrowser(await launchChromium());
  }

  /** A phone that has opened the guest page. */
  async phone(party: Party, device: Device = {}): Promise<Phone> {
    return new Phone(await this.opens(party, '/', device));
  }

  /** A TV that has opened the stage page. */
  async stage(party: Party, device: Device = {}): Promise<Stage> {
    return new Stage(await this.opens(party, '/stage', { width: 1280, height: 720, ...device }));
  }

  /** A device that shows a page of the party. */
  async opens(party: Party, path: string, device: Device = {}): Promise<Visit> {
    const visit = await this.visit(party, device);
    await visit.page.goto(urlOf(party, path));
    return visit;
  }

  /** A device that has opened nothing yet. Rejects with its complaints when it is closed, if there were any. */
  async visit(party: Party, device: Device = {}): Promise<Visit> {
    const { lang = 'en', width = 390, height = 844, density = 1, scripts = 'on', expected = [] } = device;
    const context = await this.#browser.newContext({
      locale: lang === 'bg' ? 'bg-BG' : 'en-GB',
      viewport: { width, height },
      deviceScaleFactor: density,
      javaScriptEnabled: scripts !== 'off',
      // What fades in is looked at when it is there.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(DEADLINE_MS);
    const complaints = witness(context, new URL(urlOf(party, '/')).host, expected);
    if (scripts === 'lost') await context.route('**/*.js', (route) => route.abort());
    const page = await context.newPage();
    return {
      page,
      context,
      [Symbol.asyncDispose]: async () => {
        await context.close();
        if (complaints.length > 0) throw new Error(`the page misbehaved:\n${complaints.join('\n')}`);
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}
