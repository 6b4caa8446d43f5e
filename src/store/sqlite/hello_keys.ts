/** A client's own ids for the HELLOs that made new names: an answer that was lost can be asked for again, with a new code. */
import { hashCode, sameHash } from '../../party/code.ts';
import type { Ground } from './ground.ts';

/** A guest who hears nothing for longer has put the phone away (protocol.md, Limits). */
const GOOD_FOR_MS = 10 * 60_000;

/** `key` null: the client counts on no repetition. */
export function rememberHello(ground: Ground, guestId: number, key: string | null): void {
  if (key === null) return;
  const now = ground.now();
  ground.sql('DELETE FROM hello_key WHERE made_at_ms <= ?').run(now - GOOD_FOR_MS);
  ground
    .sql('INSERT INTO hello_key (guest_id, key_hash, made_at_ms) VALUES (?, ?, ?)')
    .run(guestId, hashOf(ground, guestId, key), now);
}

/** Whether this key made this guest lately, and nobody has shown the code since. */
export function saidHello(ground: Ground, guestId: number, key: string | null): boolean {
  if (key === null) return false;
  const row = ground
    .sql<{ hash: Buffer }>('SELECT key_hash AS hash FROM hello_key WHERE guest_id = ? AND made_at_ms > ?')
    .get(guestId, ground.now() - GOOD_FOR_MS);
  return row !== undefined && sameHash(row.hash, hashOf(ground, guestId, key));
}

/** Whether a key may still be good: whoever shows the code next ends that. */
export const isHelloKept = (ground: Ground, guestId: number): boolean =>
  ground.sql('SELECT 1 FROM hello_key WHERE guest_id = ?').get(guestId) !== undefined;

/** Somebody has a code of this guest, or the guest is no more: the key is good for nothing. */
export function forgetHello(ground: Ground, guestId: number): void {
  ground.sql('DELETE FROM hello_key WHERE guest_id = ?').run(guestId);
}

/** Over more than the id, so that no code of the guest hashes alike. */
const hashOf = (ground: Ground, guestId: number, key: string): Buffer =>
  hashCode(ground.secret, `hello ${guestId}`, key);
