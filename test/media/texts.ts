/** Songs whose words are a text file beside the audio. */
import type { Tags } from './id3.ts';

export interface Lrc extends Tags {
  /** Of the last line. */
  readonly seconds: number;
}

export function makeLrc({ seconds, artist, title }: Lrc): Buffer {
  const minutes = (at: number): string => {
    const [whole, rest] = [Math.floor(at / 60), at % 60];
    return `${String(whole).padStart(2, '0')}:${rest.toFixed(2).padStart(5, '0')}`;
  };
  return Buffer.from(
    [
      ...(artist === undefined ? [] : [`[ar:${artist}]`]),
      ...(title === undefined ? [] : [`[ti:${title}]`]),
      `[${minutes(0)}]La la la`,
      `[${minutes(seconds)}]La`,
      '',
    ].join('\n'),
  );
}

export interface UltraStar {
  readonly artist: string;
  readonly title: string;
  /** The file named in #MP3. */
  readonly audio: string;
  /** Further headers, such as { VIDEO: 'song.mp4' }. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function makeUltraStar({ artist, title, audio, headers = {} }: UltraStar): Buffer {
  const named = { TITLE: title, ARTIST: artist, MP3: audio, BPM: '300', GAP: '0', ...headers };
  const lines = Object.entries(named).map(([name, value]) => `#${name}:${value}`);
  return Buffer.from([...lines, ': 0 4 0 La', ': 5 4 2  la', '- 10', ': 11 4 0 La', 'E', ''].join('\n'));
}
