/** The pages over HTTP: built by Vite, hashed, compressed and cached. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import type { Config } from '../../config/schema.ts';
import type { Log } from '../../log.ts';
import type { GuestStore } from '../../store/guests.ts';

export interface PagesDeps {
  readonly config: () => Config;
  readonly log: Log;
  readonly store: GuestStore;
}

export interface Pages {
  readonly server: Server;
  /** Resolves to the port. */
  listen(where: { readonly fd: number } | { readonly host: string; readonly port: number }): Promise<number>;
}

/** What tools/pages.ts has built. */
const BUILT = join(import.meta.dirname, '../pages');

export async function openPages(_deps: PagesDeps): Promise<Pages> {
  const app = fastify();
  await app.register(fastifyStatic, { root: BUILT, preCompressed: true });
  app.get('/', (_request, reply) => reply.sendFile('guest/index.html'));
  app.get('/stage', (_request, reply) => reply.sendFile('stage/index.html'));
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
