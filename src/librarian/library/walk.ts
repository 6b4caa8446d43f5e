/** Every directory of a folder, once. Symbolic links are followed, but never in a circle and never to where the walk has been. */
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { whyUnreadable } from '../media/reasons.ts';
import type { Breath } from './breath.ts';
import { listDirectory } from './directory.ts';
import type { Listing } from './directory.ts';

/** `dir` is relative to the folder, '' at its top. */
export type Visit =
  | { readonly dir: string; readonly is: 'listed'; readonly listing: Listing }
  /** Whatever was known below it is not known to be gone. */
  | { readonly dir: string; readonly is: 'unreadable'; readonly reason: string };

export interface Walk {
  /** Absolute, of the folder. */
  readonly root: string;
  /** Where to begin; '' for all of it. */
  readonly from: string;
  /** Called before a directory is read, so that nothing that comes after is missed. */
  readonly entering: (dir: string) => void;
  readonly breath: Breath;
  /** Directories that are not entered, and nothing below them is. */
  readonly passing?: (dir: string) => boolean;
}

/** Links are walked last, so that what they lead to is found where it lies, if it lies in the folder as well. */
export async function* walk({ root, from, entering, breath, passing = () => false }: Walk): AsyncGenerator<Visit> {
  const waiting = [from];
  const links: string[] = [];
  const been = [realPath(root)];
  for (let dir = waiting.pop(); dir !== undefined; dir = waiting.pop() ?? nextLink(root, links, been)) {
    if (passing(dir)) continue;
    entering(dir);
    const visit = await visited(root, dir, breath);
    if (visit === null) continue;
    yield visit;
    if (visit.is === 'unreadable') continue;
    const below = (name: string): string => (dir === '' ? name : `${dir}/${name}`);
    waiting.push(...visit.listing.folders.map(below).reverse());
    links.push(...visit.listing.links.map(below));
  }
}

/** null: it is gone since its parent was read. */
async function visited(root: string, dir: string, breath: Breath): Promise<Visit | null> {
  const path = join(root, dir);
  try {
    return { dir, is: 'listed', listing: await listDirectory(path, breath) };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if ((code === 'ENOENT' || code === 'ENOTDIR') && !dir.includes('\uFFFD')) return null;
    const reason = whyUnreadable(error, path);
    if (reason === null) throw error;
    return { dir, is: 'unreadable', reason };
  }
}

/** The next link that leads to somewhere new; undefined when there is none. */
function nextLink(root: string, links: string[], been: string[]): string | undefined {
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const target = realPath(join(root, link));
    if (been.some((place) => isWithin(target, place) || isWithin(place, target))) continue;
    been.push(target);
    return link;
  }
  return undefined;
}

const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(place.endsWith(sep) ? place : place + sep);

/** The path itself where it cannot be resolved: reading it will say why. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
