/** Lines as the protocol wants them, from what people type. */

/** Who speaks. */
export interface Speaker {
  readonly name: string;
  /** null: a new name. */
  readonly code: string | null;
  /** The page's own id for the HELLO of a new name: said again with it, an answer that was lost costs nobody the name. */
  readonly key?: string;
}

export interface RequestMade {
  readonly key: string;
  readonly what: string;
  /** With whom; null: alone. */
  readonly partner: string | null;
}

/** One line, whatever was pasted: a line break in it would be two. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

export const helloLine = ({ name, code, key }: Speaker): string =>
  [
    'HELLO',
    ...(key === undefined ? [] : [option('key', key)]),
    ...(code === null ? [] : [option('code', code)]),
    name,
  ].join(' ');

export const requestLine = ({ key, what, partner }: RequestMade): string =>
  ['REQUEST', option('key', key), ...(partner === null ? [] : [option('with', partner)]), what].join(' ');

const option = (name: string, value: string): string => `${name}="${value.replaceAll(/["\\]/g, '\\$&')}"`;
