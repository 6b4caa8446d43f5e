/** Which files of one folder are one song. Pure: names in, units out; whether a text is a song is found out by claims.ts. */
import { AUDIO, kindOf, splitExtension } from './formats.ts';
import type { Kind, Unit } from './formats.ts';
import { isHidden } from './litter.ts';
import { pairUp } from './pairs.ts';

export interface Listed {
  readonly units: readonly Unit[];
  /** Texts, any of which may be an UltraStar song. */
  readonly texts: readonly string[];
  /** Files that belong to a song which is not there, each with a sentence for the DJ. */
  readonly lost: readonly { readonly file: string; readonly reason: string }[];
}

/** `names` are those of one folder, folders left out, in any order. 100,000 of them take less than 100 ms. */
export function unitsIn(names: readonly string[]): Listed {
  const units: Unit[] = [];
  const texts: string[] = [];
  const byBaseName = new Map<string, Namesakes>();
  for (const name of names) {
    const { stem, extension } = splitExtension(name);
    const kind = kindOf(extension);
    // What is still being written ends in .part or a tilde, and so is of no kind.
    if (kind === null || isHidden(name)) continue;
    if (kind === 'text') texts.push(name);
    else if (kind === 'zip' || kind === 'video') units.push({ format: kind, main: name, parts: [name] });
    else gather(byBaseName, stem.toLowerCase(), kind, name);
  }
  const alone: string[] = [];
  for (const { audio, cdg, others } of byBaseName.values()) {
    if (others !== null) alone.push(...sortOut([audio, cdg, ...others], units));
    else if (audio === null) alone.push(...(cdg === null ? [] : [cdg]));
    else if (cdg === null) units.push({ format: 'audio', main: audio, parts: [audio] });
    else units.push({ format: 'mp3+cdg', main: audio, parts: [audio, cdg] });
  }
  return { units, texts, lost: alone.map((file) => ({ file, reason: withoutAudio(file) })) };
}

/**
 * Files that share a base name as people see it, in any case. Nearly always they are one audio, or one audio and one .cdg,
 * and 100,000 lists of one would be felt; whatever is more is among the others.
 */
interface Namesakes {
  audio: string | null;
  cdg: string | null;
  others: string[] | null;
}

function gather(byBaseName: Map<string, Namesakes>, key: string, kind: 'audio' | 'cdg' | 'lrc', name: string): void {
  let namesakes = byBaseName.get(key);
  if (namesakes === undefined) byBaseName.set(key, (namesakes = { audio: null, cdg: null, others: null }));
  if (kind !== 'lrc' && namesakes[kind] === null) namesakes[kind] = name;
  else (namesakes.others ??= []).push(name);
}

/** Adds the units that these namesakes make; returns each .cdg that was left without audio. */
function sortOut(namesakes: readonly (string | null)[], units: Unit[]): readonly string[] {
  const ofKind = (kind: Kind): string[] =>
    namesakes.filter((name) => name !== null).filter((name) => kindOf(splitExtension(name).extension) === kind);
  const paired = pairUp(ofKind('audio'), ofKind('cdg'));
  const worded = pairUp(paired.left, ofKind('lrc'));
  for (const [main, cdg] of paired.pairs) units.push({ format: 'mp3+cdg', main, parts: [main, cdg] });
  for (const [main, lrc] of worded.pairs) units.push({ format: 'audio+lrc', main, parts: [main, lrc] });
  for (const main of worded.left) units.push({ format: 'audio', main, parts: [main] });
  return paired.alone;
}

const withoutAudio = (cdg: string): string =>
  `"${cdg}" has no audio beside it. Put its .mp3 (or ${OTHER_AUDIO}) into the same folder, under the same name.`;
const OTHER_AUDIO = AUDIO.slice(1)
  .map((extension) => `.${extension}`)
  .join(', ');
