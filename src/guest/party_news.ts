/** What the beginning and end of parties mean for those who are connected. */
import type { Party } from '../party/model.ts';
import type { Greeted } from './listener.ts';

/**
 * Whether a connection has outlived a party that ended: it was greeted under it or an earlier one, or was greeted while
 * none was on and has seen this one come and go. Who came after the end has not.
 */
export function outlived(greeted: Greeted | null, ended: Party | null): boolean {
  if (!greeted || ended?.endedAtMs == null) return false;
  return greeted.partyId === null ? ended.endedAtMs > greeted.atMs : greeted.partyId <= ended.id;
}
