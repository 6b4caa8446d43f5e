/** What came of the last thing that was done: said once, in reach of the thumb that did it. */
import { named } from '../../../words/song.ts';
import { Icon } from './icon.tsx';
import { outcomeSaid } from './outcome_said.ts';
import { usePage } from './page.ts';

export function OutcomeBar() {
  const { state, words, language, happened, ask } = usePage();
  const { outcome, asks, link } = state;
  const lines = outcome ? outcomeSaid(outcome, words, language) : [];
  const waiting = link === 'open' ? [] : asks;
  const here = outcome?.is === 'refused' && outcome.err.word === 'DUPLICATE' ? outcome.err.song_id : undefined;
  return (
    <div role="status" class="outcome">
      {waiting.map(({ id, wanted }) => (
        <p key={id}>{words.sing.sentLater(named(wanted))}</p>
      ))}
      {lines.length > 0 && (
        <div class={outcome?.is === 'refused' || outcome?.is === 'gone' ? 'said refused' : 'said'}>
          <div>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {here !== undefined && (
              <button
                type="button"
                class="first"
                onClick={() => {
                  ask({ songId: here, artist: '', title: '' }, null);
                }}
              >
                {words.sing.askInstead}
              </button>
            )}
          </div>
          <button
            type="button"
            class="bare"
            aria-label={words.calls.dismiss}
            onClick={() => {
              happened({ is: 'outcome-read' });
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
