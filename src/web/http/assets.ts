/** Files that are the same for everybody: what the build has made, and the icons. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Their names never mean anything else: a browser need not ask again. */
const FOREVER = { maxAge: '1y', immutable: true } as const;
const A_DAY = { maxAge: '1d', immutable: false } as const;

/** Beside the assets, under names that browsers expect or keep. */
const NAMED = ['icon.svg', 'icon-maskable.svg', 'apple-touch-icon.png', 'manifest.webmanifest'] as const;

/** `built`: what tools/pages.ts made, with `.br` and `.gz` copies beside what gets smaller. */
export async function serveAssets(app: FastifyInstance, built: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: built,
    serve: false,
    preCompressed: true,
    dotfiles: 'ignore',
    index: false,
    setHeaders: (reply) => {
      void reply.header('vary', 'Accept-Encoding');
    },
  });
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, FOREVER),
  );
  for (const name of NAMED) app.get(`/${name}`, (_request, reply) => reply.sendFile(name, A_DAY));
}
