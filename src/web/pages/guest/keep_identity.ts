/** Keeps who speaks and what the phone remembers the same: over visits, and over two tabs of one guest. */
import { lostIsTold } from '../talk/lost.ts';
import type { Link } from '../talk/said.ts';
import { isForNow } from '../talk/speaking.ts';
import type { Talk } from '../talk/talk.ts';
import type { Evening } from './evening/evening.ts';
import { sameName } from './evening/calls.ts';
import { isSameIdentity } from './identity.ts';
import type { Identity } from './identity.ts';

/** What remembers a guest. */
interface Phone {
  /** null: nobody. */
  readonly remembered: () => Identity | null;
  /** null: nobody. */
  readonly remember: (identity: Identity | null) => Promise<void>;
  /** Calls it whenever somebody begins to look at the page. */
  readonly onSeen: (seen: () => void) => void;
  /** Calls it once after so many milliseconds. */
  readonly later: (ms: number, run: () => void) => void;
}

export interface KeepIdentityOptions {
  readonly talk: Pick<Talk, 'hello' | 'forget'>;
  readonly evening: Evening;
  readonly phone: Phone;
  /** A bug, or a phone that could not be told. */
  readonly report: (error: unknown) => void;
}

/** Until a house that is too busy for HELLO is asked again, where it names no time. */
const BUSY_S = 3;
/** Until a phone that could not be told who speaks is told again. */
const AGAIN_MS = 30_000;

/** What the house has set is to be read by then; some browsers take a moment. */
const SEEN_MS = 1_000;

export function keepIdentity({ talk, evening, phone, report }: KeepIdentityOptions): void {
  /** For whom HELLO was said last because the phone remembers them. */
  let said: Identity | null = null;
  /** Who spoke last. */
  let spoke: Identity | null = null;
  /** Whom the phone is to remember and does not yet: until then its word does not count. null: it does. */
  let wanted: Identity | 'nobody' | null = null;
  /** The name was given up that was welcome until then. */
  let isGone = false;
  let telling = false;
  let tellsAgain = false;
  let linkBefore: Link = 'connecting';

  const sayHello = (): void => {
    const known = phone.remembered();
    if (wanted || !known || known.name === evening.state.me?.name || isSameIdentity(known, said)) return;
    said = known;
    talk
      .hello(known.name, known.code)
      .then((answer) => {
        evening.happened({ is: 'greeted', answer, code: known.code });
        const { final } = answer;
        if (!isForNow(answer) || final.t !== 'err') return;
        // What the guest asked for before a reload waits for this welcome too.
        phone.later((final.retry ?? BUSY_S) * 1000, () => {
          if (said === known) said = null;
          // Who has said a name meanwhile is who they say.
          if (!evening.state.me) sayHello();
        });
      })
      // Lost: another name was said, and is the answer.
      .catch(lostIsTold)
      .catch(report);
  };
  const tellPhone = async (): Promise<void> => {
    if (telling) return;
    telling = true;
    while (wanted) {
      const told: Identity | 'nobody' = wanted;
      try {
        await phone.remember(told === 'nobody' ? null : told);
      } catch (error) {
        report(error);
        tellAgain();
        break;
      }
      if (wanted === told) wanted = null;
      if (told === 'nobody') continue;
      phone.later(SEEN_MS, () => {
        if (wanted || !isSameIdentity(told, spoke) || isSameIdentity(told, phone.remembered())) return;
        evening.happened({ is: 'not-remembered', code: told.code });
      });
    }
    telling = false;
  };
  const tellAgain = (): void => {
    if (tellsAgain) return;
    tellsAgain = true;
    phone.later(AGAIN_MS, () => {
      tellsAgain = false;
      void tellPhone();
    });
  };
  /** Said again, the name would be refused again, or be somebody else's. Whom another tab has told the phone it keeps. */
  const giveUp = (): void => {
    talk.forget();
    const known = phone.remembered();
    const name = evening.state.stranger?.name ?? spoke?.name ?? known?.name ?? null;
    if (!known || !sameName(known.name, name)) return;
    said = null;
    spoke = null;
    wanted = 'nobody';
    void tellPhone();
  };
  sayHello();
  phone.onSeen(() => {
    void tellPhone();
    // Another tab may have said who this is.
    sayHello();
  });
  evening.onChange(() => {
    const { me, link } = evening.state;
    if (link === 'open' && linkBefore !== 'open') void tellPhone();
    linkBefore = link;
    const wasGone = isGone;
    isGone = evening.state.shut?.why === 'forgotten' || evening.state.stranger !== null;
    if (isGone && !wasGone) giveUp();
    if (me?.code == null) return;
    const speaks: Identity = { name: me.name, code: me.code };
    if (isSameIdentity(speaks, spoke)) return;
    spoke = speaks;
    if (isSameIdentity(speaks, said)) return;
    said = null;
    wanted = isSameIdentity(speaks, phone.remembered()) ? null : speaks;
    void tellPhone();
  });
}
