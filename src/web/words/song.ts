/** A song as people write it. */
export const named = ({ artist, title }: { readonly artist: string; readonly title: string }): string =>
  artist === '' ? title : `${artist} – ${title}`;
