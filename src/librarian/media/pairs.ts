/** Which of several files with one base name belong together. */
import { AUDIO, splitExtension } from './formats.ts';

export interface Paired {
  readonly pairs: readonly (readonly [audio: string, companion: string])[];
  /** Audio that nobody took, the best first. */
  readonly left: readonly string[];
  /** Companions for which no audio was left. */
  readonly alone: readonly string[];
}

/** Every companion takes the audio that is spelt exactly as it is, or else the best that is left. */
export function pairUp(audio: readonly string[], companions: readonly string[]): Paired {
  const left = audio.toSorted((a, b) => rank(a) - rank(b));
  const pairs: [string, string][] = [];
  const alone: string[] = [];
  for (const companion of companions) {
    const { stem } = splitExtension(companion);
    const exact = left.findIndex((name) => splitExtension(name).stem === stem);
    const [taken] = left.splice(Math.max(exact, 0), 1);
    if (taken === undefined) alone.push(companion);
    else pairs.push([taken, companion]);
  }
  return { pairs, left, alone };
}

const rank = (name: string): number => AUDIO.findIndex((extension) => extension === splitExtension(name).extension);
