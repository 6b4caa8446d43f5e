/** In which order a folder's file names tell who sings what: the orders that OpenKJ knows, and one that finds out by itself. */

/** What may be chosen for a folder, each with a line for the DJ. */
export const NAMINGS = {
  auto: '"Artist - Title", with a disc id in front or behind when there is one',
  'artist-title': '"Artist - Title"; nothing is taken for a disc id',
  'title-artist': '"Title - Artist"; nothing is taken for a disc id',
  'disc-artist-title': '"SC8125-07 - Artist - Title"',
  'disc-title-artist': '"SC8125-07 - Title - Artist"',
  'artist-title-disc': '"Artist - Title - SC8125-07"',
  'title-artist-disc': '"Title - Artist - SC8125-07"',
  disc_title_artist: '"SC8125-07_Title_Artist"',
  tags: 'by the tags inside the files; by the file name, as auto, where there are none',
} as const;

export type Naming = keyof typeof NAMINGS;
