/** What a posted form means. Fields are what a stranger sent: the first of each name counts, and none is trusted. */
import { createHash } from 'node:crypto';
import { normaliseCode } from '../../party/code.ts';
import { nameKey } from '../../party/names.ts';
import type { Language } from '../../party/reasons.ts';
import type { Credentials } from '../http/cookies.ts';
import { isLanguage } from '../http/language.ts';

/** What is to be done, once it is known who asks. */
export type Deed =
  | { readonly is: 'look' }
  /** As typed. `key` makes it safe to send again. */
  | { readonly is: 'ask'; readonly song: string; readonly key: string }
  /** A song of the catalogue, out of a list. */
  | { readonly is: 'take'; readonly songId: string; readonly key: string }
  | { readonly is: 'wish'; readonly song: string }
  | { readonly is: 'cancel' | 'unwish'; readonly id: string }
  | { readonly is: 'away' | 'back' };

export type Posted =
  | { readonly is: 'language'; readonly language: Language; readonly who: Speaker | null }
  | { readonly is: 'forget' }
  | { readonly is: 'deed'; readonly deed: Deed; readonly who: Speaker | null };

/** Who says to be asking. `by`: whether the form alone said it, or the cookie too; a code may be missing in the form. */
export interface Speaker {
  readonly name: string;
  readonly code: string | null;
  readonly by: 'form' | 'cookie';
  /** The form's: a new name is safe to send again with it. */
  readonly key?: string;
}

/** `remembered`: from the cookie. `newKey`: something nobody can guess, for a form that brought none. */
export function readForm(fields: URLSearchParams, remembered: Credentials | null, newKey: () => string): Posted {
  const language = fields.get('lang');
  const who = speakerIn(fields, remembered);
  if (isLanguage(language)) return { is: 'language', language, who };
  if (fields.has('forget')) return { is: 'forget' };
  return { is: 'deed', deed: deedIn(fields, newKey), who };
}

/** Who is speaking: whom the form names, else whom the cookie does. */
function speakerIn(fields: URLSearchParams, remembered: Credentials | null): Speaker | null {
  const name = field(fields, 'name');
  const code = field(fields, 'code');
  if (name === '') return remembered && { ...remembered, by: 'cookie' };
  // Sent again by a reload: the code came with the first answer, into the cookie.
  const own = remembered !== null && nameKey(remembered.name) === nameKey(name) ? remembered.code : null;
  if (own !== null && (code === '' || normaliseCode(code) === own)) return { name, code: own, by: 'cookie' };
  if (code !== '') return { name, code, by: 'form' };
  const key = formKey(fields);
  return { name, code: null, by: 'form', ...(key !== null && { key }) };
}

function deedIn(fields: URLSearchParams, newKey: () => string): Deed {
  const form = formKey(fields) ?? newKey();
  const songId = id(fields, 'take');
  if (songId !== '') return { is: 'take', songId, key: keyOf(form, songId) };
  for (const deed of ['cancel', 'unwish'] as const) {
    const meant = id(fields, deed);
    if (meant !== '') return { is: deed, id: meant };
  }
  const here = field(fields, 'here');
  if (here === 'away' || here === 'back') return { is: here };
  const wished = field(fields, 'wish');
  if (wished !== '') return { is: 'wish', song: wished };
  const song = field(fields, 'song');
  return song === '' ? { is: 'look' } : { is: 'ask', song, key: keyOf(form, song) };
}

const field = (fields: URLSearchParams, name: string): string => (fields.get(name) ?? '').trim();

const formKey = (fields: URLSearchParams): string | null => /^[\w-]{1,32}$/.exec(field(fields, 'key'))?.[0] ?? null;

const id = (fields: URLSearchParams, name: string): string => /^\d{1,15}$/.exec(field(fields, name))?.[0] ?? '';

/**
 * The key of a request: the form's and the song's. The form's alone would not do: who goes back in the browser and types
 * another song sends the old form again, and would be told of the old song.
 */
const keyOf = (form: string, song: string): string =>
  `${form}.${createHash('sha256').update(song).digest('base64url').slice(0, 12)}`;
