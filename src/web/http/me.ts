/** POST /me: what the phone is to remember, said by the page with scripts (cookies.ts tells why the server sets it). */
import type { FastifyInstance } from 'fastify';
import { credentials, guestCookie, languageCookie } from './cookies.ts';
import { isLanguage } from './language.ts';
import { Refused } from './refused.ts';

/** Fields: `name` and `code`, an empty name forgets; `lang`. 204 with the cookies. */
export function rememberWhoSays(app: FastifyInstance): void {
  app.post<{ Body: URLSearchParams | undefined }>('/me', (request, reply) => {
    const fields = request.body ?? new URLSearchParams();
    const cookies: string[] = [];
    const name = fields.get('name');
    if (name !== null) {
      const guest = name.trim() === '' ? null : credentials(name, fields.get('code') ?? '');
      if (name.trim() !== '' && guest === null) throw new Refused('bad-request');
      cookies.push(guestCookie(guest));
    }
    const language = fields.get('lang');
    if (isLanguage(language)) cookies.push(languageCookie(language));
    if (cookies.length === 0) throw new Refused('bad-request');
    return reply.code(204).headers({ 'set-cookie': cookies, 'cache-control': 'no-store' }).send();
  });
}
