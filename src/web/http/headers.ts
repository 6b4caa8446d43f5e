/**
 * What every answer tells the browser to refuse. helmet's own choice is not ours: it adds HSTS and upgrade-insecure-requests,
 * with which a bar without TLS, which is every bar, would never see its page again.
 */
import type { IncomingMessage } from 'node:http';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import { openedAt } from './address.ts';

export const HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      // 'self' means the WebSocket too only since Safari 15.4 and its like: it is named.
      'connect-src': [connectTo],
      'manifest-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // Not no-referrer: with that browsers post `Origin: null` (Fetch, "append a request Origin header"), which is a
  // stranger's. Nobody else hears of us either way.
  referrerPolicy: { policy: 'same-origin' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xContentTypeOptions: true,
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: false,
  // What is left of helmet is for browsers that cannot show the page at all.
  crossOriginEmbedderPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xPoweredBy: false,
  xXssProtection: false,
};

/** Only what the guest page does is allowed: vibrating and sounding need no permission. */
export const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()';

/** The Host is what a stranger wrote: only a plain one gets into the policy. */
function connectTo({ headers }: IncomingMessage): string {
  const host = openedAt(headers.host)?.host;
  return host === undefined ? "'self'" : `'self' ws://${host} wss://${host}`;
}
