/** What a look at a unit found. */
import type { Format } from './formats.ts';

export interface Examined {
  readonly ok: true;
  /** Empty when neither the name nor anything inside tells. */
  readonly artist: string;
  readonly title: string;
  /** As discs are quoted: "SC8125-07". */
  readonly discId: string | null;
  /** Seconds; null when the file does not say. */
  readonly durationS: number | null;
  readonly format: Format;
}

/** A unit that is no song for now. */
export interface Problem {
  readonly ok: false;
  /** A sentence for the DJ: what is wrong with which file, and what to do. */
  readonly reason: string;
}
