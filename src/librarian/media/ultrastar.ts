/** UltraStar: a text of headers and syllables that names its audio. Format: usdx.eu/format; old files are not UTF-8. */
import { decoded } from './decoded.ts';
import type { Peek } from './peek.ts';
import { tidy } from './spelling.ts';

/** Bytes; the headers stand in front of the syllables, a comment of a few lines among them. */
const READ = 4_096;
const HEADER = /^\uFEFF?#([A-Z0-9]+):(.*)$/gimu;

export interface UltraStar {
  readonly artist: string;
  readonly title: string;
  /** File names as they are written there; null when not. */
  readonly audio: string | null;
  readonly video: string | null;
}

/** null for any other text. Version 1 of the format calls the audio #AUDIO, the older ones #MP3. */
export function ultraStarHeaders(file: Peek): UltraStar | null {
  const text = decoded(file.read(0, READ));
  if (!/^\uFEFF?#[A-Z0-9]+:/imu.test(text)) return null;
  const headers = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(HEADER)) {
    if (value.trim() !== '') headers.set(name.toUpperCase(), value.trim());
  }
  const title = tidy(headers.get('TITLE') ?? '');
  if (title === '' || !(headers.has('BPM') || headers.has('MP3') || headers.has('AUDIO'))) return null;
  const audio = headers.get('AUDIO') ?? headers.get('MP3') ?? null;
  return { artist: tidy(headers.get('ARTIST') ?? ''), title, audio, video: headers.get('VIDEO') ?? null };
}
