/** Notes who was called and announced, and who waited at that moment; looks after everything that happens. */
import type { Announcement, Chronicle, Waiter } from './chronicle.ts';
import type { PresenceBook } from './presence_book.ts';
import type { Rows, WaitingRow } from './rows.ts';

export interface Observer {
  look(): void;
}

export function createObserver(chronicle: Chronicle, rows: Rows, book: PresenceBook, now: () => number): Observer {
  let lastPlay = 0;
  let announced: Announcement | null = null;
  let ended = 0;
  let resolved = 0;
  let partyOn: number | null = null;

  const waiter = ({ entryId, who, partner, askedAtMs, pinned, pinPlace, sung, missed }: WaitingRow): Waiter => ({
    entryId,
    who,
    partner,
    askedAtMs,
    presence: book.presenceOf(who),
    partnerPresence: partner === null ? 'present' : book.presenceOf(partner),
    pinned: pinned === 1,
    pinPlace,
    sung,
    missed,
  });
  const noteTakings = (): void => {
    for (const play of rows.playsAfter(lastPlay)) {
      lastPlay = play.playId;
      const { playId, partyId, entryId, who, partner, artist, title, rule } = play;
      const taken = play.taken && waiter(play.taken);
      const waiting = rows.waiting().map(waiter);
      const { takenAtMs: atMs } = play;
      chronicle.takings.push({ atMs, playId, partyId, entryId, who, partner, artist, title, rule, waiting, taken });
    }
  };
  const noteAnnouncement = (): void => {
    const next = rows.announced();
    if ((next?.entryId ?? null) === (announced?.entryId ?? null)) return;
    announced = {
      atMs: now(),
      entryId: next?.entryId ?? null,
      rule: next?.rule ?? null,
      waiting: rows.waiting().map(waiter),
    };
    chronicle.announcements.push(announced);
  };
  return {
    look: () => {
      if (!rows.changed()) return;
      const party = rows.partyOn();
      if (party !== null && party !== partyOn) book.partyBegan();
      partyOn = party;
      noteTakings();
      noteAnnouncement();
      for (const { serial, ...resolution } of rows.resolvedAfter(resolved)) {
        resolved = serial;
        chronicle.resolutions.push({ ...resolution, atMs: now() });
      }
      for (const end of rows.partiesEnded().slice(ended)) {
        ended += 1;
        chronicle.ends.push(end);
      }
    },
  };
}
