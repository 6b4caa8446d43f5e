/** `/stage` and `/join.svg`: the shell of the TV's page, and how to join. */
import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GuestStore } from '../../store/guests.ts';
import { renderDocument } from '../plain/document.tsx';
import { StageShell } from '../plain/stage.tsx';
import { plain } from '../words/plain.ts';
import { joinAddress } from './address.ts';
import type { Parts } from './built.ts';
import { readCookies } from './cookies.ts';
import { sendPage } from './html.ts';
import { languageOf } from './language.ts';
import { createQr } from './qr.ts';

export interface StagePageDeps {
  readonly parts: Parts;
  readonly store: Pick<GuestStore, 'door'>;
  /** The setting web.url, as it is now. */
  readonly url: () => string;
}

export function serveStagePage(app: FastifyInstance, { parts, store, url }: StagePageDeps): void {
  const drawQr = createQr();
  const join = ({ headers }: FastifyRequest): string => {
    const { address, port } = app.server.address() as AddressInfo;
    return joinAddress({ url: url(), host: headers.host, bound: address, port, interfaces: networkInterfaces() });
  };

  app.get('/stage', async (request, reply) => {
    const language = languageOf(readCookies(request.headers.cookie).language, request.headers['accept-language']);
    const party = (await store.door()).party?.name ?? null;
    const { title, stage } = plain[language];
    const html = renderDocument({
      language,
      title: `${party ?? title} – ${stage}`,
      parts,
      renewS: null,
      script: 'runs',
      body: StageShell({ language, party, join: join(request) }),
    });
    return sendPage(request, reply, html);
  });

  // Asked for anew each time: web.url may change by a reload, and the address by a new lease.
  app.get('/join.svg', async (request, reply) =>
    reply
      .type('image/svg+xml')
      .header('cache-control', 'no-store')
      .send(await drawQr(join(request))),
  );
}
