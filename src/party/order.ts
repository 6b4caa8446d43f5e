/**
 * The line, as a pure function of the rows: the same input gives the same order on any machine, before and after a crash, so
 * that positions are never stored. What decides among guests who can be called is `inTurn` alone; a fairer rule replaces it.
 */
import type { Reason } from './model.ts';
import type { Presence } from './presence.ts';

export { presence } from './presence.ts';
export type { Presence, PresenceFacts } from './presence.ts';

/** A waiting row of `queue_list`. */
export interface Entry {
  readonly id: number;
  readonly guestId: number;
  readonly askedAtMs: number;
}

/** Everything that the order depends on; the order of rows means nothing. */
export interface Line<E extends Entry = Entry> {
  readonly entries: readonly E[];
  /** Everybody who has an entry. */
  readonly guests: readonly { readonly id: number; readonly presence: Presence }[];
  /** The entry that `* NEXT` was said for; null, or no longer waiting: none. */
  readonly announced: number | null;
}

/** An entry in its place. 1 is up next; the places of those who are away come last and are not called. */
export interface Placed<E extends Entry = Entry> {
  readonly entry: E;
  readonly position: number;
  readonly reason: Reason;
}

type Unnumbered<E extends Entry> = Omit<Placed<E>, 'position'>;

const byAsking = (a: Entry, b: Entry): number => a.askedAtMs - b.askedAtMs || a.id - b.id;

/**
 * First come, first served: a guest's own entries stand in the order of asking, which is the guest's own order while nobody
 * can swap. The absent stand behind everyone who is here.
 */
function inTurn<E extends Entry>(present: readonly E[], absent: readonly E[]): readonly Unnumbered<E>[] {
  const presentWaiting = new Set(present.map(({ guestId }) => guestId)).size;
  const behind: Reason = presentWaiting > 0 ? { rule: 'after-present', presentWaiting } : { rule: 'first-come' };
  return [
    ...present.toSorted(byAsking).map((entry) => ({ entry, reason: { rule: 'first-come' } as const })),
    ...absent.toSorted(byAsking).map((entry) => ({ entry, reason: behind })),
  ];
}

/**
 * Every entry in its place, with the reason for it. The announced entry keeps its place in front, unless its singer went
 * away, or is gone while somebody else is here: nobody should wait for an empty stage.
 */
export function placeInLine<E extends Entry>(line: Line<E>): readonly Placed<E>[] {
  const presences = new Map(line.guests.map(({ id, presence }) => [id, presence]));
  const presenceOf = ({ id, guestId }: E): Presence => {
    const presence = presences.get(guestId);
    if (presence === undefined) throw new Error(`entry ${id} is of guest ${guestId}, who is not among the guests`);
    return presence;
  };
  const groups = Map.groupBy(line.entries, presenceOf);
  const [present, absent] = [groups.get('present') ?? [], groups.get('absent') ?? []];
  const locked = (present.length > 0 ? present : absent).find(({ id }) => id === line.announced);
  const others = (entries: readonly E[]): readonly E[] => entries.filter((entry) => entry !== locked);
  const placed: readonly Unnumbered<E>[] = [
    ...(locked === undefined ? [] : [{ entry: locked, reason: { rule: 'announced' } as const }]),
    ...inTurn(others(present), others(absent)),
    ...(groups.get('away') ?? []).toSorted(byAsking).map((entry) => ({ entry, reason: { rule: 'away' } as const })),
  ];
  return placed.map((place, at) => ({ ...place, position: at + 1 }));
}

/** Whose turn is next: the first place, or null when nobody waits who may be called. */
export function nextToCall<E extends Entry>(line: Line<E>): E | null {
  const first = placeInLine(line)[0];
  return first === undefined || first.reason.rule === 'away' ? null : first.entry;
}

/** Why somebody stands there, as a sentence for guests and DJ. */
export function reasonSentence(reason: Reason): string {
  switch (reason.rule) {
    case 'announced':
      return 'It was announced as the next song, so it keeps its place.';
    case 'first-come':
      return 'First come, first served.';
    case 'after-present':
      return reason.presentWaiting === 1
        ? 'Its singer is not connected; 1 guest who is here goes first.'
        : `Its singer is not connected; ${reason.presentWaiting} guests who are here go first.`;
    case 'away':
      return 'Its singer is away; the place is kept, and called when they are back.';
  }
}
