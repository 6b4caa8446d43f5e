/** The party is over: thanks, and what was sung. */
import type { Party } from '../evening/state.ts';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';

export function Goodbye({ ended }: { readonly ended: Party }) {
  const { state, words, happened } = usePage();
  const { frame } = words;
  const since = ended.started_at_ms ?? 0;
  const sung = (state.history?.rows ?? []).filter(({ sung_at_ms }) => sung_at_ms >= since).reverse();
  return (
    <section class="goodbye">
      <h2>{frame.goodbye}</h2>
      <p class="large">{(sung.length > 0 ? frame.goodbyeThanks : frame.goodbyeCame)(ended.name ?? frame.title)}</p>
      {state.me && <p>{sung.length > 0 ? frame.sungTonight(sung.length) : frame.sungNothing}</p>}
      <ul class="songs">
        {sung.map((song) => (
          <li key={song.sung_at_ms} class="song">
            <span class="song-text">
              <SongName artist={song.artist} title={song.title} />
              {song.with !== null && <span class="small quiet"> {words.mine.duetOf(song.with)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="wide"
        onClick={() => {
          happened({ is: 'goodbye-read' });
        }}
      >
        {frame.goodbyeNext}
      </button>
    </section>
  );
}
