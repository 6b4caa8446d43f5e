/** Where the DJ's pins stand when another one comes (domain.md, The line, 1). */

/** An entry in the place that the DJ wants it in. 1 is up next. */
export interface Pin {
  readonly entryId: number;
  readonly place: number;
}

/**
 * The pins that give way to a new one at `place`, each where it goes: the newest word wins, so whoever holds that place moves
 * down by one, and so does the next one that is in the way of that. `others` in any order; of two at one place the smaller id
 * was called first.
 */
export function pushedDown(others: readonly Pin[], place: number): readonly Pin[] {
  let taken = place;
  return others
    .filter((pin) => pin.place >= place)
    .sort((a, b) => a.place - b.place || a.entryId - b.entryId)
    .flatMap(({ entryId, place: held }) => {
      if (held > taken) return [];
      taken += 1;
      return [{ entryId, place: taken }];
    });
}
