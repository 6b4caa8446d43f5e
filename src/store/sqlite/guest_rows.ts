/** Rows of `guest`: a name, unique as people compare names, and the hash of a code. */
import { randomBytes } from 'node:crypto';
import { hashCode, newCode } from '../../party/code.ts';
import { nameKey } from '../../party/names.ts';
import type { Guest } from '../guests.ts';
import type { Ground } from './ground.ts';

export interface KnownGuest extends Guest {
  readonly nameKey: string;
  /** null: added by the DJ, so there is no code to show. */
  readonly codeHash: Buffer | null;
}

export function guestByKey(ground: Ground, key: string): KnownGuest | null {
  const guest = ground
    .sql<KnownGuest>('SELECT id, name, name_key AS nameKey, code_hash AS codeHash FROM guest WHERE name_key = ?')
    .get(key);
  return guest ?? null;
}

/** `name` is checked and free. The code is returned this once; only its hash is kept. */
export function insertGuest(
  ground: Ground,
  name: string,
  how: 'with-code' | 'without-phone',
): { readonly id: number; readonly code: string } {
  const { lastInsertRowid } = ground
    .sql('INSERT INTO guest (name, name_key, first_seen_ms) VALUES (?, ?, ?)')
    .run(name, nameKey(name), ground.now());
  const id = Number(lastInsertRowid);
  const code = newCode(randomBytes);
  // The hash is over the id, which a guest keeps through a change of name.
  if (how === 'with-code')
    ground.sql('UPDATE guest SET code_hash = ? WHERE id = ?').run(hashCode(ground.secret, String(id), code), id);
  return { id, code };
}
