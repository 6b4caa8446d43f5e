/** What I wished for, and what became of it. */
import { named } from '../../../words/song.ts';
import type { Row } from '../../talk/said.ts';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';

export function Wishes() {
  const { state, words } = usePage();
  if (state.wishes.length === 0) return null;
  return (
    <section>
      <h3>{words.mine.wishes}</h3>
      <ul class="songs">
        {state.wishes.map((wish) => (
          <Wish key={wish.wish_id} wish={wish} />
        ))}
      </ul>
    </section>
  );
}

function Wish({ wish }: { readonly wish: Row<'wish row'> }) {
  const { state, words, ask, wish: askFor, acts } = usePage();
  const { mine, sing } = words;
  const { song_id: songId, artist, title } = wish;
  const said = (mine.wishState as Readonly<Record<string, string>>)[wish.state] ?? wish.state;
  const isRefused = wish.state === 'refused';
  const isOpen = isRefused || wish.state === 'wanted' || wish.state === 'fetching';
  const waits = state.mine?.some(({ song_id }) => song_id === songId) === true;
  return (
    <li class="song">
      <span class="song-text">
        <SongName artist={artist} title={title} />
        <span class={wish.state === 'found' ? 'small good' : 'small quiet'}>
          {` ${said}`}
          {wish.reason !== null && `; ${mine.wishReason(wish.reason)}`}
        </span>
      </span>
      {isOpen && (
        <button
          type="button"
          aria-label={`${mine.unwish}: ${named(wish)}`}
          onClick={() => {
            acts.unwish(wish.wish_id);
          }}
        >
          {mine.unwish}
        </button>
      )}
      {isRefused && (
        <button
          type="button"
          aria-label={sing.askDj(named(wish))}
          onClick={() => {
            askFor({ artist, title });
          }}
        >
          {mine.askAgain}
        </button>
      )}
      {wish.state === 'found' && songId !== null && !waits && (
        <button
          type="button"
          class="sing"
          disabled={state.party?.on === false}
          aria-label={sing.singThis(named(wish))}
          onClick={() => {
            ask({ songId, artist, title }, null);
          }}
        >
          {sing.sing}
        </button>
      )}
    </li>
  );
}
