/** A library folder and its files, as a scan tells the store of them. */
import type { Evening } from './evening.ts';
import type { FileNews, Told } from '../../src/store/library.ts';

export const told = (artist: string, title: string, more: Partial<Told> = {}): Told => ({
  artist,
  title,
  durationS: 200,
  discId: null,
  format: 'zip',
  ...more,
});
export const file = (name: string, is: FileNews['is'], more: Partial<FileNews> = {}): FileNews => ({
  dir: '',
  name,
  others: [],
  size: 1_000,
  mtimeMs: 1_700_000_000_000.25,
  fileId: null,
  is,
  ...more,
});
export const africa = file('africa.zip', { song: told('Toto', 'Africa') });

export async function folder(night: Evening, path = '/music'): Promise<number> {
  return (await night.store.addFolder(path, 'auto', 'dj')).folder.folderId;
}
export const record = async (night: Evening, folderId: number | null, ...files: readonly FileNews[]) => {
  const done = await night.store.recordFiles({ folderId, files, directories: [] });
  if (!done) throw new Error('the folder is gone');
  return done;
};
export const titles = async (night: Evening) =>
  (await night.store.songs(null, { page: 1, size: 100 })).rows.map(({ title }) => title);
export const idOf = async (night: Evening, folderId: number, name: string, dir = '') => {
  const found = (await night.store.filesIn(folderId, dir)).rows.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not known`);
  return found.fileId;
};

/** As it was seen by whoever found it gone. */
export const seen = async (night: Evening, folderId: number, name: string, dir = '') => ({
  fileId: await idOf(night, folderId, name, dir),
  dir,
  name,
});
