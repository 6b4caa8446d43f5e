/** What the verbs about hidden songs, banned guests, the records and the database answer. */
import type { Fault, NightPlay } from '../../store/care.ts';
import type { Shell } from '../kinds.ts';

/**
 * `waiting`: entries of the line that ask for the song; they stay. `wishes`: found with it, and wanted again now that it is
 * hidden; or found once more now that it is shown.
 */
interface Sight {
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  readonly wishes: readonly { readonly wishId: number; readonly artist: string; readonly title: string }[];
  readonly waiting: readonly { readonly queueId: number; readonly singer: string }[];
}

export interface CareResults {
  readonly hide: Sight & { readonly outcome: 'hidden' | 'already' };
  readonly unhide: Sight & { readonly outcome: 'shown' | 'already' };
  readonly ban: {
    readonly outcome: 'banned' | 'already';
    readonly guestId: number;
    readonly guest: string;
    /** What the guest reads; empty: nothing was said. */
    readonly reason: string;
    /** Entries that were cancelled. */
    readonly cancelled: readonly number[];
    /** Entries of others who wait to sing with them. */
    readonly duets: readonly number[];
    readonly connections: number;
    /** They sing at this moment, and go on until somebody says skip. */
    readonly onStage: boolean;
  };
  readonly unban: {
    readonly outcome: 'unbanned' | 'already';
    readonly guestId: number;
    readonly guest: string;
    /** Entries of tonight that the ban had cancelled; they stay so. */
    readonly cancelled: readonly number[];
  };
  /** A page. `next`: what to say after --after for the next one; null: this is the last. */
  readonly export: { readonly rows: readonly NightPlay[]; readonly next: number | null };
  readonly 'db backup': { readonly file: string; readonly bytes: number; readonly ms: number };
  readonly 'db check': {
    readonly bytes: number;
    readonly ms: number;
    /** What was looked at. */
    readonly checks: readonly string[];
    readonly faults: readonly Fault[];
  };
  readonly completion: { readonly shell: Shell; readonly script: string };
}
