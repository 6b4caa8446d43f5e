/** Keeps who speaks and what the phone remembers the same: over visits, and over two tabs of one guest. */
import { lostIsTold } from '../talk/lost.ts';
import { isForNow } from '../talk/speaking.ts';
import type { Talk } from '../talk/talk.ts';
import type { Evening } from './evening/evening.ts';
import type { Identity } from './identity.ts';

/** What remembers a guest. */
export interface Phone {
  /** null: nobody. */
  readonly remembered: () => Identity | null;
  readonly remember: (identity: Identity) => Promise<void>;
  /** Calls it whenever somebody begins to look at the page. */
  readonly onSeen: (seen: () => void) => void;
  /** Calls it once after so many milliseconds. */
  readonly later: (ms: number, run: () => void) => void;
}

export interface KeepIdentityOptions {
  readonly talk: Pick<Talk, 'hello'>;
  readonly evening: Evening;
  readonly phone: Phone;
  /** A bug, or a phone that could not be told. */
  readonly report: (error: unknown) => void;
}

/** Until a house that is too busy for HELLO is asked again, where it names no time. */
const BUSY_S = 3;

export function keepIdentity({ talk, evening, phone, report }: KeepIdentityOptions): void {
  /** The name for which HELLO was said last because the phone has it. */
  let said: string | null = null;

  const sayHello = (): void => {
    const known = phone.remembered();
    if (!known || known.name === evening.state.me?.name || known.name === said) return;
    said = known.name;
    talk
      .hello(known.name, known.code)
      .then((answer) => {
        evening.happened({ is: 'greeted', answer, code: known.code });
        const { final } = answer;
        if (!isForNow(answer) || final.t !== 'err') return;
        // What the guest asked for before a reload waits for this welcome too.
        phone.later((final.retry ?? BUSY_S) * 1000, () => {
          if (said === known.name) said = null;
          // Who has said a name meanwhile is who they say.
          if (!evening.state.me) sayHello();
        });
      })
      // Lost: another name was said, and is the answer.
      .catch(lostIsTold)
      .catch(report);
  };
  sayHello();
  // Another tab may have said who this is.
  phone.onSeen(sayHello);
  evening.onChange(() => {
    const { me } = evening.state;
    if (me?.code == null) return;
    const { name, code } = me;
    const known = phone.remembered();
    if ((known?.name === name && known.code === code) || said === name) return;
    said = name;
    phone.remember({ name, code }).catch(report);
  });
}
