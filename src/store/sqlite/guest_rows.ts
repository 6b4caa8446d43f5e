/** Rows of `guest`: a name, unique as people compare names, and the hash of a code. */
import { randomBytes } from 'node:crypto';
import { hashCode, newCode, sameHash } from '../../party/code.ts';
import { lookOf } from '../../party/look_alikes.ts';
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

/** The name of a guest who is known by the id. */
export function nameOf(ground: Ground, id: number): string {
  const guest = ground.sql<{ name: string }>('SELECT name FROM guest WHERE id = ?').get(id);
  if (!guest) throw new Error(`Guest ${id} is gone`);
  return guest.name;
}

/** What the name of a guest is compared by. */
export function keyOf(ground: Ground, id: number): string {
  const guest = ground.sql<{ nameKey: string }>('SELECT name_key AS nameKey FROM guest WHERE id = ?').get(id);
  if (!guest) throw new Error(`Guest ${id} is gone`);
  return guest.nameKey;
}

/** `name` is checked and free. The code is returned this once; only its hash is kept. */
export function insertGuest(
  ground: Ground,
  name: string,
  how: 'with-code' | 'without-phone',
): { readonly id: number; readonly code: string } {
  const { lastInsertRowid } = ground
    .sql('INSERT INTO guest (name, name_key, look, first_seen_ms) VALUES (?, ?, ?, ?)')
    .run(name, nameKey(name), lookOf(name), ground.now());
  const id = Number(lastInsertRowid);
  return { id, code: how === 'with-code' ? giveCode(ground, id) : '' };
}

/** `code`: normalised. */
export const isCodeOf = (ground: Ground, { id, codeHash }: KnownGuest, code: string): boolean =>
  codeHash !== null && sameHash(codeHash, hashCode(ground.secret, String(id), code));

/** A new code for the guest; another one is worth nothing from now on. */
export function giveCode(ground: Ground, id: number): string {
  const code = newCode(randomBytes);
  // The hash is over the id, which a guest keeps through a change of name.
  ground.sql('UPDATE guest SET code_hash = ? WHERE id = ?').run(hashCode(ground.secret, String(id), code), id);
  return code;
}
