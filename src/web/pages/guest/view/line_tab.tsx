/** Everybody who waits, in order. */
import { LineRow } from './line_row.tsx';
import { usePage } from './page.ts';

export function LineTab() {
  const { state, words, moreOf } = usePage();
  const { line, party } = state;
  const off = party?.on === false;
  return (
    <>
      <h2>{words.line.heading}</h2>
      {off && <p class="quiet">{words.line.noParty}</p>}
      {!off && !line && <p class="quiet">{words.frame.loading}</p>}
      {!off && line && (
        <p class="quiet">{line.total === 0 ? words.line.nothing : words.line.waiting(line.total, line.more)}</p>
      )}
      <ol class="line">
        {line?.rows.map((row) => (
          <LineRow key={row.queue_id} entry={row} />
        ))}
      </ol>
      {line && line.rows.length < line.total && (
        <button
          type="button"
          class="wide"
          onClick={() => {
            moreOf('QUEUE');
          }}
        >
          {words.frame.more}
        </button>
      )}
    </>
  );
}
