/** library add, scan, list, remove, problems. */
import type { VanishedRule } from '../../store/librarian.ts';
import type { FolderRow } from '../../store/library.ts';
import type { Answerers, Asker, Desk, PathLook } from '../desk.ts';
import { done } from '../desk.ts';
import { follow } from '../follow.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Done, Scanned } from '../results.ts';
import { scanned } from '../views.ts';
import { wanted } from './songs.ts';

type LibraryVerb = 'library add' | 'library scan' | 'library list' | 'library remove' | 'library problems';

export function libraryAnswers(desk: Desk): Pick<Answerers, LibraryVerb> {
  const { store } = desk;
  return {
    'library add': async ({ folder: path, names }, asker) => {
      const look = await desk.look(path);
      if (look !== 'folder') return noFolder(path, look);
      // Named again without an order, a folder keeps the one it has.
      const known = (await store.folders()).find((folder) => folder.path === path);
      const { is, folder } = await store.addFolder(path, names ?? known?.naming ?? 'auto', asker.who);
      if (is === 'inside' || is === 'around') return overlapping(path, is, folder);
      const looked = await scan(desk, asker, folder.folderId, 'ask');
      if (!looked.ok) return looked;
      const { folderId, naming } = folder;
      return { ...looked, value: { outcome: is, folderId, path, naming, ...looked.value } };
    },
    'library scan': async ({ folder: meant, 'forget-vanished': forget }, asker) => {
      const folders = await store.folders();
      if (folders.length === 0) return refusal('failed', NO_FOLDERS);
      const folder = meant === null ? null : folderMeant(folders, meant);
      if (folder && 'ok' in folder) return folder;
      return scan(desk, asker, folder?.folderId ?? null, forget === null ? 'ask' : 'forget');
    },
    'library list': async () => done({ rows: await store.folders() }),
    'library remove': async ({ folder: meant }, asker) => {
      const folder = folderMeant(await store.folders(), meant);
      if ('ok' in folder) return folder;
      const jobId = await store.askRemove(folder.folderId);
      desk.hint('catalogue');
      const ended = await follow(desk, asker, { jobId, kind: 'remove', what: `The removal of "${folder.path}"` });
      if (!ended.ok) return ended;
      const { files, songs } = ended.result;
      return done({ folder: folder.path, files, songs });
    },
    'library problems': async ({ page }) => done(await store.problems(wanted(page))),
  };
}

/** A scan from being asked for to its end. One that stopped with a question is a conflict: what the disk says and what is known. */
async function scan(
  desk: Desk,
  asker: Asker,
  folderId: number | null,
  vanished: VanishedRule,
): Promise<Done<Scanned> | Refusal> {
  const jobId = await desk.store.askScan(folderId, vanished);
  desk.hint('catalogue');
  const ended = await follow(desk, asker, { jobId, kind: 'scan', what: 'The scan' });
  if (!ended.ok) return ended;
  const value = scanned(ended.result);
  return { ok: true, verdict: value.asks.length > 0 ? 'conflict' : 'done', value };
}

const NO_FOLDERS = 'The library has no folders. To add one: karaokectl library add <folder>';

function folderMeant(folders: readonly FolderRow[], meant: number | string): FolderRow | Refusal {
  const found = folders.find(({ folderId, path }) => folderId === meant || path === meant);
  if (found) return found;
  if (folders.length === 0) return refusal('failed', NO_FOLDERS);
  const around = typeof meant === 'string' ? folders.find(({ path }) => meant.startsWith(`${path}/`)) : null;
  if (around) {
    return refusal('failed', `"${meant}" is a part of folder ${around.folderId}, "${around.path}". Say that instead`);
  }
  const name = typeof meant === 'number' ? `${meant}` : `"${meant}"`;
  return refusal('failed', `There is no folder ${name} in the library. Look with: karaokectl library list`);
}

function noFolder(path: string, look: Exclude<PathLook, 'folder'>): Refusal {
  switch (look) {
    case 'absent':
      return refusal('failed', `There is no folder "${path}". Is it spelt like that, and is its disk plugged in?`);
    case 'file':
      return refusal('failed', `"${path}" is a file. Name the folder it lies in; a CSV catalogue: karaokectl import`);
    case 'denied':
      return refusal(
        'failed',
        `The user that runs karaoked may not read "${path}". Make it readable (chmod +rx), also the folders it lies in (chmod +x).`,
      );
  }
}

function overlapping(path: string, is: 'inside' | 'around', known: FolderRow): Refusal {
  const { folderId, path: other } = known;
  return is === 'inside'
    ? refusal('conflict', `"${path}" is in the library already, as a part of folder ${folderId}, "${other}".`)
    : refusal(
        'conflict',
        `Folder ${folderId}, "${other}", lies in "${path}", and no file may be there twice. To take that one out first: karaokectl library remove ${folderId}`,
      );
}
