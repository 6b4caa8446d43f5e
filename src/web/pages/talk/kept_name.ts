/** The new name that was said last and is not answered yet, with its key, kept where a reload of the page finds it. */
import { newKey } from './key.ts';
import type { Speaker } from './lines.ts';

export interface KeptName {
  /** null: no name waits for its answer. */
  readonly speaker: Speaker | null;
  /** The same name again is the same speaker with the same key: the house may have heard the first, and only its answer is lost. */
  keep(name: string): Speaker;
  /** It was answered, or is wanted no more; another speaker's answer changes nothing. */
  drop(speaker: Speaker): void;
}

const NAME = 'karaoke-name';

/** `storage` null: kept in memory only, so a reload loses it. */
export function openKeptName(storage: Storage | null): KeptName {
  let kept = read(storage);
  const put = (next: Speaker | null): void => {
    kept = next;
    try {
      if (next === null) storage?.removeItem(NAME);
      else storage?.setItem(NAME, JSON.stringify(next));
    } catch (error) {
      // A browser that refuses storage (full, or private) still says it; only a reload would forget it.
      console.warn('a name could not be kept for a reload of the page', error);
    }
  };
  return {
    get speaker() {
      return kept;
    },
    keep(name) {
      if (kept?.name === name) return kept;
      const speaker: Speaker = { name, code: null, key: newKey() };
      put(speaker);
      return speaker;
    },
    drop(speaker) {
      if (kept === speaker) put(null);
    },
  };
}

/** What another version of this page left, or somebody typed there, is not worth a broken page. */
function read(storage: Storage | null): Speaker | null {
  try {
    const left = JSON.parse(storage?.getItem(NAME) ?? 'null') as Partial<Speaker> | null;
    const { name, key } = left ?? {};
    return typeof name === 'string' && typeof key === 'string' ? { name, code: null, key } : null;
  } catch {
    return null;
  }
}
