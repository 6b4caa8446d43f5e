/** The web port over HTTP: the guest page, the stage page, and what they are made of. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastify from 'fastify';
import type { Config } from '../../config/schema.ts';
import type { Log } from '../../log.ts';
import type { Doorway } from '../plain/visit.ts';
import type { GuestStore } from '../../store/guests.ts';
import { serveAssets } from './assets.ts';
import { readBuilt } from './built.ts';
import { serveGuestPage } from './guest_page.ts';
import { HEADERS, PERMISSIONS } from './headers.ts';
import { languagesOf } from './language.ts';
import { serverOptions } from './limits.ts';
import { rememberWhoSays } from './me.ts';
import { isOurHost } from './host.ts';
import { isOwnOrigin } from './origin.ts';
import { answerProblems, renderProblem } from './problems.ts';
import { Refused } from './refused.ts';
import { serveStagePage } from './stage_page.ts';

export interface PagesDeps {
  readonly config: () => Config;
  readonly log: Log;
  readonly store: GuestStore;
  /** Where pages without scripts have their conversations. */
  readonly door: Doorway;
}

export interface Pages {
  readonly server: Server;
  /** Resolves to the port. */
  listen(where: { readonly fd: number } | { readonly host: string; readonly port: number }): Promise<number>;
}

/** What tools/pages.ts has built. */
const BUILT = join(import.meta.dirname, '../pages');

/** Rejects with CannotRun when the pages are not built. */
export async function openPages({ config, log, store, door }: PagesDeps): Promise<Pages> {
  const built = readBuilt(BUILT);
  const url = (): string => config()['web.url'];
  const app = fastify(serverOptions((problem, headers) => renderProblem(problem, languagesOf(headers), built.guest)));

  await app.register(fastifyHelmet, HEADERS);
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    void reply.header('permissions-policy', PERMISSIONS);
    const { origin, host } = headers;
    if (!isOurHost({ host, url: url(), machine: hostname() })) throw new Refused('unknown-host');
    if (method !== 'GET' && method !== 'HEAD' && !isOwnOrigin({ origin, host, url: url() }))
      throw new Refused('foreign');
  });
  // What forms send, and nothing else; of a field that comes twice the first counts.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(body.toString()));
  });
  answerProblems(app, built.guest, log);
  await serveAssets(app, BUILT);
  serveGuestPage(app, built.guest, door, url);
  serveStagePage(app, { parts: built.stage, store, url });
  rememberWhoSays(app);
  await app.ready();

  return {
    server: app.server,
    listen: async (where) => {
      const { promise, resolve } = Promise.withResolvers<null>();
      app.server.listen(where, () => {
        resolve(null);
      });
      await promise;
      return (app.server.address() as AddressInfo).port;
    },
  };
}
