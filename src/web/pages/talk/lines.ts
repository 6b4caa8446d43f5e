/** Lines as the protocol wants them, from what people type. */

/** Who speaks. */
export interface Speaker {
  readonly name: string;
  /** null: a new name. */
  readonly code: string | null;
}

export interface RequestMade {
  readonly key: string;
  readonly what: string;
  /** With whom; null: alone. */
  readonly partner: string | null;
}

/** One line, whatever was pasted: a line break in it would be two. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

export const helloLine = ({ name, code }: Speaker): string =>
  code === null ? `HELLO ${name}` : `HELLO ${option('code', code)} ${name}`;

export const requestLine = ({ key, what, partner }: RequestMade): string =>
  ['REQUEST', option('key', key), ...(partner === null ? [] : [option('with', partner)]), what].join(' ');

const option = (name: string, value: string): string => `${name}="${value.replaceAll(/["\\]/g, '\\$&')}"`;
