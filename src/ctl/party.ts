/** status, party start, party end, party closing, stop, as the DJ reads them. */
import type { PagesSeen } from '../ipc/messages.ts';
import type { Party } from '../party/model.ts';
import { visible } from '../party/visible.ts';
import type { ProcessRow, Status } from '../dj/results.ts';
import type { Printers } from './printer.ts';
import { alarm, table } from './table.ts';
import type { Screen } from './table.ts';
import { clockTime, count, minutes, nowLine, scanLine } from './words.ts';

export const partyPrinters: Pick<Printers, 'status' | 'party start' | 'party end' | 'party closing' | 'stop'> = {
  status: (status, screen) => [
    ...standingLines(status, screen),
    ...treeLines(status, screen),
    '',
    ...table(
      [
        { title: 'process', as: 'text', cell: ({ name }) => name },
        { title: 'state', as: 'text', cell: ({ state }) => state },
        { title: 'pid', as: 'number', cell: ({ pid }) => pid },
        { title: 'restarts', as: 'number', cell: ({ restarts }) => restarts },
        { title: 'clients', as: 'number', cell: ({ connections }) => connections },
        { title: 'MB', as: 'number', cell: ({ pssKb }) => (pssKb === null ? null : (pssKb / 1024).toFixed(1)) },
        { title: 'last end', as: 'text', cell: ({ lastEnd }) => lastEnd },
      ],
      gathered(status.tree.processes),
      screen,
    ),
    ...warnings(status, screen),
  ],
  'party start': ({ party }) => [`"${visible(party.name)}" is on.`],
  'party end': ({ outcome, party }, { nowMs }) =>
    outcome === 'ended'
      ? [`"${visible(party.name)}" is over; everybody is told. karaoked goes on.`]
      : [closingLine('closing', party, nowMs)],
  'party closing': ({ outcome, party }, { nowMs }) => [closingLine(outcome, party, nowMs)],
  stop: ({ pid }) => [`karaoked (pid ${pid}) has stopped. A party that was on goes on at its next start.`],
};

/** Nobody hurries for what is further off. */
const LAST_CALL_MS = 60 * 60_000;

function closingLine(
  outcome: 'closing' | 'withdrawn' | 'already',
  { name, closingAtMs }: Pick<Party, 'name' | 'closingAtMs'>,
  nowMs: number,
): string {
  const party = `"${visible(name)}"`;
  if (closingAtMs === null) {
    const already = outcome === 'already' ? 'had no closing time, and still' : 'no longer has a closing time: it';
    return `${party} ${already} ends when you end it.`;
  }
  const at = clockTime(closingAtMs, nowMs);
  const leftMs = closingAtMs - nowMs;
  if (outcome === 'already') return `${party} ends at ${at} already, in ${minutes(leftMs)}.`;
  return leftMs > LAST_CALL_MS
    ? `${party} ends at ${at}.`
    : `Last call: ${party} ends at ${at}, in ${minutes(leftMs)}.`;
}

function standingLines(status: Status, { nowMs }: Screen): readonly string[] {
  const { party, now, waiting, songs, missing, connections, guests } = status;
  const since = party ? ` (since ${clockTime(party.startedAtMs, nowMs)})` : '';
  const closing = party?.closingAtMs ? `, ends at ${clockTime(party.closingAtMs, nowMs)}` : '';
  return [
    party ? `${visible(party.name)}${since}${closing}` : 'No party is on. To begin one: karaokectl party start',
    `now: ${nowLine(now)}`,
    `${count(waiting, 'song')} waiting, ${count(songs, 'song')} here, ${missing} missing`,
    ...libraryLines(status),
    ...(status.randomFrom.has === 'songs' ? [`random songs: of ${visible(status.randomFrom.folder)}`] : []),
    `${count(connections, 'connected client')}, ${count(guests, 'named guest')}`,
  ];
}

/** Nothing where there are no folders: a catalogue of CSV files is none the worse for it. */
function libraryLines({ library: { folders, files, problems, scan } }: Status): readonly string[] {
  if (folders === 0) return [];
  const trouble = problems > 0 ? `, ${count(problems, 'problem')}` : '';
  return [
    `library: ${count(folders, 'folder')}, ${count(files, 'file')}${trouble}${scan ? `, ${scanLine(scan)}` : ''}`,
  ];
}

function treeLines({ tree }: Status, { nowMs }: Screen): readonly string[] {
  const { open, limit, refused, lost } = tree.seats;
  const ports = tree.webPort === null ? `port ${tree.port}` : `port ${tree.port}, pages on port ${tree.webPort}`;
  return [
    `karaoked ${tree.version}, pid ${tree.pid}, ${ports}, since ${clockTime(tree.startedAtMs, nowMs)}`,
    `${open} of ${limit} seats taken, ${refused} refused, ${lost} lost with a session`,
    ...(tree.pages ? [pagesLine(tree.pages)] : []),
  ];
}

function pagesLine({ open, limit, refused, foreign, lost }: PagesSeen): string {
  const cutOff = foreign === 0 ? '' : `, ${foreign} cut off for what was no line`;
  return `${open} of ${limit} pages open, ${refused} refused, ${lost} lost with the web process${cutOff}`;
}

function warnings({ degraded, library, randomFrom, tree }: Status, screen: Screen): readonly string[] {
  const gaveUp = tree.processes.filter(({ state }) => state === 'gave-up').map(({ name }) => name);
  const tried = degraded.filter((name) => !gaveUp.includes(name));
  const lines = tried.length > 0 ? [`Degraded: ${tried.join(', ')}. The log says why; karaoked keeps trying.`] : [];
  if (gaveUp.length > 0)
    lines.push(
      `Does not run: ${gaveUp.join(', ')}. It cannot run here, so karaoked no longer tries; the log says why. Mend that, then start karaoked again.`,
    );
  if (tree.needRestart.length > 0) lines.push(`Needs a restart to apply: ${tree.needRestart.join(', ')}`);
  if (randomFrom.has === 'nothing') {
    lines.push(
      `player.randomFrom is ${visible(randomFrom.folder)}, where no song is: any song of the library is played.`,
    );
  }
  if (library.asking > 0) {
    const [misses, its] = library.asking === 1 ? ['misses', 'its'] : ['miss', 'their'];
    lines.push(`${count(library.asking, 'folder')} ${misses} most of ${its} files: karaokectl library list`);
  }
  return lines.map((line) => alarm(line, screen));
}

interface Gathered extends Omit<ProcessRow, 'pid'> {
  readonly pid: number | string | null;
}

/** Processes of the same name and state as one row: thirty-six sessions would push the rest off the screen. */
function gathered(processes: readonly ProcessRow[]): readonly Gathered[] {
  const groups = Map.groupBy(processes, ({ name, state }) => `${name} ${state}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const sum = (of: (process: ProcessRow) => number): number => group.reduce((total, each) => total + of(each), 0);
    return [
      {
        ...first,
        name: `${first.name} ×${group.length}`,
        pid: null,
        // Of the whole pool, which each of its processes says.
        restarts: first.restarts,
        connections: sum(({ connections }) => connections),
        pssKb: group.some(({ pssKb }) => pssKb === null) ? null : sum(({ pssKb }) => pssKb ?? 0),
        lastEnd: group.find(({ lastEnd }) => lastEnd !== null)?.lastEnd ?? null,
      },
    ];
  });
}
