/** What a page does that no page may: complain, fail, be refused by its own policy, open a dialog, call another host. */
import type { BrowserContext } from 'playwright-core';

/** What a browser says by itself, as an error, when the network goes; only a test that takes it away may hear it. */
export const LOST =
  /WebSocket connection to '[^']*' failed|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|RESET))/;

/**
 * Listens to every page of the context. The list fills as they misbehave; `expected` are complaints that belong to the
 * story. The policy's refusals come as errors of the console, also where scripts are off.
 */
export function witness(context: BrowserContext, host: string, expected: readonly RegExp[]): readonly string[] {
  const complaints: string[] = [];
  const heard = (what: string): void => {
    if (!expected.some((each) => each.test(what))) complaints.push(what);
  };
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      heard(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    heard(`error of a page: ${error.error().stack ?? error.error().message}`);
  });
  context.on('dialog', (dialog) => {
    heard(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (new URL(request.url()).host !== host) heard(`request to another host: ${request.url()}`);
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) heard(`WebSocket to another host: ${socket.url()}`);
    });
  });
  return complaints;
}
