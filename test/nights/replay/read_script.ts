/** Reads the script of a night (README.md has its grammar). Pure: text in, what happens out, or the first line that is wrong. */
import { BadLine } from './bad_line.ts';
import { parted, readDeeds } from './read_deeds.ts';
import { readFact } from './read_facts.ts';
import { readSetting } from './read_setting.ts';
import { HOST_EVENTS } from './script.ts';
import type { Deed, Expected, Happening, HostEvent, NightScript, SettingSaid, Timed } from './script.ts';
import { createAlmanac } from './almanac.ts';
import type { Almanac } from './almanac.ts';

/** Everything read so far. */
interface Reading {
  readonly almanac: Almanac;
  readonly happenings: Timed[];
  readonly expected: Expected[];
  readonly settings: SettingSaid[];
  readonly come: Set<string>;
  seed: number;
}

/** Throws BadLine. */
export function readScript(text: string): NightScript {
  const reading: Reading = {
    almanac: createAlmanac(),
    happenings: [],
    expected: [],
    settings: [],
    come: new Set(),
    seed: 1,
  };
  text.split(/\r?\n/).forEach((written, at) => {
    // A hash and a blank begin a comment; `#a1 NOW` is a line of the protocol with its tag.
    const line = written.replace(/(^|\s)#( .*)?$/, '').trim();
    if (line !== '') readLine(reading, line, at + 1);
  });
  const { seed, settings, expected } = reading;
  // A stable sort: what is written first happens first.
  const happenings = reading.happenings.toSorted((a, b) => a.atMs - b.atMs);
  if (happenings[0]?.happening.is !== 'open')
    throw new BadLine(happenings[0]?.line ?? 1, 'a night begins with its party: 20:00 open "Friday at Tosho\'s"');
  return { seed, settings, happenings, expected };
}

/** What a line can begin with; the first that fits reads it. */
const FORMS: readonly (readonly [RegExp, (reading: Reading, parts: readonly string[], line: number) => void])[] = [
  [
    /^seed (\d{1,9})$/,
    (reading, [seed = '']) => {
      reading.seed = Number(seed);
    },
  ],
  [
    /^set (\S+) (.+)$/,
    (reading, [name = '', value = ''], line) => {
      const setting = readSetting(name, value);
      if (typeof setting === 'string') throw new BadLine(line, setting);
      reading.settings.push(setting);
    },
  ],
  [
    /^(\d{1,3}) days? later$/,
    (reading, [days = '']) => {
      reading.almanac.daysLater(Number(days));
    },
  ],
  [
    /^expect (.+)$/,
    (reading, [said = ''], line) => {
      const fact = readFact(said);
      if (typeof fact === 'string') throw new BadLine(line, fact);
      reading.expected.push({ line, said, fact });
    },
  ],
  [/^every (\d{1,3}) minutes? from (\S+) to (\S+) a guest (.+)$/, readCrowd],
  [
    /^(\d\S*) (.+)$/,
    (reading, [time = '', said = ''], line) => {
      const atMs = timeOf(reading.almanac.next(time), line);
      reading.happenings.push({ atMs, line, happening: readHappening(reading, said, line) });
    },
  ],
];

function readLine(reading: Reading, line: string, at: number): void {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(line);
    if (match) {
      read(reading, match.slice(1), at);
      return;
    }
  }
  throw new BadLine(
    at,
    `"${line}" is no line of a night. Lines are: 20:01 Ada comes, every 7 minutes from 20:05 to 23:00 a guest comes, ` +
      'expect Ada sang before Bo, 2 days later, set queue.perGuest 3, seed 7, and # comments',
  );
}

function readCrowd(
  reading: Reading,
  [every = '', from = '', to = '', said = '']: readonly string[],
  line: number,
): void {
  const deeds = deedsOf(said, line);
  if (deeds[0]?.is !== 'comes') throw new BadLine(line, `a guest comes first: a guest comes and ${said}`);
  if (Number(every) === 0)
    throw new BadLine(line, 'every 0 minutes is a crowd without end; every 1 minutes is the most');
  const fromMs = timeOf(reading.almanac.soonest(from), line);
  const toMs = timeOf(reading.almanac.soonest(to), line);
  if (toMs < fromMs) throw new BadLine(line, `${to} is before ${from}`);
  for (let atMs = fromMs; atMs <= toMs; atMs += Number(every) * 60_000) {
    reading.happenings.push({ atMs, line, happening: { is: 'somebody', deeds } });
  }
}

function readHappening(reading: Reading, said: string, line: number): Happening {
  const party = /^open "(.+)"$/.exec(said)?.[1];
  if (party !== undefined) return { is: 'open', party };
  if (HOST_EVENTS.includes(said as HostEvent)) return { is: said as HostEvent };
  if (said === 'everybody returns') return { is: 'everybody returns' };
  const [, artist, title] = /^catalogue brings "([^"]+) - ([^"]+)"$/.exec(said) ?? [];
  if (artist !== undefined && title !== undefined) return { is: 'catalogue', artist, title };
  const lost = /^(.+)'s connection is lost$/.exec(said)?.[1];
  if (lost !== undefined) return guest(reading, lost, [{ is: 'loses connection' }], line);
  const [, speaker, words] = /^([^:]+): (.+)$/.exec(said) ?? [];
  if (speaker !== undefined && words !== undefined) {
    if (speaker === 'DJ') return { is: 'dj', line: words };
    mustHaveCome(reading, speaker, line);
    return { is: 'says', name: speaker, line: words };
  }
  const doing = parted(said);
  if (doing) return guest(reading, doing.who, deedsOf(doing.deeds, line), line);
  throw new BadLine(
    line,
    `"${said}" is nothing that happens. What happens is: open "a party", Ada comes, Ada: request africa, Ada's ` +
      `connection is lost, DJ: skip, everybody returns, catalogue brings "Artist - Title", ${HOST_EVENTS.join(', ')}`,
  );
}

function guest(reading: Reading, name: string, deeds: readonly Deed[], line: number): Happening {
  if (deeds[0]?.is === 'comes') reading.come.add(name);
  else mustHaveCome(reading, name, line);
  return { is: 'guest', name, deeds };
}

function mustHaveCome({ come }: Reading, name: string, line: number): void {
  if (!come.has(name)) throw new BadLine(line, `${name} has not come yet. Write before it: 20:01 ${name} comes`);
}

function deedsOf(said: string, line: number): readonly Deed[] {
  const deeds = readDeeds(said);
  if (typeof deeds === 'string') throw new BadLine(line, deeds);
  return deeds;
}

function timeOf(read: number | string, line: number): number {
  if (typeof read === 'string') throw new BadLine(line, read);
  return read;
}
