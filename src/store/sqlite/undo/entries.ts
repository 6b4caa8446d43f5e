/** Taking back what was done to the line. Ids, ranks and times of asking are kept by the rows, so an entry is where it was. */
import { entryById, moveEntry } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { shownOut } from '../forget.ts';
import type { Ground } from '../ground.ts';
import { partyOn } from '../night.ts';
import { giveWayToMoved, pinOf, pinTo, setPin } from '../pins.ts';
import type { PinChanges } from '../pins.ts';
import type { TakeBack } from './order.ts';

/** Its singer was on the stage: pinned to the first place, it is the next that is called. */
export const backOnStage: TakeBack = (ground, { entryId }) => {
  const party = partyOn(ground);
  if (party === null || entryId === null || !waitsAgain(ground, entryId)) return null;
  pinTo(ground, party, entryId, 1);
  return 0;
};

/** Where it was: a pin of its own is still in the row. */
export const backIntoLine: TakeBack = (ground, { entryId }) =>
  entryId !== null && waitsAgain(ground, entryId) ? 0 : null;

/**
 * Back to waiting, in the party of that night; false when it is no more as it was left, the song waits anew already, or its
 * singer was banned or forgotten since.
 */
export function waitsAgain(ground: Ground, entryId: number): boolean {
  const entry = entryById(ground, entryId);
  if (!entry || entry.partyId !== partyOn(ground)?.id || waitsAlready(ground, entry)) return false;
  if (shownOut(ground, entry.guestId) !== null) return false;
  return moveEntry(ground, entryId, 'undo');
}

const waitsAlready = (ground: Ground, { partyId, guestId, songId }: Entry): boolean =>
  ground
    .sql(`SELECT 1 FROM queue_list WHERE party_id = ? AND guest_id = ? AND song_id = ? AND state = 'waiting'`)
    .get(partyId, guestId, songId) !== undefined;

/** `before`: the offers of unsung songs that the DJ's adding had settled. */
export const outOfLine: TakeBack = (ground, { entryId, before }) => {
  if (entryId === null || !moveEntry(ground, entryId, 'cancel')) return null;
  for (const id of JSON.parse(before ?? '[]') as number[])
    ground.sql(`UPDATE queue_list SET on_offer = 1 WHERE id = ? AND state = 'unsung'`).run(id);
  return 0;
};

/** Only where the entry still stands as the order left it; who gave way to it is put back as far as nobody moved them since. */
export const pinsAsBefore: TakeBack = (ground, { entryId, before }) => {
  const changes = JSON.parse(before ?? '[]') as PinChanges;
  const party = partyOn(ground);
  const stands = changes.filter(({ id, to }) => isWaiting(ground, id) && pinOf(ground, id) === to);
  if (party === null || !stands.some(({ id }) => id === entryId)) return null;
  for (const { id, from } of stands) setPin(ground, id, from);
  giveWayToMoved(
    ground,
    party,
    stands.map(({ id }) => id),
  );
  return 0;
};

const isWaiting = (ground: Ground, entryId: number): boolean => entryById(ground, entryId)?.state === 'waiting';
