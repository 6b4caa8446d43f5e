/** What docs/operations.md and the manual pages both say, and no table of the programs holds. */
import { EXITS } from '../src/dj/refusal.ts';
import type { RefusalCode } from '../src/dj/refusal.ts';

type Rows = readonly (readonly [name: string, what: string])[];

/** Under the var directory. */
export const FILES: Rows = [
  ['karaoke.db', 'everything: SQLite, with `-wal` and `-shm` beside it; copy it with `karaokectl db backup`'],
  ['now_playing', 'what sounds, for other programs'],
  ['log/karaoked.log', 'with `--daemon`'],
  ['fetched/', 'what the fetch command brought, unless `fetch.folder` says where'],
  ['run/control.sock', "the DJ's socket: who can open it is DJ. `run/` is 0700, or 0750 with `control.group`"],
  ['run/secret', "the key of the guests' codes; without it no code is right any more, so back it up too"],
  ['run/karaoked.pid', 'information only; the lock is `run/karaoked.lock.db`, which the kernel releases'],
  ['run/player.position', 'where the song was, for after a power cut'],
];

export const SIGNALS: Rows = [
  [
    'INT',
    'the party is over: everyone is told, then exit 0. A second one (a quarter of a second later or more): at once',
  ],
  ['TERM', 'polite stop; guests hear `restarting`, and the party goes on at the next start'],
  [
    'HUP',
    'reads the settings again (a bad file is refused, the old ones stay) and reopens the logs of every process; on a terminal a TERM',
  ],
  ['USR1', 'never use it: Node opens its debugger'],
];

export const DAEMON_EXITS: Rows = [
  ['0', 'all guests told, all children gone'],
  ['1', 'failed'],
  ['2', 'usage or settings'],
  ['6', 'another karaoked holds this var'],
  ['78', 'cannot run here (port taken for 3 s, directory not writable, database unusable, Node too old)'],
];

const REFUSED: Readonly<Record<RefusalCode, string>> = {
  failed: 'failed',
  usage: 'usage',
  'not-running': 'karaoked is not running',
  degraded: 'degraded: a service does not stay up, or cannot run (status says which)',
  denied: 'denied',
  conflict: 'conflict',
  'timed-out': 'timed out; it may still complete',
};

export const CTL_EXITS: Rows = [
  ['0', 'done'],
  ...(Object.keys(REFUSED) as RefusalCode[]).map((code) => [String(EXITS[code]), REFUSED[code]] as const),
];
