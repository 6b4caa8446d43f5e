/** What PARTY says of the evening, to who was not here a moment ago too. */
import type { Evening } from '../guests.ts';
import { waitingCount } from './entries.ts';
import type { Ground } from './ground.ts';
import { lastEnded, partyOn } from './night.ts';
import { connectionCount } from './presence.ts';

/** As long as a stage shows a sentence of some length. */
const SAID_MS = 60_000;

export function eveningNow(ground: Ground): Evening {
  const party = partyOn(ground);
  return {
    party,
    waiting: waitingCount(ground),
    connected: connectionCount(ground),
    said: party && saidSince(ground, Math.max(party.startedAtMs, ground.now() - SAID_MS + 1)),
    ended: party ? null : lastEnded(ground),
  };
}

function saidSince(ground: Ground, sinceMs: number): Evening['said'] {
  const said = ground
    .sql<NonNullable<Evening['said']>>(
      // Said twice, so that the index of what reaches guests is used.
      `SELECT text, at_ms AS atMs FROM dj_order WHERE verb IN ('say', 'kick') AND verb = 'say' ORDER BY id DESC LIMIT 1`,
    )
    .get();
  return said && said.atMs >= sinceMs ? said : null;
}
