/** A song as a guest looks for it: the title first, who made it below, and what else is to be said of it. */
interface SongNameProps {
  readonly artist: string;
  readonly title: string;
  readonly note?: string;
}

export function SongName({ artist, title, note = '' }: SongNameProps) {
  return (
    <span class="song-name">
      <b>{title}</b>{' '}
      <span class="quiet">
        {artist}
        {note !== '' && ` · ${note}`}
      </span>
    </span>
  );
}
