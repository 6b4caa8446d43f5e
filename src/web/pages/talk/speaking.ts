/** Who speaks: whom the server has welcomed, and who waits for a connection to say HELLO. */
import type { KeptName } from './kept_name.ts';
import { Lost } from './lost.ts';
import type { Speaker } from './lines.ts';
import { isOk } from './said.ts';
import type { Answer } from './said.ts';

export interface Speaking {
  /** Whom the server has welcomed; null: nobody. */
  readonly guestId: number | null;
  /** Who is to say HELLO at the next connection. */
  readonly next: Speaker | null;
  /** For whom a page waits to be welcomed; null: for nobody. */
  readonly wanted: Speaker | null;
  /** Somebody wants to be welcomed; what becomes of it is told by `answered`. Whoever waited before rejects with Lost. */
  want(speaker: Speaker): Promise<Answer>;
  /** The server answered HELLO of this speaker. Returns whether a page waits for that answer, and has it now. */
  answered(speaker: Speaker, answer: Answer): 'told' | 'not-asked-for';
  forget(): void;
}

interface Wanted {
  readonly speaker: Speaker;
  readonly told: (answer: Answer) => void;
  readonly lost: (why: Lost) => void;
}

/** `kept`: who is to say HELLO while nobody else is; after a reload, whose answer the page before did not hear. */
export function openSpeaking(kept: KeptName): Speaking {
  let known: (Speaker & { readonly guestId: number }) | null = null;
  let wanted: Wanted | null = null;
  const dropWanted = (why: string): void => {
    wanted?.lost(new Lost(why));
    wanted = null;
  };
  return {
    get guestId() {
      return known?.guestId ?? null;
    },
    get next() {
      return wanted?.speaker ?? known ?? kept.speaker;
    },
    get wanted() {
      return wanted?.speaker ?? null;
    },
    want: (speaker) => {
      dropWanted('another name was said before this one was answered');
      return new Promise((told, lost) => {
        wanted = { speaker, told, lost };
      });
    },
    answered(speaker, answer) {
      const { final } = answer;
      if (isOk(final, 'HELLO')) {
        known = { name: final.name, code: final.code ?? speaker.code, guestId: final.guest_id };
      } else if (known === speaker && !isForNow(answer)) {
        known = null;
      }
      const isWanted = wanted?.speaker === speaker;
      if (isWanted || !isForNow(answer)) kept.drop(speaker);
      if (!wanted || !isWanted) return 'not-asked-for';
      wanted.told(answer);
      wanted = null;
      return 'told';
    },
    forget() {
      dropWanted('who speaks was forgotten before the answer came');
      if (kept.speaker) kept.drop(kept.speaker);
      known = null;
    },
  };
}

/** The house was too busy, or its disk full: it may be said again. */
export const isForNow = ({ final }: Answer): boolean => final.t === 'err' && final.code < 500;
