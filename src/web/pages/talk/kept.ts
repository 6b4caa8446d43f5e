/** Requests that are not answered yet, kept where a reload of the page finds them. */
import type { Asking } from './said.ts';

export interface Kept extends Asking {
  /** Who asked; null: somebody whom the server had not welcomed yet. */
  readonly guestId: number | null;
  /** Which party it was asked of: when that began; null: not known. */
  readonly partySinceMs: number | null;
}

export interface Shelf {
  all(): readonly Kept[];
  keep(kept: Kept): void;
  drop(key: string): void;
}

const NAME = 'karaoke-requests';

/** `storage` null: kept in memory only, so a reload loses them. */
export function openShelf(storage: Storage | null): Shelf {
  let all = read(storage);
  const put = (next: readonly Kept[]): void => {
    all = next;
    try {
      if (all.length === 0) storage?.removeItem(NAME);
      else storage?.setItem(NAME, JSON.stringify(all));
    } catch (error) {
      // A browser that refuses storage (full, or private) still asks; only a reload would forget it.
      console.warn('a request could not be kept for a reload of the page', error);
    }
  };
  return {
    all: () => all,
    keep: (kept) => {
      put([...all, kept]);
    },
    drop: (key) => {
      put(all.filter((each) => each.key !== key));
    },
  };
}

/** What another version of this page left, or somebody typed there, is not worth a broken page. */
function read(storage: Storage | null): readonly Kept[] {
  try {
    const left: unknown = JSON.parse(storage?.getItem(NAME) ?? '[]');
    return Array.isArray(left) ? left.filter(isKept) : [];
  } catch {
    return [];
  }
}

const isKept = (left: Partial<Kept> | null): left is Kept =>
  typeof left?.key === 'string' && typeof left.what === 'string';
