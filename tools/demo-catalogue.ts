/**
 * Makes data/demo.csv: the songs that a first evening sings, out of a chart file and the additions by hand.
 *
 *     node tools/demo-catalogue.ts <chart.csv>
 *
 * The chart file has the columns artist, title (in capitals), duration_s and popularity. The most popular few songs of
 * each artist are taken, so that the demo is wide and not twenty songs of one band. Additions go first: they know better.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { parse } from 'csv-parse/sync';
import { performers } from '../src/party/match.ts';
import { artistKey, songKey } from '../src/party/normalise.ts';
import { titleCase } from './title_case.ts';

interface Row {
  readonly artist: string;
  readonly title: string;
  readonly duration_s: string;
  readonly popularity: string;
}

const SONGS = 560;
const PER_ARTIST = 3;

/** How the artists write themselves, where the chart does not. */
const ARTISTS: Readonly<Record<string, string>> = {
  'A-Ha': 'a-ha',
  Whitney: 'Whitney Houston',
  Celine: 'Céline Dion',
  Kylie: 'Kylie Minogue',
  'Jason Derülo': 'Jason Derulo',
  '5SOS': '5 Seconds Of Summer',
  Britney: 'Britney Spears',
  Demi: 'Demi Lovato',
  Dolly: 'Dolly Parton',
  JT: 'Justin Timberlake',
  'P.T.M.': 'Portugal. The Man',
  XXX: 'XXXTentacion',
};

/** Titles that the chart has otherwise than their singers. */
const TITLES: Readonly<Record<string, string>> = {
  'SWEET DREAMS - ARE MADE OF THIS': 'Sweet Dreams (Are Made of This)',
  'LETS DANCE': "Let's Dance",
  'MAMBO NO.5 (A LITTLE BIT OF ...)': 'Mambo No. 5 (A Little Bit of...)',
  'FLASHDANCE ...WHAT A FEELING': 'Flashdance... What a Feeling',
  APT: 'APT.',
  'DONT SPEAK': "Don't Speak",
  SEXYBACK: 'SexyBack',
  'SON-OF-A PREACHER MAN': 'Son of a Preacher Man',
};

/** Left out on purpose: the documents wish for them, so they must not be here yet. */
const WISHED_FOR = new Set([songKey('ABBA', 'Waterloo'), songKey('Щурците', 'Вкусът на времето')]);

/** In the chart file under another song's popularity. */
const NOT_THAT_POPULAR = new Set([songKey('Bee Gees', 'Alive'), songKey('The Rolling Stones', 'Star Star')]);

function rowsOf(file: string | URL): readonly Row[] {
  return parse(readFileSync(file, 'utf8'), { columns: true }) as unknown as readonly Row[];
}

function readable(row: Row): Row {
  return {
    ...row,
    artist: ARTISTS[row.artist] ?? row.artist,
    title: TITLES[row.title] ?? titleCase(row.title),
  };
}

/** One performer and a title in letters: duets and remixes make a second copy of a song too easily. */
function suits(row: Row): boolean {
  return performers(row.artist).length === 1 && !/mix\b|version|edit|broken down|\[|\/|'\d/i.test(row.title);
}

function choose(additions: readonly Row[], chart: readonly Row[]): readonly Row[] {
  const chosen: Row[] = [];
  const taken = new Set([...WISHED_FOR, ...NOT_THAT_POPULAR]);
  const perArtist = new Map<string, number>();
  const take = (row: Row): void => {
    taken.add(songKey(row.artist, row.title));
    perArtist.set(artistKey(row.artist), (perArtist.get(artistKey(row.artist)) ?? 0) + 1);
    chosen.push(row);
  };
  for (const row of additions) take(row);
  for (const row of chart) {
    if (chosen.length === SONGS) break;
    const full = (perArtist.get(artistKey(row.artist)) ?? 0) >= PER_ARTIST;
    if (!full && suits(row) && !taken.has(songKey(row.artist, row.title))) take(row);
  }
  return chosen.toSorted((a, b) => a.artist.localeCompare(b.artist, 'en') || a.title.localeCompare(b.title, 'en'));
}

function csv(rows: readonly Row[]): string {
  const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = rows.map((row) => [row.artist, row.title, row.duration_s, row.popularity].map(quoted).join(','));
  return ['artist,title,duration_s,popularity', ...lines, ''].join('\n');
}

const chart = argv[2];
if (chart === undefined) throw new Error('Name the chart file: node tools/demo-catalogue.ts <chart.csv>');
const folder = new URL('../data/', import.meta.url);
const byPopularity = rowsOf(chart).toSorted((a, b) => Number(b.popularity) - Number(a.popularity));
const songs = choose(rowsOf(new URL('demo-additions.csv', folder)), byPopularity.map(readable));
writeFileSync(new URL('demo.csv', folder), csv(songs));
