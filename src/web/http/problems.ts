/** Every refusal of the web port, as a small page in the language of who gets it. Nothing of the inside is in it. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../../log.ts';
import type { Language } from '../../party/reasons.ts';
import { renderDocument } from '../plain/document.tsx';
import { ProblemPage } from '../plain/problem.tsx';
import type { Problem } from '../plain/problem.tsx';
import { StoreBusy } from '../../store/errors.ts';
import { plain } from '../words/plain.ts';
import type { Parts } from './built.ts';
import { readCookies } from './cookies.ts';
import { sendPage } from './html.ts';
import { languageOf } from './language.ts';
import { LIMITS } from './limits.ts';
import { Refused } from './refused.ts';

const STATUS: Readonly<Record<Problem, number>> = {
  'bad-request': 400,
  foreign: 403,
  'unknown-host': 403,
  'not-found': 404,
  method: 405,
  slow: 408,
  'too-large': 413,
  'long-address': 414,
  'media-type': 415,
  headers: 431,
  broken: 500,
  busy: 503,
};

/** `languages`: one below the other. */
export function renderProblem(problem: Problem, languages: readonly Language[], parts: Parts): string {
  const [language = 'en'] = languages;
  const { title } = plain[language];
  const body = ProblemPage({ languages, problem });
  return renderDocument({ language, title, parts, renewS: null, script: 'none', body });
}

/** What Fastify and its plugins call what happened. */
function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  if (error instanceof StoreBusy) return 'busy';
  const { statusCode } = error as Partial<FastifyError>;
  // @fastify/static says 403 to what is outside its folder; there is nothing there either.
  if (statusCode === 403 || statusCode === 404) return 'not-found';
  if (statusCode === 413) return 'too-large';
  if (statusCode === 415) return 'media-type';
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'bad-request' : 'broken';
}

const METHODS = ['GET', 'HEAD', 'POST'] as const;
const SECONDS_BUSY = 5;

export function answerProblems(app: FastifyInstance, parts: Parts, log: Log): void {
  const refuse = (problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const language = languageOf(readCookies(request.headers.cookie).language, request.headers['accept-language']);
    if (problem === 'busy') void reply.header('retry-after', SECONDS_BUSY);
    return sendPage(request, reply.code(STATUS[problem]), renderProblem(problem, [language], parts));
  };
  app.addHook('onRequest', async (request) => {
    if (request.url.length > LIMITS.addressLetters) throw new Refused('long-address');
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem === 'broken')
      log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a bug in a page');
    return refuse(problem, request, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.replace(/\?.*$/s, '');
    const url = path.startsWith('/assets/') ? '/assets/*' : path;
    const allowed: readonly string[] = METHODS.filter((method) => app.hasRoute({ method, url }));
    if (allowed.length === 0 || allowed.includes(request.method)) return refuse('not-found', request, reply);
    return refuse('method', request, reply.header('allow', allowed.join(', ')));
  });
}
