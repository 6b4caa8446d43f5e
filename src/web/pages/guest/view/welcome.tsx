/** Before a letter is typed: where my songs stand; for who has just come in, how it goes and who is next. */
import { range } from '../../../words/numbers.ts';
import { LineRow } from './line_row.tsx';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';

/** What fits above the keyboard's place on a small phone. */
const SHOWN = 3;

export function Welcome() {
  const { state } = usePage();
  if (state.party?.on !== true) return null;
  return state.me ? <MyPlaces /> : <Coming />;
}

function MyPlaces() {
  const { state, words } = usePage();
  const { mine: said, sing } = words;
  const mine = (state.mine ?? []).slice(0, SHOWN);
  if (mine.length === 0) return null;
  return (
    <section>
      <h3>{said.heading}</h3>
      <ul class="songs">
        {mine.map(({ queue_id, artist, title, position, wait_from_min, wait_to_min, why }) => {
          const minutes = why.rule === 'away' ? null : range(wait_from_min, wait_to_min);
          return (
            <li key={queue_id} class="song">
              <span class="song-text">
                <SongName artist={artist} title={title} note={minutes === null ? '' : said.wait(minutes)} />
              </span>
              <a class="placed" href="#mine">
                {why.rule === 'away' ? said.placeKept : sing.inLine(position)}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Coming() {
  const { state, words } = usePage();
  const { sing } = words;
  const { line } = state;
  return (
    <>
      <section class="card">
        <h3>{sing.how}</h3>
        <ol class="steps">
          {sing.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {line && (
        <section>
          <h3>{line.total === 0 ? sing.nobodyWaits : sing.comesNext}</h3>
          <ol class="line">
            {line.rows.slice(0, SHOWN).map((row) => (
              <LineRow key={row.queue_id} entry={row} />
            ))}
          </ol>
          {line.total > SHOWN && (
            <a class="whole-line" href="#line">
              {sing.wholeLine(line.total)}
            </a>
          )}
        </section>
      )}
    </>
  );
}
