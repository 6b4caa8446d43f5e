/** Several songs may be meant: which one, or none of them. */
import { named } from '../../../words/song.ts';
import type { Outcome } from '../evening/state.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';

export function UnsureDialog({ outcome }: { readonly outcome: Extract<Outcome, { readonly is: 'unsure' }> }) {
  const { words, happened, ask, acts } = usePage();
  const { candidates, wanted, partner } = outcome;
  const close = (): void => {
    happened({ is: 'outcome-read' });
  };
  return (
    <Dialog heading={words.sing.unsure} close={close}>
      <ul class="songs">
        {candidates.map((song) => (
          <li key={song.song_id} class="song">
            <span class="song-text">
              <SongName artist={song.artist} title={song.title} />
            </span>
            <button
              type="button"
              class="sing"
              aria-label={words.sing.singThis(named(song))}
              onClick={() => {
                ask({ songId: song.song_id, artist: song.artist, title: song.title }, partner);
              }}
            >
              {words.sing.sing}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="wide"
        onClick={() => {
          close();
          if (wanted.artist !== '') acts.wish(wanted);
        }}
      >
        {wanted.artist === '' ? words.sing.unsureNone : words.sing.unsureAsk}
      </button>
    </Dialog>
  );
}
