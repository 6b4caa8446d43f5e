/** What a page weighs on its way to the phone, as the browser counts it: heads and bodies, compressed as they came. */
import type { Page } from 'playwright-core';

export interface Weight {
  readonly url: string;
  /** Bytes on the wire, with the answer's head. */
  readonly bytes: number;
}

/**
 * Opens `url` on a page that was nowhere before; resolves when it is loaded, with all that came for it, in the order
 * in which it was whole. With `gzip` as in
 * a bar: brotli is asked for on TLS and on the own machine only, and a phone has neither.
 */
export async function weigh(page: Page, url: string, encoding: 'br' | 'gzip' = 'gzip'): Promise<readonly Weight[]> {
  const network = await page.context().newCDPSession(page);
  await page.context().setExtraHTTPHeaders({ 'accept-encoding': encoding });
  const asked = new Map<string, string>();
  const weights: Weight[] = [];
  network.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    weights.push({ url: asked.get(requestId) ?? requestId, bytes: encodedDataLength }),
  );
  await network.send('Network.enable');
  await page.goto(url, { waitUntil: 'networkidle' });
  await network.detach();
  return weights;
}
