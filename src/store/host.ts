/** What the supervisor asks of the store: before the children start, and after they are gone. Never in between. */
import type { Party } from '../party/model.ts';

/** How this start of karaoked should treat the night. */
export interface NightAsked {
  readonly name: string;
  /** `default`: go on with the one that is on, begin one unless the DJ ended one under 8 hours ago. */
  readonly begin: 'default' | 'always' | 'never';
  readonly staleHours: number;
}

export interface HostStore {
  /** Begins or goes on with the night, forgets every connection of an earlier run, and restarts the grace of the absent. */
  openNight(asked: NightAsked): Promise<Party | null>;
  /** Adds the import to the librarian's jobs unless it waits there already. */
  askImport(file: string): Promise<number>;
  /** Ends the party that is on, if any: entries not sung become unsung. Resolves to it. */
  endParty(by: 'dj' | 'host' | 'closing'): Promise<Party | null>;
}
