/** One look at each format: how long it lasts, and who else knows whose song it is. Throws Unplayable and what reading throws. */
import { join } from 'node:path';
import { checkCdg, cdgSeconds } from './cdg.ts';
import type { Format, Unit } from './formats.ts';
import { splitExtension } from './formats.ts';
import { secondsOf } from './length.ts';
import { lrcTags } from './lrc.ts';
import { tell } from './names.ts';
import { peekInto, whyEmpty } from './peek.ts';
import { Unplayable } from './reasons.ts';
import { SAYS_NOTHING } from './says.ts';
import type { Says } from './says.ts';
import { tagsIn, tagsOf } from './tagged.ts';
import { ultraStarHeaders } from './ultrastar.ts';
import { songInZip } from './zip.ts';

export interface Looked {
  readonly durationS: number | null;
  /** Known better than the file's name does, where it says something. */
  readonly headers: Says;
  /** Asked one after the other while the name tells less, the cheapest first; the tags are last. */
  readonly witnesses: readonly (() => Says | Promise<Says>)[];
}

/** `sizes` are those of `unit.parts`, in their order, in bytes. */
type Look = (folder: string, unit: Unit, sizes: readonly number[]) => Looked | Promise<Looked>;

export const LOOKS: Readonly<Record<Format, Look>> = {
  'mp3+cdg': (folder, { main, parts }, sizes) => {
    const path = join(folder, main);
    // The audio is not opened: it lasts as long as its graphics do, near enough.
    const empty = whyEmpty(sizes[parts.indexOf(main)] ?? 0, path);
    if (empty !== null) throw new Unplayable(empty);
    using cdg = peekInto(join(folder, parts.find((part) => part !== main) ?? main));
    checkCdg(cdg);
    const durationS = cdgSeconds(cdg.size, cdg.name);
    return { durationS, headers: SAYS_NOTHING, witnesses: [async () => tagsOf(path)] };
  },

  zip: async (folder, { main }) => {
    const path = join(folder, main);
    using file = peekInto(path);
    const { durationS, audio } = await songInZip(file);
    const inside = (): Says => tell(splitExtension(audio).stem, 'auto');
    return { durationS, headers: SAYS_NOTHING, witnesses: [() => told(inside()), async () => tagsInZip(path)] };
  },

  video: (folder, { main }) => lookAtMedia(join(folder, main)),
  audio: (folder, { main }) => lookAtMedia(join(folder, main)),

  'audio+lrc': (folder, { main, parts }) => {
    const media = lookAtMedia(join(folder, main));
    using lrc = peekInto(join(folder, parts.find((part) => part !== main) ?? main));
    const tags = lrcTags(lrc);
    return { ...media, durationS: media.durationS ?? tags.durationS, witnesses: [() => tags, ...media.witnesses] };
  },

  ultrastar: (folder, { main, parts }) => {
    const text = parts.find((part) => splitExtension(part).extension === 'txt') ?? main;
    using file = peekInto(join(folder, text));
    const headers = ultraStarHeaders(file);
    if (headers === null) throw new Unplayable(`"${text}" is no UltraStar song any more. Scan again.`);
    if (main === text) throw new Unplayable(whySilent(text, headers.audio));
    return { ...lookAtMedia(join(folder, main)), headers: { ...headers, artist: headers.artist || null } };
  },
};

const whySilent = (text: string, audio: string | null): string =>
  audio === null
    ? `"${text}" names no audio. Write a line #MP3: with the name of its audio file into it.`
    : `"${text}" names the audio "${audio}", which is not in its folder. Put it there.`;

function lookAtMedia(path: string): Looked {
  using file = peekInto(path);
  return { durationS: secondsOf(file), headers: SAYS_NOTHING, witnesses: [async () => tagsOf(path)] };
}

/** A title alone is only the file's name. */
const told = (says: Says): Says => (says.artist === null ? SAYS_NOTHING : says);

async function tagsInZip(path: string): Promise<Says> {
  using file = peekInto(path);
  const song = await songInZip(file);
  return await tagsIn(await song.audioBeginning(), song.audio);
}
