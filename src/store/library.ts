/** The library in the store: folders, the directories in them, and the files of each song. The librarian alone writes it. */
import type { Indexed } from '../party/indexed.ts';
import type { Naming } from '../party/naming.ts';
import type { Format } from '../party/versions.ts';

/** A folder that the DJ added. */
export interface Folder {
  readonly folderId: number;
  /** Absolute. */
  readonly path: string;
  readonly naming: Naming;
  /** Known from the last scan: files on the disk that belong to songs or are problems. */
  readonly files: number;
  /** Files that are no songs for now, and directories that could not be read. */
  readonly problems: number;
  /** The last scan stopped with this question: is the disk unplugged? null when it did not. */
  readonly asks: Vanished | null;
}

/** What a scan that stopped with a question found missing. `known`: the folder's files before. */
export interface Vanished {
  readonly vanished: number;
  readonly known: number;
}

/** A folder as `library list` shows it. */
export interface FolderRow extends Folder {
  readonly songs: number;
  readonly addedAtMs: number;
  /** End of the last whole scan; null before the first. */
  readonly scannedAtMs: number | null;
}

/** A file that is no song for now, or a directory that could not be read. */
export interface FileProblem {
  /** Absolute. */
  readonly path: string;
  /** A sentence: what is wrong and what to do. */
  readonly reason: string;
  readonly sinceMs: number;
}

/** A directory as the last look left it. `dir` is relative to its folder, '' at the top; absolute where there is no folder. */
export interface Directory {
  readonly dir: string;
  /** Of the names, sizes and times of its files; null: look at each of them again. */
  readonly signature: string | null;
  readonly files: number;
}

/** Files that belong together, one version of one song, as they lie on the disk. */
export interface OnDisk {
  /** The file that is played. */
  readonly name: string;
  /** The other files of it, for example its .cdg. */
  readonly others: readonly string[];
  /** Bytes of all of them. */
  readonly size: number;
  /** Of the newest, milliseconds since 1970 with a fraction. */
  readonly mtimeMs: number;
}

/** What the store knows of one version. */
export interface FileRow extends OnDisk {
  readonly fileId: number;
  /** null for a problem. */
  readonly format: Format | null;
  /** null for a song. */
  readonly reason: string | null;
}

/** A row, and where it was when somebody saw it. */
export interface RowAt {
  readonly fileId: number;
  /** Relative to its folder. */
  readonly dir: string;
  readonly name: string;
}

/** A version elsewhere that has the size and the time of a new one: if its path is gone, it has moved. */
export interface Alike extends FileRow {
  /** Absolute, of its directory. */
  readonly directory: string;
  readonly naming: Naming | null;
}

/** What examining a version told. An artist that nobody knows is ''. */
export interface Told {
  readonly artist: string;
  readonly title: string;
  readonly durationS: number | null;
  readonly discId: string | null;
  readonly format: Format;
  /** Worked out before, where that costs this process nothing; else the store does it. */
  readonly index?: Indexed;
}

/** The row of a version as it was when somebody looked. `from`: where it was; null for where the version is now. */
interface Saw extends Pick<OnDisk, 'size' | 'mtimeMs'> {
  readonly from: Pick<Alike, 'directory' | 'name'> | null;
}

/** One version to be written down. `fileId`: the row that it was until now, also under another path; null for a new one. */
export interface FileNews extends OnDisk {
  readonly fileId: number | null;
  readonly dir: string;
  /** What was known of it when it was looked at; left out by whoever has the last word, as the DJ who brings a file. */
  readonly saw?: 'none' | Saw;
  /** 'same-song': it has only moved. */
  readonly is: { readonly song: Told } | { readonly reason: string } | 'same-song';
}

/** What one transaction writes down; see `recordFiles`. */
export interface LibraryBatch {
  /** null: files brought from outside every folder. */
  readonly folderId: number | null;
  readonly files: readonly FileNews[];
  readonly directories: readonly Omit<Directory, 'files'>[];
}

export interface Recorded {
  /** Songs that were not in the catalogue. */
  readonly added: number;
  /** Wishes that came home. */
  readonly found: number;
  /** Where each of `files` went, in their order; null for a problem, and for what was left out. */
  readonly songIds: readonly (number | null)[];
  /**
   * Directories of news that was left out, because the row is another one than it `saw`. They must be looked at again, so
   * they have no signature; nor may one be written of a look from before.
   */
  readonly stale: readonly string[];
  /** How long the write lock was held, to choose the size of the next batch by. */
  readonly heldMs: number;
}

export interface LibraryStore {
  libraryFolders(): Promise<readonly Folder[]>;
  /** In the order of `dir`, those after `after` (null: from the first), at most `limit`. */
  directories(folderId: number | null, after: string | null, limit: number): Promise<readonly Directory[]>;
  /** [] for a directory that is not known. `naming` is what its files were examined by. */
  filesIn(
    folderId: number | null,
    dir: string,
  ): Promise<{ readonly naming: Naming | null; readonly rows: readonly FileRow[] }>;
  /** Rows of any folder with the size and the time of one of `files`; of very many, those with its name as well. */
  filesLike(files: readonly Pick<OnDisk, 'name' | 'size' | 'mtimeMs'>[]): Promise<readonly Alike[]>;
  /** Writes down a batch in one transaction; doing it again changes nothing. null: the folder was removed meanwhile. */
  recordFiles(batch: LibraryBatch): Promise<Recorded | null>;
  /**
   * Takes out versions that are gone; a song that had no other leaves the catalogue. One that is elsewhere by now stays. Up
   * to a few hundred at once.
   */
  forgetFiles(
    folderId: number | null,
    rows: readonly RowAt[],
  ): Promise<{ readonly files: number; readonly songs: number; readonly heldMs: number }>;
  /** Takes out directories that are not there anymore; they must hold no files. */
  forgetDirectories(folderId: number | null, dirs: readonly string[]): Promise<void>;
  /** A whole scan ended; `asks` when it stopped with the question. */
  folderScanned(folderId: number, asks: Vanished | null): Promise<void>;
  /** Takes out a folder that has no directories left; one that has stays. */
  forgetFolder(folderId: number): Promise<'gone' | 'not-empty'>;
}
