/** What was found, best first; the arrow keys walk through it. */
import { clock } from '../../talk/music.ts';
import type { Found } from '../search.ts';
import { usePage } from './page.ts';
import { SongRow } from './song_row.tsx';
import { WishFor } from './wish_for.tsx';

interface FoundSongsProps {
  readonly found: Found;
  readonly more: () => void;
}

export function FoundSongs({ found, more }: FoundSongsProps) {
  const { words } = usePage();
  const { songs, total } = found;
  const isWhole = songs.length >= total && !found.more;
  return (
    <>
      <p role="status" class="quiet small">
        {total === 0 ? words.sing.nothing(found.words) : words.sing.found(total, found.more)}
      </p>
      {songs.length > 0 && (
        <ul class="songs" aria-label={words.sing.results} onKeyDown={walk}>
          {songs.map((song) => (
            <SongRow
              key={song.song_id}
              song={song}
              note={song.duration_s === null ? '' : clock(song.duration_s * 1000)}
            />
          ))}
        </ul>
      )}
      {!isWhole && songs.length < 100 && (
        <button type="button" class="wide" onClick={more}>
          {words.frame.more}
        </button>
      )}
      <WishFor key={total === 0} typed={found.words} open={total === 0} />
    </>
  );
}

/** What a row is for: to ask for its song, or to see where it waits. */
const firstOf = (row: ParentNode): HTMLElement | null => row.querySelector<HTMLElement>('.sing, .placed');

/** From one row's button to the next row's; up from the first row back to the field. A row's dialog has its own keys. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...event.currentTarget.children];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const inDialog = event.target instanceof Element && event.target.closest('dialog') !== null;
  if (step === undefined || at < 0 || inDialog) return;
  event.preventDefault();
  const row = rows[at + step];
  if (row) firstOf(row)?.focus();
  else if (step < 0) document.querySelector<HTMLInputElement>('#song')?.focus();
}
