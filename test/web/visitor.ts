/** Somebody with a browser that runs no script, as a test plays one: it keeps cookies, posts forms and reads the text. */
import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

export interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly html: string;
  /** As it is read: without tags, entities resolved, blanks as one. */
  readonly text: string;
  /** Bytes of the body as they came, compressed or not. */
  readonly bytes: number;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** One request as it is, without cookies or redirects; resolves to whatever is answered. */
export async function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Page> {
  const { promise, resolve, reject } = Promise.withResolvers<Page>();
  const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('error', reject);
    answer.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const html = bytes.toString('utf8');
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        html,
        text: textOf(html),
        bytes: bytes.length,
      });
    });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

export class Visitor {
  readonly port: number;
  readonly headers: OutgoingHttpHeaders;
  readonly cookies = new Map<string, string>();

  constructor(port: number, headers: OutgoingHttpHeaders = {}) {
    this.port = port;
    this.headers = headers;
  }

  get(path = '/'): Promise<Page> {
    return this.#ask(path, {});
  }

  /** Posts fields and goes where the answer sends it. */
  async post(fields: Readonly<Record<string, string>>, path = '/'): Promise<Page> {
    const page = await this.#ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
    return page.status === 303 ? this.get(page.headers.location) : page;
  }

  /** The value of the button that says so, of a page. */
  static button(page: Page, name: string, label: string): string {
    for (const [, value = '', text = ''] of page.html.matchAll(
      new RegExp(`<button[^>]*name="${name}" value="([^"]*)"[^>]*>(.*?)</button>`, 'gs'),
    ))
      if (textOf(text).includes(label)) return unescaped(value);
    throw new Error(`no button ${name} says ${label} in: ${page.html}`);
  }

  async #ask(path: string, { headers, ...sent }: Sent): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const said = { ...this.headers, ...headers, ...(cookie === '' ? {} : { cookie }) };
    const page = await ask(this.port, path, { ...sent, headers: said });
    for (const each of page.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (each.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return page;
  }
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const textOf = (html: string): string =>
  unescaped(
    html
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();
