/** The stage listens to everything, says nothing, and reads anew what may have changed. */
import { lostIsTold } from '../talk/lost.ts';
import type { Heard } from '../talk/said.ts';
import type { Talk } from '../talk/talk.ts';
import type { Step } from './evening.ts';
import { AFTER_A_WHILE, staleAfter } from './stale.ts';
import type { Reading } from './stale.ts';

const WHILE_MS = 20_000;

/** Ends when the returned function is called. */
export function listen(talk: Talk, happened: (step: Step) => void): () => void {
  const read = (what: Reading): void => {
    if (talk.link !== 'open') return;
    talk
      .say(what)
      .then((answer) => {
        happened({ is: 'read', answer, atMs: talk.serverNowMs() });
      })
      .catch(lostIsTold);
  };
  const hear = (heard: Heard): void => {
    happened({ is: 'heard', heard, atMs: talk.serverNowMs() });
    for (const what of staleAfter(heard)) read(what);
  };
  const stop = talk.on(hear);
  // A house nearby answers before the page is painted, which is when this begins.
  if (talk.link !== 'connecting') hear({ link: talk.link });
  const timer = setInterval(() => {
    for (const what of AFTER_A_WHILE) read(what);
  }, WHILE_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}
