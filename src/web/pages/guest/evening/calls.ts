/** Whether this guest is up: what a banner, a sound and the title of the page say of it. Derived, so that a reload knows it too. */
import type { Me, State } from './state.ts';

export interface Call {
  readonly is: 'turn' | 'next';
  readonly queueId: number;
  readonly artist: string;
  readonly title: string;
  /** The other of a duet; null: nobody. */
  readonly other: string | null;
  /** Whether the music already plays; it does not in the gap before a song. */
  readonly music: 'plays' | 'comes';
}

/** The own turn goes before the next song, which may be an own one too. */
export function callOf({ me, now, turn, next, party, shut }: State): Call | null {
  if (!me || shut || party?.on === false) return null;
  if (now && now.queue_id !== null && now.state !== 'silence') {
    const { queue_id: queueId, artist, title, singer, with: partner } = now;
    const isMine = turn?.queue_id === queueId || sings(me, singer, partner);
    const music = now.state === 'playing' || (now.position_ms ?? -1) >= 0 ? 'plays' : 'comes';
    if (isMine)
      return {
        is: 'turn',
        queueId,
        artist: artist ?? '',
        title: title ?? '',
        other: otherThan(me, singer, partner),
        music,
      };
  }
  const called = turn ?? next;
  if (!called) return null;
  const { queue_id: queueId, artist, title, singer, with: partner } = called;
  return { is: turn ? 'turn' : 'next', queueId, artist, title, other: otherThan(me, singer, partner), music: 'comes' };
}

/** Equal for names that one would call the same; the server asks harder, and has said whose turn it is. */
export const sameName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && nameKey(a) === nameKey(b);

const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

const sings = (me: Me, singer: string | null, partner: string | null): boolean =>
  sameName(me.name, singer) || sameName(me.name, partner);

/** With whom `me` sings. */
export const otherThan = (me: Me | null, singer: string | null, partner: string | null): string | null =>
  partner !== null && sameName(me?.name ?? null, partner) ? singer : partner;
