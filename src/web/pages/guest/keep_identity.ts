/** Keeps who speaks and what the phone remembers the same: over visits, and over two tabs of one guest. */
import type { Talk } from '../talk/talk.ts';
import type { Evening } from './evening/evening.ts';
import { readIdentity, rememberIdentity } from './identity.ts';

export function keepIdentity(talk: Talk, evening: Evening, report: (error: unknown) => void): void {
  /** The name for which HELLO was said last because the cookie has it. */
  let said: string | null = null;

  const sayHello = (): void => {
    const known = readIdentity(document.cookie);
    if (!known || known.name === evening.state.me?.name || known.name === said) return;
    said = known.name;
    talk
      .hello(known.name, known.code)
      .then((answer) => {
        evening.happened({ is: 'greeted', answer, code: known.code });
      })
      .catch(report);
  };
  sayHello();
  // Another tab may have said who this is.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sayHello();
  });
  evening.onChange(() => {
    const { me } = evening.state;
    if (me?.code == null) return;
    const { name, code } = me;
    const known = readIdentity(document.cookie);
    if ((known?.name === name && known.code === code) || said === name) return;
    said = name;
    rememberIdentity({ name, code }).catch(report);
  });
}
