/**
 * The DJ's language, in one table. karaokectl's commands, help, validation and menu, the answers (answers.ts) and the
 * printers are derived from it; a verb without an answer or a printer does not compile.
 */
import type { KindName, Values } from './kinds.ts';

/** One argument or option; the key is its name. The last argument of kind `text` takes all remaining words. */
interface Argument {
  readonly kind: KindName;
  readonly need: 'required' | 'optional';
  readonly help: string;
}

interface VerbSpec {
  readonly group: 'party' | 'player' | 'line' | 'songs' | 'missing' | 'guests' | 'records' | 'care';
  readonly help: string;
  /** In the order in which they are typed. */
  readonly args: Readonly<Record<string, Argument>>;
  readonly options: Readonly<Record<string, Argument>>;
  /** Its line in the menu, when it has one. `sure`: the question before something that cannot be taken back. */
  readonly menu?: { readonly label: string; readonly sure?: string };
}

/** The DJ's pages are as long as pages get: a terminal scrolls. */
export const PAGE_ROWS = 100;

const page = { page: { kind: 'number', need: 'optional', help: `which page, ${PAGE_ROWS} rows each` } } as const;
const wish = { kind: 'number', need: 'required', help: 'the number of the wish, as "missing" shows it' } as const;

const knownFolder = {
  kind: 'known-folder',
  need: 'required',
  help: 'its path or number, as "library list" shows it',
} as const;

const VERBS = {
  status: {
    group: 'party',
    help: 'the party, the player and every process; exit 4 when something is degraded',
    args: {},
    options: {},
    menu: { label: 'How things stand' },
  },
  'party start': {
    group: 'party',
    help: 'begin a party',
    args: { name: { kind: 'text', need: 'optional', help: 'its name; without one, party.name of the configuration' } },
    options: {},
    menu: { label: 'Start the party' },
  },
  'party end': {
    group: 'party',
    help: 'end the party; everybody is told, karaoked stays',
    args: {},
    options: { in: { kind: 'duration', need: 'optional', help: 'last call now, the end in so long: 20m' } },
    menu: { label: 'End the party', sure: 'Everybody is told and disconnected. End it?' },
  },
  stop: {
    group: 'party',
    help: 'stop karaoked; the party goes on at its next start',
    args: {},
    options: {},
  },
  now: { group: 'player', help: 'what sounds now', args: {}, options: {}, menu: { label: 'What sounds now' } },
  skip: { group: 'player', help: 'on to the next', args: {}, options: {}, menu: { label: 'Skip this song' } },
  pause: { group: 'player', help: 'stop the music where it is', args: {}, options: {} },
  resume: { group: 'player', help: 'go on after a pause', args: {}, options: {} },
  restart: { group: 'player', help: 'this song from its beginning', args: {}, options: {} },
  queue: {
    group: 'line',
    help: 'who waits, in which order and why',
    args: {},
    options: page,
    menu: { label: 'Requests' },
  },
  add: {
    group: 'line',
    help: 'queue a song for somebody, with or without a phone',
    args: { song: { kind: 'text', need: 'required', help: 'its number, "artist - title", or words' } },
    options: { for: { kind: 'text', need: 'required', help: 'who sings' } },
  },
  remove: {
    group: 'line',
    help: 'take an entry out of the line',
    args: { id: { kind: 'number', need: 'required', help: 'the number of the entry, as "queue" shows it' } },
    options: {},
  },
  undo: {
    group: 'line',
    help: 'take back the last found, refuse or fetch; again: the one before it',
    args: {},
    options: {},
  },
  songs: {
    group: 'songs',
    help: 'all songs, or those with these words',
    args: { words: { kind: 'text', need: 'optional', help: 'words of the artist or the title' } },
    options: page,
    menu: { label: 'All songs' },
  },
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
  missing: {
    group: 'missing',
    help: 'songs that were asked for and are not here, by demand',
    args: {},
    options: page,
    menu: { label: 'Missing songs' },
  },
  found: {
    group: 'missing',
    help: 'a missing song is here: this one; who asked is told',
    args: {
      wish,
      'song-or-file': {
        kind: 'song-or-file',
        need: 'required',
        help: 'the number of the song, or the path of its file, which is then brought in',
      },
    },
    options: {},
  },
  fetch: {
    group: 'missing',
    help: 'run fetch.command for a missing song now; watch shows what comes of it',
    args: { wish },
    options: {},
  },
  refuse: {
    group: 'missing',
    help: 'a missing song will not come; who asked is told why',
    args: { wish, reason: { kind: 'text', need: 'required', help: 'a sentence for those who asked' } },
    options: {},
  },
  guests: {
    group: 'guests',
    help: 'connected clients, and who sings tonight',
    args: {},
    options: {},
    menu: { label: 'Connected clients' },
  },
  kick: {
    group: 'guests',
    help: "end a guest's connections",
    args: {
      guest: { kind: 'text', need: 'required', help: 'name or number' },
      reason: { kind: 'text', need: 'optional', help: 'a sentence for the guest' },
    },
    options: {},
  },
  code: {
    group: 'guests',
    help: 'a new code for a lost one; the old one is worth nothing from now on',
    args: { guest: { kind: 'text', need: 'required', help: 'name or number' } },
    options: {},
  },
  forget: {
    group: 'guests',
    help: 'erase the name and code of a guest; what was sung stays, as sung by somebody',
    args: { guest: { kind: 'text', need: 'required', help: 'the whole name, or the number' } },
    options: {},
  },
  say: {
    group: 'guests',
    help: 'a sentence to everybody who is connected',
    args: { text: { kind: 'text', need: 'required', help: 'what everybody reads' } },
    options: {},
    menu: { label: 'Say something to everybody' },
  },
  history: { group: 'records', help: "tonight's songs, newest first", args: {}, options: page },
  watch: { group: 'care', help: 'what happens, as it happens; ends with Ctrl-C', args: {}, options: {} },
  version: { group: 'care', help: 'the versions of karaokectl and karaoked', args: {}, options: {} },
} as const satisfies Readonly<Record<string, VerbSpec>>;

export type Verb = keyof typeof VERBS;

type ValueOf<A> = A extends { readonly kind: infer K extends KindName; readonly need: infer N }
  ? N extends 'required'
    ? Values[K]
    : Values[K] | null
  : never;

type Read<Arguments> = { readonly [A in keyof Arguments]: ValueOf<Arguments[A]> };

/** What is given with a verb: a value for each argument and option, null for what was left out. */
export type Given<V extends Verb> = Read<(typeof VERBS)[V]['args']> & Read<(typeof VERBS)[V]['options']>;

/** The same table without its literal types, for code that treats all verbs alike. */
export const verbTable: Readonly<Record<Verb, VerbSpec>> = VERBS;

export const verbNames = Object.keys(VERBS) as readonly Verb[];

/** Whether somebody named a verb; own keys only, so that `constructor` is none. */
export function isVerb(name: unknown): name is Verb {
  return typeof name === 'string' && Object.hasOwn(VERBS, name);
}
