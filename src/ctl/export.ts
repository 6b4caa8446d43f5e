/** export: pages of plays as one file on stdout, in CSV or JSON. */
import { stringify } from 'csv-stringify/sync';
import type { CareResults } from '../dj/results/care.ts';
import type { NightPlay } from '../store/care.ts';

type Form = 'csv' | 'json';

/** One play as it is written, its names the heads of the columns. Times are ISO 8601, in UTC; empty while it goes on. */
interface Written {
  /** The number of the night, as --night takes it. */
  readonly night: number;
  readonly party: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  /** null: nobody sang. */
  readonly singer: string | null;
  /** Who sang it too. */
  readonly partner: string | null;
  readonly artist: string;
  readonly title: string;
  readonly how: NightPlay['end'];
  /** A song that nobody asked for. */
  readonly random: boolean;
}

const COLUMNS: readonly (keyof Written)[] = [
  'night',
  'party',
  'started_at',
  'ended_at',
  'singer',
  'partner',
  'artist',
  'title',
  'how',
  'random',
];

function written({
  partyId,
  party,
  startedAtMs,
  endedAtMs,
  singer,
  with: partner,
  artist,
  title,
  end,
  random,
}: NightPlay): Written {
  const at = (ms: number): string => new Date(ms).toISOString();
  return {
    night: partyId,
    party,
    started_at: at(startedAtMs),
    ended_at: endedAtMs === null ? null : at(endedAtMs),
    singer,
    partner,
    artist,
    title,
    how: end,
    random,
  };
}

/** A file in pieces: call `page` for each page and `end` after the last. */
export interface ExportFile {
  page(rows: CareResults['export']['rows']): string;
  end(): string;
}

export function exportFile(form: Form): ExportFile {
  return form === 'csv' ? csvFile() : jsonFile();
}

/**
 * RFC 4180: CRLF, quotes where they are needed. A cell that begins with = + - @ (or a tab or a return) gets an apostrophe in
 * front: a spreadsheet would take it for a formula, and guests choose their names.
 */
function csvFile(): ExportFile {
  const lines = (rows: unknown[][]): string =>
    stringify(rows, {
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { boolean: (yes) => (yes ? 'yes' : 'no') },
    });
  let head = lines([[...COLUMNS]]);
  const takeHead = (): string => {
    const taken = head;
    head = '';
    return taken;
  };
  return {
    page: (rows) =>
      takeHead() +
      lines(
        rows.map((row) => {
          const cells = written(row);
          return COLUMNS.map((name) => cells[name]);
        }),
      ),
    end: takeHead,
  };
}

/** An array of objects, a line each. */
function jsonFile(): ExportFile {
  let before = '[\n';
  return {
    page: (rows) =>
      rows
        .map((row) => {
          const piece = before + JSON.stringify(written(row));
          before = ',\n';
          return piece;
        })
        .join(''),
    end: () => (before === '[\n' ? '[]\n' : '\n]\n'),
  };
}
