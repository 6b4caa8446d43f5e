/** The catalogue and the library. */
import { page } from './spec.ts';
import type { VerbTable } from './spec.ts';

const knownFolder = {
  kind: 'known-folder',
  need: 'required',
  help: 'its path or number, as "library list" shows it',
} as const;

const song = { kind: 'text', need: 'required', help: 'its number, "artist - title", or words' } as const;

export const songsVerbs = {
  songs: {
    group: 'songs',
    help: 'all songs, or those with these words',
    args: { words: { kind: 'text', need: 'optional', help: 'words of the artist or the title' } },
    options: { ...page, hidden: { kind: 'flag', need: 'optional', help: 'those that "hide" took out of sight' } },
    menu: { label: 'All songs' },
  },
  hide: {
    group: 'songs',
    help: 'take a song out of sight: not found, not played by chance; who asks for it is told',
    args: { song },
    options: {},
  },
  unhide: { group: 'songs', help: 'show a hidden song again', args: { song }, options: {} },
  'library add': {
    group: 'songs',
    help: 'add a folder of karaoke files and scan it; it is watched from then on',
    args: { folder: { kind: 'folder', need: 'required', help: 'a folder of this machine' } },
    options: {
      names: {
        kind: 'naming',
        need: 'optional',
        help: 'how its files are named, see below (default: auto)',
      },
    },
  },
  'library scan': {
    group: 'songs',
    help: 'look for new, changed and vanished files, in all folders or in one',
    args: { folder: { ...knownFolder, need: 'optional' } },
    options: {
      'forget-vanished': {
        kind: 'flag',
        need: 'optional',
        help: 'take out what is gone, even if that is most of a folder',
      },
    },
    menu: { label: 'Scan the library' },
  },
  'library list': {
    group: 'songs',
    help: 'the folders of the library',
    args: {},
    options: {},
    menu: { label: 'Folders of the library' },
  },
  'library remove': {
    group: 'songs',
    help: 'take a folder out of the library; its files stay on the disk',
    args: { folder: knownFolder },
    options: {},
  },
  'library problems': {
    group: 'songs',
    help: 'files that are no songs, each with the reason',
    args: {},
    options: page,
  },
  import: {
    group: 'songs',
    help: 'import a CSV catalogue; exit 1 when it had bad rows',
    args: { 'file.csv': { kind: 'file', need: 'required', help: 'with a header line: artist,title,…' } },
    options: {},
  },
} as const satisfies VerbTable;
