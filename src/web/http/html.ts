/** How a page made for one request is sent: never kept by anybody, and compressed. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;

/** What a page depends on beside its address. */
const VARY = 'Accept-Encoding, Accept-Language, Cookie';

/**
 * A page of 6 KB is 2 KB compressed, for a fifth of a millisecond on another thread: 2,000 phones share the air of one
 * room. Browsers take brotli only with TLS, so in most bars it is gzip.
 */
export async function sendPage(request: FastifyRequest, reply: FastifyReply, html: string): Promise<FastifyReply> {
  void reply.type('text/html; charset=utf-8').headers({ 'cache-control': 'no-store', vary: VARY });
  const encoding = encodingOf(request.headers['accept-encoding']);
  if (encoding === null) return reply.send(html);
  const bytes =
    encoding === 'br'
      ? await compress.br(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await compress.gzip(html);
  return reply.header('content-encoding', encoding).send(bytes);
}

/** The best that is accepted; null: as it is. Nobody sends `br;q=0` but who means it. */
export function encodingOf(accepted: string | undefined): 'br' | 'gzip' | null {
  const taken = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.replaceAll(' ', ''))
    .filter((coding) => !/;q=0(\.0*)?$/.test(coding))
    .map((coding) => coding.split(';')[0]);
  return (['br', 'gzip'] as const).find((coding) => taken.includes(coding)) ?? null;
}
