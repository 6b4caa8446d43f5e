/**
 * The guest page on a phone with a poor connection: bytes on their way, and when its form can be used. In the browser that
 * the tests use, with the network that its developer tools call Slow 4G.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../test/web/browser/chromium.ts';
import { weigh } from '../../test/web/browser/weight.ts';
import type { Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { median } from '../quantiles.ts';
import { openStage } from '../stage.ts';
import { atMost, kilobytes, ms, times } from '../words.ts';

/** Chromium's preset (front_end/core/sdk/NetworkManager.ts): 1.6 Mbps down and 750 kbps up, less a tenth; per request. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (750e3 * 0.9) / 8,
} as const;
const AIM = { htmlBytes: 14 * 1_024, allBytes: 60 * 1_024, usableMs: 2_500 } as const;

/** The least that can be asked a song with. */
const BARE = '<!doctype html><title>bare</title><form><input name="song"><button>Sing</button></form>';

export const firstLoad: Measure = async (bench) => {
  await using stage = await openStage(bench, { web: true });
  await using bare = await bareServer();
  const browser = await launchChromium();
  try {
    const page = `http://127.0.0.1:${stage.webPort}/`;
    const rounds = sized(bench, { full: 9, quick: 2 });
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await usableAfter(browser, page));
      theirs.push(await usableAfter(browser, bare.url));
    }
    return [...(await weights(browser, page)), usable(ours, theirs)];
  } finally {
    await browser.close();
  }
};

async function weights(browser: Browser, url: string): Promise<readonly Row[]> {
  const page = await browser.newPage();
  const came = await weigh(page, url);
  await page.context().close();
  const html = came.find((each) => each.url === url)?.bytes ?? Number.NaN;
  const all = came.reduce((sum, { bytes }) => sum + bytes, 0);
  const row = { beside: null, from: 'with heads, with gzip as a phone gets it without TLS' };
  return [
    {
      ...row,
      what: 'guest page, HTML',
      measured: kilobytes(html),
      aim: atMost(html, AIM.htmlBytes, kilobytes(AIM.htmlBytes)),
    },
    {
      ...row,
      what: `guest page, all ${came.length} files`,
      measured: kilobytes(all),
      aim: atMost(all, AIM.allBytes, kilobytes(AIM.allBytes)),
    },
  ];
}

function usable(ours: readonly number[], bare: readonly number[]): Row {
  return {
    what: 'guest page on Slow 4G, form usable',
    measured: ms(median(ours)),
    aim: atMost(median(ours), AIM.usableMs, ms(AIM.usableMs)),
    beside: times(median(ours), median(bare), ms(median(bare)), 'a form of 90 bytes'),
    from: `median of ${ours.length} empty caches, slowest ${ms(Math.max(...ours))}; painted and typed into`,
  };
}

/** Milliseconds until the page was painted and its field for a song took a letter, in a browser that knows nothing of it. */
async function usableAfter(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', SLOW_4G);
  const startedAt = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('input[name=song]').pressSequentially('a');
  const typedMs = performance.now() - startedAt;
  const usableMs = Math.max(typedMs, await paintedAfter(page));
  await page.context().close();
  return usableMs;
}

/** First contentful paint, milliseconds from the navigation. */
async function paintedAfter(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((painted) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint) painted(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  })`);
}

async function bareServer(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(BARE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
