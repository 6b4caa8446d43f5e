/** What a library folder may hold, by the ends of names. */

/** How the words of a song are shown, and in what it is packed. 'audio' shows none. */
export type Format = 'mp3+cdg' | 'zip' | 'video' | 'audio+lrc' | 'ultrastar' | 'audio';

/** One version of one song: the files of one folder that belong together. */
export interface Unit {
  readonly format: Format;
  /** The file that is played: the zip, the video, the audio. */
  readonly main: string;
  /** Every file of it by its name in the folder, `main` among them. */
  readonly parts: readonly string[];
}

/** What a file is by its extension alone; a text becomes part of an UltraStar song only once it was read. */
export type Kind = 'audio' | 'cdg' | 'zip' | 'video' | 'lrc' | 'text';

/** Of several audio files beside one .cdg or .lrc, the first of these is the one sung to. */
export const AUDIO = ['mp3', 'm4a', 'flac', 'ogg', 'opus', 'wav'] as const;
const VIDEO = ['mp4', 'm4v', 'mkv', 'webm', 'avi', 'mov', 'mpg', 'mpeg', 'wmv'] as const;

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...AUDIO.map((extension) => [extension, 'audio'] as const),
  ...VIDEO.map((extension) => [extension, 'video'] as const),
  ['cdg', 'cdg'],
  ['zip', 'zip'],
  ['lrc', 'lrc'],
  ['txt', 'text'],
]);

/** Of every kind, in lower case. */
export const SONG_EXTENSIONS: readonly string[] = [...KINDS.keys()];

/** null for what is no part of any song. `extension` is in lower case and has no dot. */
export function kindOf(extension: string): Kind | null {
  return KINDS.get(extension) ?? null;
}

/** "Hello.MP3" is "Hello" and "mp3"; a name without a dot has no extension. */
export function splitExtension(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return { stem: name, extension: '' };
  return { stem: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() };
}
