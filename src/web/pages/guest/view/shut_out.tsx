/** The DJ has shown this guest the door. */
import type { Shut } from '../evening/state.ts';
import { usePage } from './page.ts';

/** What the house says where the DJ gave no words: the heading says it in the guest's language. */
const USUAL = 'The DJ has shown you the door';

/** The DJ may have let them in again: the name is in the cookie, and is said by a page that begins. */
function beginAnew(): void {
  location.reload();
}

export function ShutOut({ shut }: { readonly shut: Shut }) {
  const { words, connectAgain, sayName } = usePage();
  const { frame } = words;
  return (
    <section class="goodbye">
      <h2>{shut.why === 'kicked' ? frame.shutKicked : frame.shutBanned(shut.name)}</h2>
      {shut.why === 'kicked' && shut.text !== USUAL && <p class="large">{shut.text}</p>}
      <p class="quiet">{frame.shutWhat}</p>
      <button type="button" class="wide" onClick={shut.why === 'kicked' ? connectAgain : beginAnew}>
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
