/** Songs of an earlier party that were not sung: asked for again in one tap, with whom they were to be sung. */
import { named } from '../../../words/song.ts';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';

export function Unsung() {
  const { state, words, ask, acts } = usePage();
  const { mine, sing } = words;
  if (state.unsung.length === 0) return null;
  return (
    <section>
      <h3>{mine.unsung}</h3>
      <ul class="songs">
        {state.unsung.map((song) => (
          <li key={song.queue_id} class="song">
            <span class="song-text">
              <SongName artist={song.artist} title={song.title} />
              {song.with !== null && <span class="small quiet"> {mine.duetOf(song.with)}</span>}
            </span>
            <button
              type="button"
              aria-label={`${mine.unsungForget}: ${named(song)}`}
              onClick={() => {
                acts.cancel(song.queue_id);
              }}
            >
              {mine.unsungForget}
            </button>
            <button
              type="button"
              class="sing"
              disabled={state.party?.on === false}
              aria-label={sing.singThis(named(song))}
              onClick={() => {
                ask({ songId: song.song_id, artist: song.artist, title: song.title }, song.with);
              }}
            >
              {sing.sing}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
