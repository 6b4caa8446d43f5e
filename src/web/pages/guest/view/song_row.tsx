/** One song that may be asked for in one tap; what became of asking stands in the place of the button. */
import { useState } from 'preact/hooks';
import { named } from '../../../words/song.ts';
import type { Row } from '../../talk/said.ts';
import { placeOf } from '../evening/asked_for.ts';
import { DuetDialog } from './duet_dialog.tsx';
import { Icon } from './icon.tsx';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';

interface SongRowProps {
  readonly song: Pick<Row<'song row'>, 'song_id' | 'artist' | 'title'>;
  /** Stands behind the artist: how long it lasts, or why it is proposed; '' for nothing. */
  readonly note: string;
  /** With whom it was to be sung; null: alone. */
  readonly partner?: string | null;
}

export function SongRow({ song, note, partner = null }: SongRowProps) {
  const { state, words, ask } = usePage();
  const { sing } = words;
  const [duet, setDuet] = useState(false);
  const wanted = { songId: song.song_id, artist: song.artist, title: song.title };
  const sending = state.asks.some(({ wanted: { songId } }) => songId === song.song_id);
  const place = placeOf(state, song.song_id);
  const silent = state.party?.on === false;
  return (
    <li class="song">
      <span class="song-text">
        <SongName artist={song.artist} title={song.title} note={note} />
      </span>
      {place ? (
        <a class="placed" href="#mine">
          <Icon name="check" />
          {place.position === null ? sing.inLineUnknown : sing.inLine(place.position)}
        </a>
      ) : (
        <span class="song-ask">
          <button
            type="button"
            class="bare"
            disabled={silent || sending}
            aria-label={sing.duetThis(named(song))}
            onClick={() => {
              setDuet(true);
            }}
          >
            <Icon name="duet" />
          </button>
          <button
            type="button"
            class="sing"
            disabled={silent}
            aria-disabled={sending}
            aria-label={sending ? undefined : sing.singThis(named(song))}
            onClick={() => {
              if (!sending) ask(wanted, partner);
            }}
          >
            {sending ? sing.sending : sing.sing}
          </button>
        </span>
      )}
      {duet && (
        <DuetDialog
          wanted={wanted}
          close={() => {
            setDuet(false);
          }}
        />
      )}
    </li>
  );
}
