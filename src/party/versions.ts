/** The files of one song are versions of it, and one is preferred: the one that is played. */

/** How the words of a song are shown, and in what it is packed. 'audio' shows none. */
export type Format = 'mp3+cdg' | 'zip' | 'video' | 'audio+lrc' | 'ultrastar' | 'audio';

/** What choosing among versions goes by. */
export interface Version {
  /** Grows with time: what was here first has the smaller one. */
  readonly fileId: number;
  readonly format: Format;
  /** Bytes of all its files. */
  readonly size: number;
}

/** Graphics as the discs had them before anything else; what shows no words comes last. */
const RANK: Readonly<Record<Format, number>> = {
  'mp3+cdg': 0,
  zip: 1,
  video: 2,
  ultrastar: 3,
  'audio+lrc': 4,
  audio: 5,
};

/** By format, then the bigger (the better encoded), then the one that was here first. null when there are none. */
export function preferred<V extends Version>(versions: readonly V[]): V | null {
  const [best] = versions.toSorted((a, b) => RANK[a.format] - RANK[b.format] || b.size - a.size || a.fileId - b.fileId);
  return best ?? null;
}
