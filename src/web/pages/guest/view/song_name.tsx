/** A song as a guest looks for it: the title first, who made it below. */
interface SongNameProps {
  readonly artist: string;
  readonly title: string;
}

export function SongName({ artist, title }: SongNameProps) {
  return (
    <span class="song-name">
      <b>{title}</b> <span class="quiet">{artist}</span>
    </span>
  );
}
