/** The DJ has shown this guest the door. */
import type { Shut } from '../evening/state.ts';
import { usePage } from './page.ts';

/** What the house says where the DJ gave no words: the heading says it in the guest's language. */
const USUAL = 'The DJ has shown you the door';

export function ShutOut({ shut }: { readonly shut: Shut }) {
  const { words, connectAgain, sayName } = usePage();
  const { frame } = words;
  return (
    <section class="goodbye">
      <h2>{shut.why === 'kicked' ? frame.shutKicked : frame.shutBanned(shut.name)}</h2>
      {shut.why === 'kicked' && shut.text !== USUAL && <p class="large">{shut.text}</p>}
      <p class="quiet">{frame.shutWhat}</p>
      {shut.why === 'kicked' ? (
        <button type="button" class="wide" onClick={connectAgain}>
          {frame.connectAgain}
        </button>
      ) : (
        <button type="button" class="wide" onClick={sayName}>
          {words.me.notYou}
        </button>
      )}
    </section>
  );
}
