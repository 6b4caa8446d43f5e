/** LRC: words with their times, and tags in front of them: [ar:…], [ti:…], [length:3:45]. */
import { decoded } from './decoded.ts';
import type { Peek } from './peek.ts';
import { says } from './says.ts';
import type { Says } from './says.ts';

/** Bytes; the tags stand in front of the words. */
const READ = 4_096;
const TAG = /^\s*\[(ar|ti|length)\s*:([^\]]*)\]/gimu;
const LENGTH = /^(\d{1,3}):(\d{1,2}(?:\.\d+)?)$/;

export interface LrcTags extends Says {
  /** Seconds. */
  readonly durationS: number | null;
}

export function lrcTags(file: Peek): LrcTags {
  const tags = new Map<string, string>();
  for (const [, name = '', value = ''] of decoded(file.read(0, READ)).matchAll(TAG)) {
    if (!tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), value.trim());
  }
  const [, minutes, seconds] = LENGTH.exec(tags.get('length') ?? '') ?? [];
  const durationS = minutes === undefined ? null : Number(minutes) * 60 + Number(seconds) || null;
  return { ...says(tags.get('ar'), tags.get('ti')), durationS };
}
