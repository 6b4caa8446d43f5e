/** Songs that a guest may want without looking for them. */
import type { Row } from '../../talk/said.ts';
import type { State } from '../evening/state.ts';

export interface Suggestion {
  readonly song: Pick<Row<'song row'>, 'song_id' | 'artist' | 'title'>;
  readonly because: 'unsung' | 'found' | 'sung';
  /** With whom it was to be sung; null: alone. */
  readonly partner: string | null;
  /** 0 where it was not. */
  readonly sungAtMs: number;
}

/** What fits a phone without scrolling. */
const MOST = 5;

/** Each song once, for its first reason; none that waits already, and none that was sung tonight. */
export function suggestions({ unsung, wishes, history, mine, party }: State): readonly Suggestion[] {
  const tonight = party?.started_at_ms ?? Number.POSITIVE_INFINITY;
  const sung = history?.rows ?? [];
  const out = new Set([
    ...(mine ?? []).map(({ song_id }) => song_id),
    ...sung.filter(({ sung_at_ms }) => sung_at_ms >= tonight).map(({ song_id }) => song_id),
  ]);
  const all: readonly Suggestion[] = [
    ...unsung.map((song) => ({ song, because: 'unsung' as const, partner: song.with, sungAtMs: 0 })),
    ...wishes.flatMap(({ state, song_id, artist, title }) =>
      state === 'found' && song_id !== null
        ? [{ song: { song_id, artist, title }, because: 'found' as const, partner: null, sungAtMs: 0 }]
        : [],
    ),
    ...sung.map((song) => ({ song, because: 'sung' as const, partner: null, sungAtMs: song.sung_at_ms })),
  ];
  const chosen: Suggestion[] = [];
  for (const each of all) {
    if (out.has(each.song.song_id) || chosen.length === MOST) continue;
    out.add(each.song.song_id);
    chosen.push(each);
  }
  return chosen;
}
