/** The night: how one begins, goes on and ends (domain.md, Party). */
import { nextTimeOfDay } from '../../party/clock.ts';
import type { TimeOfDay } from '../../party/clock.ts';
import type { Party } from '../../party/model.ts';
import type { Closing } from '../dj_line.ts';
import type { NightAsked } from '../host.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { lastEnded, partyOn } from './night.ts';
import { logOrder } from './order_log.ts';
import { forgetEverybody } from './presence.ts';
import { beat } from './pulse.ts';
import { refuseReplaced } from './stage.ts';
import type { Transactions } from './transact.ts';

type PartyMethods = Pick<
  Store,
  'openNight' | 'startParty' | 'endPartyBy' | 'closeAt' | 'endParty' | 'endPartyIfClosing' | 'signOfLife' | 'party'
>;

/** `stale`: nobody ended it, it was found without a sign of life. */
type EndedBy = 'dj' | 'host' | 'closing' | 'stale';

const HOUR_MS = 3_600_000;
/** A start so soon after the DJ ended the party is a restart in the same night, not a new party. */
const AFTERMATH_MS = 8 * HOUR_MS;
/** When nobody ever said what a party is called. */
const UNNAMED = 'Karaoke night';

export function partyMethods(ground: Ground, { read, write }: Transactions): PartyMethods {
  return {
    openNight: (asked) => write(() => openNight(ground, asked)),
    startParty: (name, who) => write(() => startParty(ground, name, who)),
    endPartyBy: (who, inMs) => write(() => endPartyBy(ground, who, inMs)),
    closeAt: (at, who) => write(() => closeAt(ground, at, who)),
    endParty: (by) => write(() => endParty(ground, by)),
    endPartyIfClosing: (epoch) =>
      write(() => {
        refuseReplaced(ground, epoch);
        const closing = partyOn(ground)?.closingAtMs ?? null;
        return closing !== null && closing <= ground.now() && endParty(ground, 'closing') !== null;
      }),
    signOfLife: () =>
      write(() => {
        ground.sql('UPDATE party SET alive_at_ms = ? WHERE ended_at_ms IS NULL').run(ground.now());
      }),
    party: () => read(() => ({ on: partyOn(ground), lastEnded: lastEnded(ground) })),
  };
}

function openNight(ground: Ground, { name, begin, staleHours }: NightAsked): Party | null {
  forgetEverybody(ground);
  const on = partyOn(ground);
  if (on && !isStale(ground, staleHours)) {
    ground
      .sql('UPDATE party SET grace_from_ms = @now, alive_before_ms = alive_at_ms, alive_at_ms = @now WHERE id = @id')
      .run({ now: ground.now(), id: on.id });
    return on;
  }
  if (on) endParty(ground, 'stale');
  if (begin === 'never' || (begin === 'default' && isAftermath(ground))) return null;
  return beginParty(ground, name);
}

function isStale(ground: Ground, staleHours: number): boolean {
  const silent = ground.sql('SELECT 1 FROM party WHERE ended_at_ms IS NULL AND alive_at_ms < ?');
  return silent.get(ground.now() - staleHours * HOUR_MS) !== undefined;
}

/** The closing time is the DJ's word as well, said earlier. */
function isAftermath(ground: Ground): boolean {
  const ended = ground
    .sql<{ by: EndedBy; atMs: number }>(
      'SELECT ended_by AS by, ended_at_ms AS atMs FROM party WHERE ended_at_ms IS NOT NULL ORDER BY id DESC LIMIT 1',
    )
    .get();
  if (!ended) return false;
  return (ended.by === 'dj' || ended.by === 'closing') && ground.now() - ended.atMs < AFTERMATH_MS;
}

function beginParty(ground: Ground, name: string): Party {
  const { lastInsertRowid } = ground
    .sql('INSERT INTO party (name, started_at_ms, grace_from_ms, alive_at_ms) VALUES (@name, @now, @now, @now)')
    .run({ name, now: ground.now() });
  beat(ground, 'party', 'queue', 'song');
  return {
    id: Number(lastInsertRowid),
    name,
    startedAtMs: ground.now(),
    endedAtMs: null,
    closingAtMs: null,
  };
}

function startParty(ground: Ground, name: string | null, who: string): ReturnType<typeof started> {
  const on = partyOn(ground);
  if (on) return started('already-on', on);
  const party = beginParty(ground, name ?? lastEnded(ground)?.name ?? UNNAMED);
  logOrder(ground, { verb: 'party-start', who, text: party.name });
  return started('started', party);
}

const started = (
  is: 'started' | 'already-on',
  party: Party,
): { readonly is: 'started' | 'already-on'; readonly party: Party } => ({ is, party });

function endPartyBy(ground: Ground, who: string, inMs: number | null): Awaited<ReturnType<Store['endPartyBy']>> {
  const on = partyOn(ground);
  if (!on) return { is: 'no-party' };
  if (inMs === null) {
    logOrder(ground, { verb: 'party-end', who });
    return { is: 'ended', party: endParty(ground, 'dj') ?? on };
  }
  return { is: 'closing', party: setClosing(ground, on, ground.now() + inMs, who) };
}

function closeAt(ground: Ground, at: TimeOfDay | 'off', who: string): Closing {
  const on = partyOn(ground);
  if (!on) return { is: 'no-party' };
  const closingAtMs = at === 'off' ? null : nextTimeOfDay(at, ground.now());
  if (closingAtMs === on.closingAtMs) return { is: 'already', party: on };
  const party = setClosing(ground, on, closingAtMs, who);
  return { is: closingAtMs === null ? 'withdrawn' : 'closing', party };
}

function setClosing(ground: Ground, on: Party, closingAtMs: number | null, who: string): Party {
  ground.sql('UPDATE party SET closing_at_ms = ? WHERE id = ?').run(closingAtMs, on.id);
  const text = closingAtMs === null ? '' : new Date(closingAtMs).toISOString();
  logOrder(ground, { verb: 'party-closing', who, text });
  beat(ground, 'party');
  return { ...on, closingAtMs };
}

/** What was not sung stays on offer to its guest. Resolves to the party that was on, or null. */
function endParty(ground: Ground, by: EndedBy): Party | null {
  const on = partyOn(ground);
  if (!on) return null;
  const endedAtMs = ground.now();
  ground.sql('UPDATE party SET ended_at_ms = ?, ended_by = ? WHERE id = ?').run(endedAtMs, by, on.id);
  ground
    .sql(`UPDATE queue_list SET state = 'unsung', on_offer = 1 WHERE party_id = ? AND state IN ('waiting', 'singing')`)
    .run(on.id);
  ground
    .sql(`UPDATE play SET ended_at_ms = ?, how = 'unsung', running_since_ms = NULL WHERE ended_at_ms IS NULL`)
    .run(endedAtMs);
  ground.sql('DELETE FROM next_entry').run();
  beat(ground, 'party', 'queue', 'song');
  return { ...on, endedAtMs };
}
