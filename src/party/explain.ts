/** What there is to say about a place in the line (WHY), as facts; explained.ts makes sentences of them. */
import { aheadByRules } from './ahead.ts';
import type { Ahead } from './ahead.ts';
import type { Line, Placed } from './line.ts';
import type { Reason, WaitRange } from './model.ts';
import { OVERDUE_MS } from './order.ts';

/** One to six of them, in the order in which they are said. */
export type Fact =
  | { readonly about: 'place'; readonly position: number; readonly wait: WaitRange }
  /** Somebody who would sing it is away: its number is none that would be called. */
  | { readonly about: 'no-place' }
  | { readonly about: 'reason'; readonly reason: Reason }
  /** Others who stand before it although rounds and waiting would not put them there. */
  | { readonly about: 'out-of-turn'; readonly ahead: readonly OutOfTurn[]; readonly more: number }
  /** Entries of others before it by rounds and waiting, in their order, unless the reason names them all. */
  | { readonly about: 'ahead'; readonly ahead: readonly Ahead[]; readonly more: number }
  /** So many own entries come before it: those could be exchanged. */
  | { readonly about: 'own-ahead'; readonly entries: number }
  /** After so many minutes its singer has waited an hour, and goes first. */
  | { readonly about: 'overdue-in'; readonly minutes: number }
  /** Its singer's connection is lost. */
  | { readonly about: 'lost' }
  /** The music is paused: nobody knows how long anybody waits. */
  | { readonly about: 'paused' };

interface OutOfTurn {
  readonly singer: string;
  readonly rule: 'announced' | 'pinned' | 'overdue';
}

/** More are counted, not named. */
const NAMED = 3;
const NAMED_BY_RULES = 5;

/** What is known of the line when somebody asks. */
export interface Asked {
  readonly line: Line;
  /** The order of that line. */
  readonly places: readonly Placed[];
  readonly entryId: number;
  /** Of that entry. */
  readonly wait: WaitRange;
  readonly music: 'goes on' | 'is paused';
}

/** null: the entry is not in the line. */
export function explain({ line, places, entryId, wait, music }: Asked): readonly Fact[] | null {
  const place = places.find(({ entry }) => entry.id === entryId);
  if (!place) return null;
  const { reason, position } = place;
  if (reason.rule === 'away') return [{ about: 'no-place' }, { about: 'reason', reason }];
  const before = places.slice(0, position - 1);
  const ownAhead = before.filter(({ entry }) => entry.guestId === place.entry.guestId).length;
  return [
    { about: 'place', position, wait },
    { about: 'reason', reason },
    ...outOfTurn(line, place, before),
    ...byRules(line, place, before),
    ...whatChangesIt(line, place, { ownAhead, wait }),
    ...(music === 'is paused' ? [{ about: 'paused' } as const] : []),
  ];
}

/** Each of the others once; who is named in the reason already is left out. */
function outOfTurn(line: Line, { entry, reason }: Placed, before: readonly Placed[]): readonly Fact[] {
  const nameOf = new Map(line.guests.map(({ id, name }) => [id, name]));
  const behind = reason.rule === 'first' ? reason.behind?.singer : null;
  const named = 'others' in reason ? reason.others.names : [];
  const ahead = new Map<string, OutOfTurn>();
  for (const { entry: other, reason: theirs } of before) {
    const singer = nameOf.get(other.guestId);
    if (singer === undefined || singer === behind || other.guestId === entry.guestId || ahead.has(singer)) continue;
    // Who is announced and also has the better claim is not said twice; that the DJ put them there is news.
    if (theirs.rule === 'announced' && named.includes(singer)) continue;
    if (theirs.rule === 'announced' || theirs.rule === 'pinned' || theirs.rule === 'overdue') {
      ahead.set(singer, { singer, rule: theirs.rule });
    }
  }
  const all = [...ahead.values()];
  if (all.length === 0) return [];
  return [{ about: 'out-of-turn', ahead: all.slice(0, NAMED), more: Math.max(0, all.length - NAMED) }];
}

/** Nothing where the reason names each of them, and each has one entry there. */
function byRules(line: Line, place: Placed, before: readonly Placed[]): readonly Fact[] {
  const all = aheadByRules(line, place, before);
  const named = namedIn(place.reason);
  const said = new Set(all.map(({ singer }) => singer));
  if (said.size === all.length && [...said].every((singer) => named.includes(singer))) return [];
  return [{ about: 'ahead', ahead: all.slice(0, NAMED_BY_RULES), more: Math.max(0, all.length - NAMED_BY_RULES) }];
}

function namedIn(reason: Reason): readonly string[] {
  if ('others' in reason) return reason.others.names;
  return reason.rule === 'not-twice' ? [reason.between] : [];
}

/** The one thing that matters most. */
function whatChangesIt(
  line: Line,
  place: Placed,
  { ownAhead, wait }: { readonly ownAhead: number; readonly wait: WaitRange },
): readonly Fact[] {
  if (place.reason.rule === 'after-present') return [{ about: 'lost' }];
  return ownAhead > 0 ? [{ about: 'own-ahead', entries: ownAhead }] : soonOverdue(line, place, wait);
}

/** Only when it may be sooner than the wait: else the hour changes nothing. */
function soonOverdue(line: Line, { entry, reason }: Placed, wait: WaitRange): readonly Fact[] {
  const singer = line.guests.find(({ id }) => id === entry.guestId);
  if (wait === null || singer?.presence !== 'present' || reason.rule === 'pinned') return [];
  const asked = line.entries.flatMap(({ guestId, askedAtMs }) => (guestId === entry.guestId ? [askedAtMs] : []));
  const waitsSinceMs = Math.max(singer.lastTurnAtMs ?? 0, singer.backAtMs ?? 0, Math.min(...asked));
  const minutes = Math.ceil((waitsSinceMs + OVERDUE_MS - line.nowMs) / 60_000);
  return minutes > 0 && minutes < wait.toMin ? [{ about: 'overdue-in', minutes }] : [];
}
