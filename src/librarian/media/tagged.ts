/** Tags inside audio and video, by music-metadata: it knows them all, costs a millisecond a file, and is loaded when needed. */
import { says, SAYS_NOTHING } from './says.ts';
import type { Says } from './says.ts';

const library = async (): Promise<typeof import('music-metadata')> => import('music-metadata');

/** Never the pictures, and never counting frames to the end of the file. */
const SPARING = { duration: false, skipCovers: true, skipPostHeaders: true } as const;

/** What the tags of the file at `path` say. Tags that cannot be understood say nothing: the file may play all the same. */
export async function tagsOf(path: string): Promise<Says> {
  const { parseFile } = await library();
  return understood(async () => parseFile(path, SPARING));
}

/** The same for the beginning of a file called `name`, as it comes out of a zip. */
export async function tagsIn(bytes: Buffer, name: string): Promise<Says> {
  const { parseBuffer } = await library();
  return understood(async () => parseBuffer(bytes, { path: name, size: bytes.length }, SPARING));
}

async function understood(
  parse: () => Promise<{ readonly common: { readonly artist?: string; readonly title?: string } }>,
): Promise<Says> {
  try {
    const { common } = await parse();
    return says(common.artist, common.title);
  } catch {
    // The library throws a dozen kinds of errors for a damaged tag, and what it is missing costs only a better name.
    return SAYS_NOTHING;
  }
}
