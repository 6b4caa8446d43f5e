/** What this guest may want before a letter is typed: what was not sung last time, what was found, and what was sung before. */
import { dayOf } from '../../../words/numbers.ts';
import { usePage } from './page.ts';
import { SongRow } from './song_row.tsx';
import { suggestions } from './suggestions.ts';

export function ForYou() {
  const { state, words, language } = usePage();
  const songs = suggestions(state);
  if (songs.length === 0) return null;
  return (
    <section>
      <h3>{words.sing.forYou}</h3>
      <ul class="songs">
        {songs.map(({ song, because, partner, sungAtMs }) => (
          <SongRow
            key={song.song_id}
            song={song}
            partner={partner}
            note={because === 'sung' ? words.sing.sungOn(dayOf(sungAtMs, language)) : words.sing.because[because]}
          />
        ))}
      </ul>
    </section>
  );
}
