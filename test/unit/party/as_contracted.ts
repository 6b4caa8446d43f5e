/** The order of the line as the contract says it, for the tests to compare with. */
import type { Entry, Line, Singer } from '../../../src/party/order.ts';
import { MINUTE } from './lines.ts';

const singersIn = ({ guestId, partner }: Entry): readonly (number | string)[] =>
  partner === null ? [guestId] : [guestId, partner];
const shares = (entry: Entry, before: readonly (number | string)[]): boolean =>
  singersIn(entry).some((singer) => before.includes(singer));
const guestOf = ({ guests }: Line, id: number | string | null): Singer | undefined =>
  guests.find((guest) => guest.id === id);
export const presenceOf = (of: Line, { guestId }: Entry) => guestOf(of, guestId)?.presence;
export const isAway = (of: Line, entry: Entry): boolean =>
  singersIn(entry).some((singer) => guestOf(of, singer)?.presence === 'away');

/** The contract, read aloud: for each place everybody who is left is compared with everybody. Slow and plain. */
export function asContracted(of: Line): readonly number[] {
  const left = of.entries.filter((entry) => !isAway(of, entry));
  const turns = new Map(of.guests.map(({ id, sung, missed }) => [id, sung + missed]));
  const gotOverdue = new Set<number>();
  const asked = (id: number): number =>
    Math.min(...of.entries.flatMap(({ guestId, askedAtMs }) => (guestId === id ? [askedAtMs] : [])));
  /** The last turn or the first request, then the turns placed so far, each later than the one before. */
  const since = new Map(of.guests.map(({ id, lastTurnAtMs }) => [id, lastTurnAtMs ?? asked(id)]));
  /** Not while they were away. */
  const waited = (id: number): number =>
    of.nowMs - Math.max(guestOf(of, id)?.lastTurnAtMs ?? 0, guestOf(of, id)?.backAtMs ?? 0, asked(id));
  const someoneHere = left.some((entry) => entry.pin === null && presenceOf(of, entry) === 'present');
  let locked = left.find(({ id }) => id === of.announced?.entryId);
  if (locked && someoneHere && presenceOf(of, locked) !== 'present') locked = undefined;
  let { before, sinceOverdue } = of;

  const order: number[] = [];
  while (left.length > 0) {
    const byRules = left.filter(({ pin }) => pin === null);
    // The guest's own order: of each guest one can be next.
    const firsts = of.guests.flatMap(({ id }) =>
      byRules.filter(({ guestId }) => guestId === id).sort((a, b) => a.rank - b.rank).slice(0, 1),
    ); // prettier-ignore
    const here = firsts.filter((entry) => presenceOf(of, entry) === 'present');
    const group = here.length > 0 ? here : firsts;
    const others = group.filter((entry) => !shares(entry, before));
    const eligible = others.length > 0 ? others : group;
    const best = eligible.toSorted(
      (a, b) =>
        (turns.get(a.guestId) ?? 0) - (turns.get(b.guestId) ?? 0) ||
        (since.get(a.guestId) ?? 0) - (since.get(b.guestId) ?? 0) ||
        a.id - b.id,
    )[0];
    const late = here
      .filter((entry) => !shares(entry, before) && !gotOverdue.has(entry.guestId))
      .map((entry) => ({ entry, waited: waited(entry.guestId) }))
      .filter((late) => late.waited > 60 * MINUTE)
      .sort((a, b) => b.waited - a.waited || a.entry.id - b.entry.id)[0];
    const pins = left
      .flatMap((entry) => (entry.pin === null ? [] : [{ entry, place: entry.pin - of.turnsPlayed }]))
      .sort((a, b) => a.place - b.place || a.entry.id - b.entry.id);
    const pin = pins.find(({ place }) => place <= order.length + 1);

    let next = best ?? pins[0]?.entry;
    let cause = 'the rounds';
    if (pin) next = pin.entry;
    else if (locked) [next, cause] = [locked, of.announced?.rule ?? ''];
    else if (late && sinceOverdue >= 2) [next, cause] = [late.entry, 'overdue'];
    if (!next) throw new Error('nobody is next');
    const { id, guestId } = next;
    if (next === locked) locked = undefined;
    left.splice(left.indexOf(next), 1);
    order.push(id);
    turns.set(guestId, (turns.get(guestId) ?? 0) + 1);
    since.set(guestId, of.nowMs + order.length);
    gotOverdue.add(guestId);
    sinceOverdue = cause === 'overdue' ? 0 : sinceOverdue + 1;
    before = singersIn(next);
  }
  return order;
}
