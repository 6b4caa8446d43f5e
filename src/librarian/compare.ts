/**
 * Looks for songs that may be wishes, after songs have come: those of the very name come home with the import itself, here
 * mistyped ones do, and the DJ is asked about what is only similar. How far each wish was compared stands in the store, so a fall loses nothing.
 */
import type { Subject } from '../ipc/messages.ts';
import { StoreBusy, StoreUnwritable } from '../store/errors.ts';
import type { ComparingStore } from '../store/librarian.ts';

export interface CompareHands {
  readonly store: ComparingStore;
  readonly hint: (about: Subject) => void;
  readonly monotonic: () => number;
  /** Resolves after `ms`. */
  readonly pause: (ms: number) => Promise<void>;
  readonly warn: (error: unknown, text: string) => void;
}

export interface Comparing {
  /** Songs may have come. Looks do not overlap; a call during one has it look once more. Never rejects but for a defect. */
  look(): Promise<void>;
}

/** Songs come in batches, and one look after ten of them finds what ten looks would. */
const REST_MS = 1_000;
/** Nobody waits for a proposal, and an import does for the processor: of its time this takes a tenth at most. */
const RESTS = 9;

export function createComparing({ store, hint, monotonic, pause, warn }: CompareHands): Comparing {
  let looking: Promise<void> | null = null;
  let again = false;

  const compare = async (): Promise<void> => {
    for (let left = true; left;) {
      const { compared, proposed, found } = await store.compareWishes();
      if (proposed + found > 0) hint('wishes');
      left = compared > 0;
      // The process hears what was said to it meanwhile.
      if (left) await pause(0);
    }
  };
  const look = async (): Promise<void> => {
    try {
      while (again) {
        again = false;
        const began = monotonic();
        try {
          await compare();
        } catch (error) {
          if (!(error instanceof StoreBusy || error instanceof StoreUnwritable)) throw error;
          warn(error, 'what may be a wish could not be noted; it is looked for again when songs come');
        }
        await pause(Math.max(REST_MS, RESTS * (monotonic() - began)));
      }
    } finally {
      // In the same breath as the last look at `again`: a call that comes now begins anew.
      looking = null;
    }
  };
  return {
    look: () => {
      again = true;
      return (looking ??= look());
    },
  };
}
