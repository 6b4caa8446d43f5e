/** Replays the script of a night from its first line to the end of its last party. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadLine } from './bad_line.ts';
import { chanceOf } from './chance.ts';
import { newChronicle } from './chronicle.ts';
import type { Chronicle } from './chronicle.ts';
import { createClock } from './clock.ts';
import { createGuest } from './guest.ts';
import type { NightGuest } from './guest.ts';
import { createHouse } from './house.ts';
import type { Running } from './house.ts';
import { crowdName } from './names.ts';
import { stageLine } from './stage_line.ts';
import { createObserver } from './observer.ts';
import { createPresenceBook } from './presence_book.ts';
import { configOf } from './read_setting.ts';
import { numbered } from './references.ts';
import { openRows } from './rows.ts';
import type { Deed, Happening, HostEvent, NightScript } from './script.ts';

export interface Night {
  readonly script: NightScript;
  readonly chronicle: Chronicle;
}

/** Memory where there is some for files: thousands of commits wait for a disk otherwise, and no disk is tried here. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const BEFORE_MS = 1_000;
/** After the last line, or the end of the party: what is still said is heard. */
const AFTER_MS = 60_000;
/** How long a song lasts that came in the night. */
const BROUGHT_S = 200;
const SLEEP_MS = 2_000;
const REST_MS = 5 * 60_000;

/** `catalogue`: a CSV file of songs. Throws BadLine when a line cannot be done, and what breaks in karaoked. */
export async function replay(script: NightScript, catalogue: string): Promise<Night> {
  const folder = mkdtempSync(join(SCRATCH, 'karaoked-night-'));
  try {
    return await replayIn(folder, script, catalogue);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function replayIn(folder: string, script: NightScript, catalogue: string): Promise<Night> {
  const chronicle = newChronicle();
  const config = configOf(script.settings);
  const look = { now: (): void => undefined };
  const startMs = (script.happenings[0]?.atMs ?? 0) - BEFORE_MS;
  const clock = createClock(startMs, () => {
    look.now();
  });
  const note = (who: string, what: string): void => {
    chronicle.log.push({ atMs: clock.now(), who, what });
  };
  const defect = (error: unknown): void => {
    chronicle.defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const book = createPresenceBook(clock.now, config['queue.graceSeconds'] * 1_000);
  using house = createHouse({
    clock,
    folder,
    config,
    chance: chanceOf(script.seed, 'random songs'),
    sound: (text) => {
      note('sound', text);
    },
    defect,
  });
  await house.prepare(catalogue);
  const rows = openRows(house.databaseFile);
  using stack = new DisposableStack();
  stack.defer(() => {
    rows.close();
  });
  const observer = createObserver(chronicle, rows, book, clock.now);
  look.now = () => {
    const before = chronicle.takings.length;
    const ended = chronicle.ends.length;
    observer.look();
    for (const taking of chronicle.takings.slice(before)) note('stage', stageLine(chronicle, taking));
    if (chronicle.ends.length > ended) note('house', 'the party is over');
  };
  const guests = new Map<string, NightGuest>();
  const running: { now: Running | null; party: string } = { now: null, party: 'Karaoke night' };
  const karaoked = (): Running => {
    if (!running.now) throw new Error('karaoked does not run. Write before it: 00:07 karaoked starts');
    return running.now;
  };
  const guestNamed = (name: string): NightGuest => {
    const known = guests.get(name);
    if (known) return known;
    const chance = chanceOf(script.seed, name);
    const songs = rows.songs();
    const fresh = createGuest(name, { clock, chronicle, book, chance, songs, sessions: () => karaoked().sessions });
    guests.set(name, fresh);
    return fresh;
  };
  const does = async (guest: NightGuest, deeds: readonly Deed[]): Promise<void> => {
    for (const deed of deeds) await guest.does(deed);
  };
  const start = async (): Promise<void> => {
    if (running.now) throw new Error('karaoked runs already');
    book.started();
    running.now = await house.start(running.party);
  };
  const hostEvent = async (is: HostEvent): Promise<void> => {
    note('house', is);
    chronicle.hostEvents.push({ atMs: clock.now(), is });
    switch (is) {
      case 'karaoked starts':
        return start();
      case 'the player falls':
        return karaoked().playerFalls();
      case 'the sessions fall':
        return karaoked().sessionsFall();
      case 'power cut':
        karaoked().powerCut();
        for (const guest of guests.values()) guest.cut();
        break;
      case 'karaoked stops':
        await karaoked().stop('SIGTERM');
        break;
      case 'Ctrl-C':
        await karaoked().stop('SIGINT');
        break;
    }
    running.now = null;
  };
  const typeAtDesk = async (line: string): Promise<void> => {
    note('DJ', `> ${line}`);
    const answer = await karaoked().desk.types(line);
    chronicle.orders.push({ atMs: clock.now(), line, answer });
    for (const text of answer) note('DJ', `< ${text}`);
  };
  const bring = async (artist: string, title: string): Promise<void> => {
    const file = join(folder, `came-${chronicle.orders.length}.csv`);
    writeFileSync(file, `artist,title,duration_s\n"${artist}","${title}",${BROUGHT_S}\n`);
    const { desk } = karaoked();
    note('house', `${artist} - ${title} comes into the catalogue`);
    await desk.types(`import ${file}`);
  };
  let crowd = 0;
  const perform = async (happening: Happening): Promise<void> => {
    switch (happening.is) {
      case 'open':
        running.party = happening.party;
        note('house', `karaoked starts, with the party "${happening.party}"`);
        return start();
      case 'guest':
        return does(guestNamed(happening.name), happening.deeds);
      case 'somebody': {
        const name = crowdName(crowd);
        crowd += 1;
        return does(guestNamed(name), happening.deeds);
      }
      case 'says':
        return guestNamed(happening.name).says(numbered(happening.line, rows));
      case 'dj':
        return typeAtDesk(numbered(happening.line, rows));
      case 'catalogue':
        return bring(happening.artist, happening.title);
      case 'everybody returns':
        for (const guest of guests.values()) if (!guest.isConnected) await guest.does({ is: 'returns' });
        return;
      case 'power cut':
      case 'karaoked starts':
      case 'karaoked stops':
      case 'Ctrl-C':
      case 'the player falls':
      case 'the sessions fall':
        return hostEvent(happening.is);
    }
  };

  /** Between two parties nothing is due, and a week has 600,000 seconds in which everybody looks whether something is. */
  const goOnTo = async (atMs: number): Promise<void> => {
    while (atMs - clock.now() > 3 * REST_MS) {
      const wasOn = rows.partyOn() !== null;
      await clock.goTo(clock.now() + REST_MS);
      if (!wasOn) clock.leapTo(atMs - REST_MS);
    }
    await clock.goTo(atMs);
  };

  for (const { atMs, line, happening } of script.happenings) {
    await goOnTo(atMs);
    try {
      await clock.until(perform(happening));
    } catch (error) {
      throw new BadLine(line, error instanceof Error ? error.message : String(error));
    }
  }
  const lastMs = clock.now();
  await clock.goTo(Math.max(lastMs, rows.closingAtMs() ?? lastMs) + AFTER_MS);
  running.now?.powerCut();
  await clock.goTo(clock.now() + SLEEP_MS);
  chronicle.plays = rows.plays();
  chronicle.entries = rows.entries();
  return { script, chronicle };
}
