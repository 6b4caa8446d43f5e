/**
 * The line, as a pure function of the rows and the clock: the same input gives the same order on any machine, before and
 * after a crash, so that positions are never stored. For each place the first rule of domain.md, The line, that decides:
 * the DJ's pin, the announced entry, nobody twice in a row, overdue, fewest turns, longest since.
 *
 * Where the contract's formula and its purpose part, the purpose was followed: max(sung + placed, base) would give a
 * newcomer every second place until all rounds are caught up. What was missed counts as sung instead (missedRounds), so
 * that it is one; and an hour of waiting is counted from BACK, because nobody waits while they are away.
 */
import type { Entry, Line, Partner, Placed, Singer } from './line.ts';
import { firstOnStage, seenOnStage } from './on_stage.ts';
import { reasonTeller } from './placing.ts';
import type { Presence } from './presence.ts';
import { byOwnOrder, firstId, rounds, sharesSinger, singersOf, waitingGuests } from './rounds.ts';
import type { Waiting } from './rounds.ts';

export type { Entry, Line, Placed, Singer } from './line.ts';
export type { Presence } from './presence.ts';

/** Who waits longer than this since the later of the last turn and the first open request goes first, once. */
export const OVERDUE_MS = 60 * 60_000;
/** Of every three places at most one is given to somebody overdue: the others have waited too. */
const OVERDUE_EVERY = 3;

type Unnumbered<E extends Entry> = Omit<Placed<E>, 'position'>;

/** Every entry in its place, with the reason for it. */
export function placeInLine<E extends Entry>(line: Line<E>): readonly Placed<E>[] {
  const singers = new Map(line.guests.map((singer) => [singer.id, singer]));
  const singerOf = ({ id, guestId }: E): Singer => {
    const singer = singers.get(guestId);
    if (singer === undefined) throw new Error(`entry ${id} is of guest ${guestId}, who is not among the guests`);
    return singer;
  };
  /** Who of those who sing it said AWAY. A duet without one of its two is no duet. */
  const whoIsAway = (entry: E): Singer | null => {
    const singer = singerOf(entry);
    if (singer.presence === 'away') return singer;
    const partner = typeof entry.partner === 'number' ? singers.get(entry.partner) : undefined;
    return partner?.presence === 'away' ? partner : null;
  };

  const callable = new Set<E>();
  const away: Unnumbered<E>[] = [];
  for (const entry of line.entries) {
    const who = whoIsAway(entry);
    if (who === null) callable.add(entry);
    else away.push({ entry, reason: { rule: 'away', who: who.name } });
  }
  const guests = waitingGuests(line.entries, singerOf, callable);
  const called = placeCallable(line, [...callable], guests);
  away.sort((a, b) => byOwnOrder(a.entry, b.entry));
  const onStage = firstOnStage(line);
  return [...called, ...away].map(({ entry, reason }, at) => ({
    entry,
    reason: seenOnStage(reason, singerOf(entry).name, onStage),
    position: at + 1,
  }));
}

function placeCallable<E extends Entry>(
  line: Line<E>,
  callable: readonly E[],
  guests: readonly Waiting<E>[],
): readonly Unnumbered<E>[] {
  const waitingOf = new Map(guests.map((who) => [who.singer.id, who]));
  const is = (presence: Presence) =>
    guests.filter(({ singer, left }) => singer.presence === presence && left.length > 0);
  const present = is('present');
  const here = rounds(present);
  const gone = rounds(is('absent'));
  let pinned = pinsInOrder(line, callable);
  const overdue = overdueGuests(present, line.nowMs);
  let locked = announcedEntry(
    line,
    callable,
    ({ guestId }) => present.length === 0 || waitingOf.get(guestId)?.singer.presence === 'present',
  );

  const placed: Unnumbered<E>[] = [];
  const tell = reasonTeller<E>(present.length);
  let before: readonly Partner[] = line.before;
  let sinceOverdue = line.sinceOverdue;
  const give = (entry: E, reason: Unnumbered<E>['reason'], cause = reason.rule): void => {
    const who = waitingOf.get(entry.guestId);
    if (!who) throw new Error(`entry ${entry.id} is of nobody who waits`);
    const among = who.singer.presence === 'present' ? here : gone;
    // A pin lets the absent go before the present, whose rounds are others.
    const inTurn = among.leads(who) && (among === here || present.length === 0);
    tell.placed(who, reason, inTurn ? 'in turn' : 'out of turn');
    among.place(who, entry);
    overdue.delete(who);
    sinceOverdue = cause === 'overdue' ? 0 : sinceOverdue + 1;
    before = singersOf(entry);
    placed.push({ entry, reason });
  };

  while (placed.length < callable.length) {
    const [pin] = pinned;
    if (pin && pin.place <= placed.length + 1) {
      pinned.shift();
      if (pin.entry === locked) locked = null;
      give(pin.entry, { rule: 'pinned' });
      continue;
    }
    if (locked) {
      const entry = locked;
      pinned = pinned.filter((one) => one.entry !== entry);
      give(entry, { rule: 'announced' }, line.announced?.rule);
      locked = null;
      continue;
    }
    const late = sinceOverdue >= OVERDUE_EVERY - 1 ? firstWhoMaySing(overdue, before) : null;
    if (late?.left[0]) {
      const waitedMin = Math.floor((line.nowMs - late.waitsSinceMs) / 60_000);
      give(late.left[0], { rule: 'overdue', waitedMin });
      continue;
    }
    const next = here.next(before) ?? gone.next(before);
    const entry = next?.who.left[0];
    if (next && entry) give(entry, tell.why(next));
    // Only what the DJ has pinned beyond the end is left: the end is where it stands.
    else if (pin) pinned.splice(0, 1, { ...pin, place: 0 });
    else throw new Error('Cannot place the line: entries are left and nobody is next');
  }
  return placed;
}

/** Pins by place, each in the future of the one before it: of two for the same place the smaller id goes first. */
function pinsInOrder<E extends Entry>(
  line: Line<E>,
  callable: readonly E[],
): { readonly entry: E; readonly place: number }[] {
  return callable
    .filter(({ pin }) => pin !== null)
    .map((entry) => ({ entry, place: (entry.pin ?? 0) - line.turnsPlayed }))
    .sort((a, b) => a.place - b.place || a.entry.id - b.entry.id);
}

function announcedEntry<E extends Entry>(
  { announced }: Line<E>,
  callable: readonly E[],
  mayBeCalled: (entry: E) => boolean,
): E | null {
  return callable.find((entry) => entry.id === announced?.entryId && mayBeCalled(entry)) ?? null;
}

/** Longest wait first. */
function overdueGuests<E extends Entry>(present: readonly Waiting<E>[], nowMs: number): Set<Waiting<E>> {
  const late = present.filter(({ waitsSinceMs }) => nowMs - waitsSinceMs > OVERDUE_MS);
  return new Set(late.sort((a, b) => a.waitsSinceMs - b.waitsSinceMs || firstId(a) - firstId(b)));
}

function firstWhoMaySing<E extends Entry>(
  overdue: ReadonlySet<Waiting<E>>,
  before: readonly Partner[],
): Waiting<E> | null {
  for (const who of overdue) if (who.left[0] && !sharesSinger(who.left[0], before)) return who;
  return null;
}

/** Whose turn is next: the first place, or null when nobody waits who may be called. */
export function nextToCall<E extends Entry>(line: Line<E>): Placed<E> | null {
  const first = placeInLine(line)[0];
  return first === undefined || first.reason.rule === 'away' ? null : first;
}
