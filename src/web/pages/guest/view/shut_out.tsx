/** The DJ has shown this guest the door. */
import type { Words } from '../../../words/words.ts';
import type { Shut } from '../evening/state.ts';
import { usePage } from './page.ts';

/** The DJ may have let them in again: the name is in the cookie, and is said by a page that begins. */
function beginAnew(): void {
  location.reload();
}

export function ShutOut({ shut }: { readonly shut: Shut }) {
  const { words, connectAgain, sayName } = usePage();
  const { frame } = words;
  return (
    <section class="goodbye">
      <h2>{heading(shut, frame)}</h2>
      {shut.why !== 'forgotten' && shut.words !== null && <p class="large">{shut.words}</p>}
      {shut.why === 'forgotten' && <p class="large">{frame.shutForgottenWhat}</p>}
      <p class="quiet">{frame.shutWhat}</p>
      <button type="button" class="wide" onClick={shut.why === 'banned' ? beginAnew : connectAgain}>
        {frame.connectAgain}
      </button>
      {shut.why === 'banned' && (
        <button type="button" class="wide" onClick={sayName}>
          {words.me.notYou}
        </button>
      )}
    </section>
  );
}

function heading(shut: Shut, frame: Words['frame']): string {
  switch (shut.why) {
    case 'kicked':
      return frame.shutKicked;
    case 'banned':
      return frame.shutBanned(shut.name);
    case 'forgotten':
      return frame.shutForgotten;
  }
}
