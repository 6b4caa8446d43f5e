/** `/`: the guest page, made for one visitor, and what its form asks for. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { renderDocument } from '../plain/document.tsx';
import { readEvening, readOwn } from '../plain/evening.ts';
import { readForm } from '../plain/form.ts';
import type { Deed, Speaker } from '../plain/form.ts';
import { greet } from '../plain/greet.ts';
import { meet } from '../plain/meet.ts';
import { Page } from '../plain/page.tsx';
import { perform } from '../plain/perform.ts';
import type { Outcome } from '../plain/perform.ts';
import type { Shown } from '../plain/shown.ts';
import { visit } from '../plain/visit.ts';
import type { Doorway, Say } from '../plain/visit.ts';
import type { Language } from '../../party/reasons.ts';
import { plain } from '../words/plain.ts';
import type { Parts } from './built.ts';
import { guestCookie, languageCookie, readCookies } from './cookies.ts';
import type { Credentials, Remembered } from './cookies.ts';
import { sendPage } from './html.ts';
import { languageOf } from './language.ts';
import { LIMITS } from './limits.ts';
import { remoteOf } from './remote.ts';
import { createTurns } from './turns.ts';

const newKey = (): string => randomBytes(9).toString('base64url');
/** Well within `queue.graceSeconds` (300): who waits without scripts counts as present by it. */
const RENEW_S = 60;

/** What was shown in answer to a form, or that it shows on the page itself. */
type Answered = Omit<Shown, 'language'>;

/** `url`: the setting web.url, as it is now. */
export function serveGuestPage(app: FastifyInstance, parts: Parts, door: Doorway, url: () => string): void {
  const inTurn = createTurns(LIMITS.visits);
  const answer = (request: FastifyRequest, deed: Deed, who: Speaker | null): Promise<Answered> => {
    const remote = remoteOf(request.raw, url());
    return inTurn(remote, () =>
      visit(door, { remote, guest: null }, async (say) => talk(say, { deed, who, greeted: await greet(who, say) })),
    );
  };
  const show = (request: FastifyRequest, cookie: Credentials): Promise<Answered> => {
    const remote = remoteOf(request.raw, url());
    const who = { ...cookie, by: 'cookie' } as const;
    return inTurn(remote, () =>
      meet(door, remote, cookie, (say, greeted) => talk(say, { deed: { is: 'look' }, who, greeted })),
    );
  };
  const send = (
    request: FastifyRequest,
    reply: FastifyReply,
    answered: Answered,
    language: Language = remembered(request).language,
  ): Promise<FastifyReply> => {
    const html = renderDocument({
      language,
      title: answered.evening.party?.name ?? plain[language].title,
      parts,
      renewS: answered.renewS,
      script: 'runs',
      body: Page({ ...answered, language }),
    });
    return sendPage(request, rememberGuest(reply, answered), html);
  };

  app.get('/', async (request, reply) => {
    const { guest } = remembered(request);
    return send(request, reply, await (guest ? show(request, guest) : answer(request, { is: 'look' }, null)));
  });

  /**
   * A request or a wish is answered by the page itself: the key makes it safe to send again, and a redirect would lose
   * what is to be read. What shows on the page anyway is answered by the way back to it (303), where a cookie has said
   * who asks: to a browser that keeps none, that way would lead to nobody's page.
   */
  app.post<{ Body: URLSearchParams | undefined }>('/', async (request, reply) => {
    const posted = readForm(request.body ?? new URLSearchParams(), remembered(request).guest, newKey);
    switch (posted.is) {
      case 'language':
        void reply.header('set-cookie', languageCookie(posted.language));
        if (posted.who?.by !== 'form') return reply.redirect('/', 303);
        return send(request, reply, await answer(request, { is: 'look' }, posted.who), posted.language);
      case 'forget':
        return reply.header('set-cookie', guestCookie(null)).redirect('/', 303);
      case 'deed': {
        const answered = await answer(request, posted.deed, posted.who);
        const isDone = answered.outcome.is === 'done' && posted.who?.by === 'cookie';
        return isDone ? reply.redirect('/', 303) : send(request, reply, answered);
      }
    }
  });
}

interface Met extends Pick<Shown, 'who' | 'greeted'> {
  readonly deed: Deed;
}

async function talk(say: Say, { deed, who, greeted }: Met): Promise<Answered> {
  const isGuest = greeted.is === 'guest';
  const outcome: Outcome = isGuest ? await perform(deed, say) : { is: 'nothing' };
  const own = isGuest ? await readOwn(say) : null;
  const stands = outcome.is === 'choose' || outcome.is === 'refused' || who?.by !== 'cookie';
  return {
    evening: await readEvening(say),
    greeted,
    who,
    carry: greeted.is === 'guest' && who?.by === 'form' ? greeted.known : null,
    own,
    renewS: !stands && own !== null && own.places.length > 0 ? RENEW_S : null,
    outcome,
    pending: !isGuest || isStillAsked(deed, outcome) ? deed : { is: 'look' },
    key: newKey(),
  };
}

/** What was typed and did not become a place or a wish stays in its field; what was pressed can be pressed again. */
const isStillAsked = (deed: Deed, outcome: Outcome): boolean =>
  deed.is === 'ask' && (outcome.is === 'refused' || outcome.is === 'choose');

function remembered(request: FastifyRequest): Omit<Remembered, 'language'> & Pick<Shown, 'language'> {
  const { guest, language } = readCookies(request.headers.cookie);
  return { guest, language: languageOf(language, request.headers['accept-language']) };
}

/** Anew at each visit: a cookie that is used does not grow old. */
function rememberGuest(reply: FastifyReply, { greeted, who }: Answered): FastifyReply {
  if (greeted.is === 'guest' && greeted.known) void reply.header('set-cookie', guestCookie(greeted.known));
  // A wrong code that is sent again with each load would be a wrong try each time, and lock out who types the right one.
  const isWrong =
    greeted.is === 'nobody' || (greeted.is === 'refused' && ['NAME_TAKEN', 'NOT_FOUND'].includes(greeted.err.word));
  if (isWrong && who?.by === 'cookie') void reply.header('set-cookie', guestCookie(null));
  if (greeted.is === 'refused' && greeted.err.retry !== null) void reply.header('retry-after', greeted.err.retry);
  return reply.code(
    greeted.is !== 'refused' ? 200 : greeted.err.code === 429 ? 429 : greeted.err.code < 500 ? 503 : 200,
  );
}
