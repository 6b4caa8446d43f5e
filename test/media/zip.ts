/** Zipped MP3+G, as karaoke shops sell it. */
import { zipSync } from 'fflate';
import { makeCdg } from './cdg.ts';
import { makeMp3 } from './mp3.ts';

export interface Zip {
  /** Of the graphics and of the audio. */
  readonly seconds: number;
  readonly artist?: string;
  readonly title?: string;
  /** Base name of both entries. */
  readonly name?: string;
  /** 'stored' is fast to make, 'deflated' is what shops sell. */
  readonly packing?: 'stored' | 'deflated';
}

/** One audio and one .cdg, both named `name`. */
export function makeZip({ seconds, name = 'song', packing = 'deflated', ...tags }: Zip): Buffer {
  return zipOf({ [`${name}.mp3`]: makeMp3({ seconds, ...tags }), [`${name}.cdg`]: makeCdg(seconds) }, packing);
}

/** A zip of exactly these entries, in this order. */
export function zipOf(entries: Readonly<Record<string, Buffer>>, packing: 'stored' | 'deflated' = 'deflated'): Buffer {
  return Buffer.from(zipSync(entries, { level: packing === 'stored' ? 0 : 1, mtime: new Date(2026, 0, 1) }));
}
