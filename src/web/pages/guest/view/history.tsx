/** What I sang, over all visits. */
import { dayOf } from '../../../words/numbers.ts';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';

export function History() {
  const { state, words, language, moreOf } = usePage();
  const { history } = state;
  const { mine } = words;
  if (!history) return null;
  return (
    <section>
      <h3>{mine.history}</h3>
      {history.rows.length === 0 && <p class="quiet">{mine.historyNothing}</p>}
      <ul class="songs">
        {history.rows.map((song) => (
          <li key={`${song.song_id} ${song.sung_at_ms}`} class="song">
            <span class="song-text">
              <SongName artist={song.artist} title={song.title} />
              {song.with !== null && <span class="small quiet"> {mine.duetOf(song.with)}</span>}
            </span>
            <span class="small quiet">{dayOf(song.sung_at_ms, language)}</span>
          </li>
        ))}
      </ul>
      {history.rows.length < history.total && (
        <button
          type="button"
          class="wide"
          onClick={() => {
            moreOf('HISTORY');
          }}
        >
          {words.frame.more}
        </button>
      )}
    </section>
  );
}
