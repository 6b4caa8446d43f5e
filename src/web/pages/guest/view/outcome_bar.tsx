/** What came of the last thing that was done: said once, in reach of the thumb that did it. */
import { useEffect } from 'preact/hooks';
import { named } from '../../../words/song.ts';
import { Icon } from './icon.tsx';
import { outcomeSaid } from './outcome_said.ts';
import { usePage } from './page.ts';

/** Long enough to be read twice. */
const SHOWN_MS = 10_000;

export function OutcomeBar() {
  const { state, words, language, happened, ask } = usePage();
  const { outcome, asks, link, me } = state;
  const { sing } = words;
  useEffect(() => {
    // Good news stands elsewhere too; what was refused stays until it is read.
    if (!outcome || outcome.is === 'refused' || outcome.is === 'gone' || outcome.is === 'unsure') return;
    const timer = setTimeout(() => {
      happened({ is: 'outcome-read' });
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome, happened]);
  const lines = outcome ? outcomeSaid(outcome, words, language) : [];
  // What this page asked for says in its own place that it is under way.
  const waiting = link === 'open' ? asks.filter(({ from }) => from === 'before') : asks;
  const waitsFor = link !== 'open' ? sing.sentLater : me ? sing.sendingThis : sing.sentWithName;
  const here = outcome?.is === 'refused' && outcome.err.word === 'DUPLICATE' ? outcome.err.song_id : undefined;
  return (
    <div role="status" class="outcome">
      {waiting.map(({ id, wanted }) => (
        <p key={id}>{waitsFor(named(wanted))}</p>
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
                {sing.askInstead}
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
