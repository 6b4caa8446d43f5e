/** The fetch command: a program of the DJ's is run for each missing song, and what it leaves is found, whatever falls meanwhile. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeMp3 } from '../media/mp3.ts';
import { refused, said } from './dj_says.ts';
import { fileShows } from './file.ts';
import { processesOf, SONGS, startParty } from './party.ts';
import type { Party, PartyWanted } from './party.ts';
import { ROOT } from './program.ts';

/** Files of one test: what programs bring, and what they note. */
let desk: string;
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'karaoke-fetch-'));
  writeFileSync(join(desk, 'song.mp3'), makeMp3({ seconds: 100 }));
});
afterEach(() => {
  rmSync(desk, { recursive: true, force: true });
});

/** A program of test/children as fetch.command; the folder is given where `{folder}` stands. */
const running = (program: string, ...args: readonly string[]): { readonly FETCH_COMMAND: string } => ({
  FETCH_COMMAND: JSON.stringify([process.execPath, join(ROOT, 'test/children', `${program}.ts`), ...args]),
});
const bringing = (name: string): { readonly FETCH_COMMAND: string } =>
  running('brings_file', join(desk, 'song.mp3'), '{folder}', name);

const partyWith = (settings: PartyWanted['settings'], more: Omit<PartyWanted, 'settings'> = {}): Promise<Party> =>
  startParty({ songs: SONGS, ...more, settings: { ...settings } });

/** Every program that was started by a fetch of this party, by its environment. */
function programsOf(varDir: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => environmentOf(pid).includes(`KARAOKE_FOLDER=${varDir}/`))
    .map(Number);
}
/** The kernel takes its time to clear away what was killed. */
async function noProgramLeft({ varDir }: Party): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (programsOf(varDir).length > 0 && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(programsOf(varDir)).toEqual([]);
}
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}
const killLibrarian = (party: Party): void => {
  const [pid = 0] = party.pids('librarian');
  process.kill(pid, 'SIGKILL');
};
const logged = (party: Party, text: RegExp, times = 1): Promise<Record<string, unknown>> =>
  party.running.logged(() => party.log().filter(({ msg }) => text.test(String(msg)))[times - 1]);
const missing = async (party: Party): Promise<readonly Record<string, unknown>[]> =>
  ((await party.order('missing')) as { rows: Record<string, unknown>[] }).rows;
const idOf = ({ final }: { readonly final: string }): string => /^OK WISHED (\d+) /.exec(final)?.[1] ?? final;

describe('a missing song', () => {
  test('is fetched by itself, told to everybody who asked, once, and can be sung', async () => {
    await using party = await partyWith(bringing('x.mp3'));
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using bo = await party.named('Bo');
    const wish = idOf(await bo.asks('WISH ABBA - Waterloo'));
    const heard = await bo.hears('* FOUND');
    expect(heard).toMatch(new RegExp(`^\\* FOUND ${wish} song=\\d+ ABBA - Waterloo is here now`));
    const kept = join(party.varDir, 'fetched', wish);
    expect(readdirSync(kept)).toEqual(['x.mp3']);
    expect(readdirSync(join(party.varDir, 'fetched/.fetching'))).toEqual([]);
    expect(await missing(party)).toEqual([]);
    const song = /song=(\d+)/.exec(heard)?.[1] ?? '';
    expect((await bo.asks(`REQUEST ${song}`)).final).toMatch(/^OK QUEUED \d+ .* ABBA - Waterloo$/);

    // Told at the next visit, when nobody was here to hear it: it may be here before she has left.
    await ada.asks('WATCH none');
    const away = idOf(await ada.asks('WISH ABBA - Fernando'));
    await ada.asks('LEAVE');
    await logged(party, /^fetched$/, 2);
    await using again = await party.guest();
    const { rows } = await again.asks(`HELLO Ada ${code}`);
    expect(rows).toEqual([expect.stringMatching(new RegExp(`^\\| ${away} found song=\\d+ ABBA - Fernando$`))]);
    await party.toldAll(bo, again);
    expect(bo.count(/^\* FOUND/)).toBe(1);
    await noProgramLeft(party);
  });

  test('that its file calls by another spelling of the same song keeps that; any other name gives way to the wish', async () => {
    await using party = await partyWith(bringing('ABBA - Waterloo (Karaoke).mp3'));
    await using ada = await party.named('Ada');
    await ada.asks('WISH Abba - waterloo');
    expect(await ada.hears('* FOUND')).toContain(' ABBA - Waterloo is here now');
    await ada.asks('WISH Щурците - Вкусът на времето');
    expect(await ada.hears('* FOUND')).toContain(' Щурците - Вкусът на времето is here now');

    // The library knows these files by what they were brought for, and a scan does not know better.
    const library = { rows: [{ path: join(party.varDir, 'fetched'), files: 2, songs: 2, problems: 0 }] };
    expect(await party.order('library', 'list')).toMatchObject(library);
    expect(await party.order('library', 'scan')).toMatchObject({ added: 0, changed: 0, moved: 0, vanished: 0 });
    expect(await party.order('library', 'list')).toMatchObject(library);
    expect((await ada.asks('WISHES')).rows).toHaveLength(2);
    for (const row of (await ada.asks('WISHES')).rows) expect(row).toContain(' found song=');
  });

  test('is given to the program as it was asked for, in arguments and environment, and no shell is there to read it', async () => {
    const notes = join(desk, 'notes');
    await using party = await partyWith(running('notes_how_it_is_run', notes));
    await using ada = await party.named('Ada');
    const songs = [
      ['"; touch /tmp/injected; "', '$(touch injected) `id` %s {folder}'],
      ['--exec=reboot', "Клетва 'n' \\ * ~"],
    ] as const;
    for (const [n, [artist, title]] of songs.entries()) {
      const wish = idOf(await ada.asks(`WISH ${artist} - ${title}`));
      const line = (await fileShows(notes, new RegExp(`^(.*\\n){${n + 1}}$`))).split('\n')[n] ?? '';
      const { args, env, cwd } = JSON.parse(line) as { args: string[]; env: Record<string, string>; cwd: string };
      const folder = join(party.varDir, 'fetched/.fetching', wish);
      expect(args).toEqual([artist.startsWith('-') ? ` ${artist}` : artist, title, folder]);
      expect(cwd).toBe(folder);
      const { PATH, HOME, LANG, ...others } = env;
      expect([PATH, HOME, LANG].every((value) => value !== undefined)).toBe(true);
      expect(others).toEqual({
        KARAOKE_ARTIST: artist,
        KARAOKE_TITLE: title,
        KARAOKE_FOLDER: folder,
        KARAOKE_WISH: wish,
      });
      expect((await logged(party, /^not fetched: the program left no file$/, n + 1))['wish']).toBe(Number(wish));
    }
  });

  test('is fetched one at a time, first what most ask for', async () => {
    const notes = join(desk, 'notes');
    await using party = await partyWith({ ...running('notes_how_it_is_run', notes), FETCH_WHEN: 'asked' });
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    for (const title of ['One', 'Two', 'Three']) await ada.asks(`WISH Demand - ${title}`);
    await bo.asks('WISH Demand - Two');
    expect(existsSync(notes)).toBe(false);
    await party.stop();
    await using next = await startParty({ varDir: party.varDir, settings: running('notes_how_it_is_run', notes) });
    const text = await fileShows(notes, /^(.*\n){3}$/);
    const titles = text.match(/"KARAOKE_TITLE":"\w+"/g)?.map((each) => /:"(\w+)"/.exec(each)?.[1]);
    expect(titles).toEqual(['Two', 'Three', 'One']);
    await logged(next, /^not fetched/, 3);
    const steps = next.log().flatMap(({ msg }) => /^(fetching|not fetched)/.exec(String(msg))?.[0] ?? []);
    expect(steps).toEqual(Array.from({ length: 3 }, () => ['fetching', 'not fetched']).flat());
  });
});

describe('a fetch that brings nothing', () => {
  test('says why, in the log and on the DJ’s list, and is tried again later', async () => {
    await using party = await partyWith(running('fails_to_fetch'));
    await using ada = await party.named('Ada');
    const wish = Number(idOf(await ada.asks('WISH ABBA - Waterloo')));
    const { time } = await logged(party, /^not fetched: the program ended with code 3: ERROR: nobody has \[31mthat$/);
    expect(party.log()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ wish, role: 'librarian', msg: 'searching for Waterloo' }),
        expect.objectContaining({ wish, role: 'librarian', msg: 'ERROR: nobody has [31mthat' }),
      ]),
    );
    const [row] = await missing(party);
    expect(row).toMatchObject({
      state: 'wanted',
      fetch_tries: 1,
      fetch_reason: 'the program ended with code 3: ERROR: nobody has [31mthat',
    });
    // Written down before it was logged.
    const waitMs = Number(row?.['next_fetch_at_ms']) - Number(time);
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect((await party.dj('missing')).stdout).toContain(`${wish}: fetched 1 time in vain, again at `);

    // The DJ does not wait.
    expect(await party.dj('fetch', String(wish))).toEqual(
      expect.objectContaining(
        said(`Wish ${wish}, ABBA - Waterloo, is being fetched. What comes of it: karaokectl watch`),
      ),
    );
    await logged(party, /^not fetched/, 2);
    expect(await missing(party)).toMatchObject([{ state: 'wanted', fetch_tries: 2 }]);
    expect(ada.count(/^\* (FOUND|REFUSED)/)).toBe(0);
  });

  test('may have left files all the same: what they are is the reason, and none is kept', async () => {
    await using party = await partyWith(running('leaves_rubbish'));
    await using ada = await party.named('Ada');
    await ada.asks('WISH ABBA - Waterloo');
    await logged(party, /^not fetched: the program left no song, only cover\.jpg, song\.mp3\.part$/);
    expect(readdirSync(join(party.varDir, 'fetched'))).toEqual(['.fetching']);
    expect(readdirSync(join(party.varDir, 'fetched/.fetching'))).toEqual([]);
  });

  test('for a broken file says what is wrong with it', async () => {
    await using party = await partyWith(running('leaves_rubbish', 'broken', '{wish}'));
    await using ada = await party.named('Ada');
    await ada.asks('WISH ABBA - Waterloo');
    await logged(party, /^not fetched: "song\.mp3" is empty\. Copy it again from where it came\.$/);
  });

  test('within its time is ended with everything that it has started, whatever that ignores', async () => {
    await using party = await partyWith({ ...running('fetches_without_end'), FETCH_TIMEOUT_SECONDS: 4 });
    await using ada = await party.named('Ada');
    await ada.asks('WISH ABBA - Waterloo');
    await logged(party, /^not fetched: the program took longer than 4 s$/);
    await noProgramLeft(party);
    expect(await missing(party)).toMatchObject([{ state: 'wanted', fetch_tries: 1 }]);
  });

  test('because there is no such program costs no wish a try, and is mended by a reload', async () => {
    await using party = await partyWith({});
    const file = join(party.varDir, 'karaoked.toml');
    writeFileSync(file, 'fetch.command = "karaoke-downloader-of-nobody {title}"\n');
    await using ada = await party.named('Ada');
    const wish = idOf(await ada.asks('WISH ABBA - Waterloo'));
    party.signal('SIGHUP');
    await logged(party, /^fetch\.command: there is no program "karaoke-downloader-of-nobody" on karaoked's PATH /);
    expect(await missing(party)).toMatchObject([{ state: 'wanted', fetch_tries: 0 }]);
    await party.order('fetch', wish);
    await logged(party, /^not fetched: the program cannot be started: spawn karaoke-downloader-of-nobody ENOENT$/);
    writeFileSync(file, `[fetch]\ncommand = ${bringing('x.mp3').FETCH_COMMAND}\n`);
    party.signal('SIGHUP');
    await logged(party, /^the settings were read again$/, 2);
    // The supervisor has read them; what the librarian has done since, it has done with them.
    const list = join(desk, 'list.csv');
    writeFileSync(list, 'artist,title\nABBA,Fernando\n');
    await party.order('import', list);
    await party.order('fetch', wish);
    expect(await ada.hears('* FOUND')).toContain('ABBA - Waterloo');
  });
});

describe('the DJ', () => {
  test('fetches by hand what is not fetched by itself, and hears what cannot be', async () => {
    await using party = await partyWith({ ...bringing('x.mp3'), FETCH_WHEN: 'asked' });
    await using ada = await party.named('Ada');
    const one = idOf(await ada.asks('WISH ABBA - Waterloo'));
    const two = idOf(await ada.asks('WISH ABBA - Fernando'));
    await party.toldAll(ada);
    expect(await missing(party)).toMatchObject([{ state: 'wanted' }, { state: 'wanted' }]);
    expect(await party.order('fetch', one)).toEqual({
      version: 1,
      wish_id: Number(one),
      artist: 'ABBA',
      title: 'Waterloo',
      outcome: 'started',
    });
    expect(await ada.hears('* FOUND')).toContain('ABBA - Waterloo');
    expect(await party.dj('fetch', one)).toMatchObject(refused(6, `Wish ${one}, ABBA - Waterloo, is found already.`));
    expect(await party.dj('fetch', '4711')).toMatchObject(
      refused(1, /^There is no wish 4711\. .*karaokectl missing\n$/),
    );
    expect(await party.dj('fetch', 'Waterloo')).toMatchObject({ code: 2 });
    expect(await missing(party)).toMatchObject([{ wish_id: Number(two), state: 'wanted', fetch_tries: 0 }]);
  });

  test('hears how to set a command where there is none, and then nothing is ever run', async () => {
    await using party = await partyWith({});
    await using ada = await party.named('Ada');
    const wish = idOf(await ada.asks('WISH ABBA - Waterloo'));
    expect(await party.dj('fetch', wish)).toMatchObject(
      refused(1, /^Nothing can be fetched: fetch\.command is not set\. .*\[fetch\] command = .*\n$/),
    );
    await party.toldAll(ada);
    expect(await missing(party)).toMatchObject([{ state: 'wanted', fetch_tries: 0 }]);
    expect(existsSync(join(party.varDir, 'fetched'))).toBe(false);
  });

  test('and the guests end a fetch that nobody waits for any more', async () => {
    await using party = await partyWith(running('fetches_without_end'));
    await using ada = await party.named('Ada');
    const one = idOf(await ada.asks('WISH ABBA - Waterloo'));
    await logged(party, /^never done$/, 3);
    await ada.asks(`UNWISH ${one}`);
    await logged(party, /^not fetched: stopped$/);
    await noProgramLeft(party);

    const two = idOf(await ada.asks('WISH ABBA - Fernando'));
    await logged(party, /^never done$/, 6);
    await party.order('refuse', two, 'no such thing');
    expect(await ada.hears('* REFUSED')).toBe(`* REFUSED ${two} no such thing`);
    await logged(party, /^not fetched: stopped$/, 2);
    await noProgramLeft(party);
    expect(await missing(party)).toEqual([]);
  });
});

describe('in mid-fetch', () => {
  const stubborn = (): { readonly FETCH_COMMAND: string } =>
    running('brings_at_second_start', join(desk, 'song.mp3'), '{folder}', join(desk, 'notes'));
  const firstStart = (): Promise<string> => fileShows(join(desk, 'notes'), /^alone \d+ \n/);
  const starts = (): string => readFileSync(join(desk, 'notes'), 'utf8');

  test('kill -9 of the librarian: its program is ended, the wish is fetched again, by one only, and told once', async () => {
    await using party = await partyWith(stubborn());
    await using ada = await party.named('Ada');
    const wish = idOf(await ada.asks('WISH ABBA - Waterloo'));
    await firstStart();
    killLibrarian(party);
    expect(await ada.hears('* FOUND')).toMatch(new RegExp(`^\\* FOUND ${wish} song=\\d+ ABBA - Waterloo is here now`));
    expect(starts()).toMatch(/^alone \d+ \nalone \d+ \n$/);
    await party.toldAll(ada);
    expect(ada.count(/^\* FOUND/)).toBe(1);
    await noProgramLeft(party);
    expect(readdirSync(join(party.varDir, 'fetched', wish))).toEqual(['a.mp3']);
  });

  const ENDS = {
    'stops politely': (party: Party) => party.stop('SIGTERM'),
    'loses its supervisor to kill -9': (party: Party) => party.stop('SIGKILL'),
    'loses all its processes to kill -9': (party: Party) => {
      const all = processesOf(party.varDir);
      for (const pid of all) process.kill(pid, 'SIGKILL');
      return party.running.ended;
    },
  };
  test.each(Object.keys(ENDS) as readonly (keyof typeof ENDS)[])(
    'karaoked %s: no program stays, the try does not count, and the next start fetches it',
    async (how) => {
      await using party = await partyWith({ ...stubborn() });
      const ada = await party.guest();
      const code = await ada.joins('Ada');
      const wish = idOf(await ada.asks('WISH ABBA - Waterloo'));
      await firstStart();
      await ENDS[how](party);
      await ada[Symbol.asyncDispose]();
      await using next = await startParty({ varDir: party.varDir, settings: stubborn() });
      await fileShows(join(desk, 'notes'), /\n.*\n/);
      expect(starts()).toMatch(/^alone \d+ \nalone \d+ \n$/);
      await logged(next, /^fetched$/);
      await using again = await next.guest();
      const { rows } = await again.asks(`HELLO Ada ${code}`);
      expect(rows).toEqual([expect.stringMatching(new RegExp(`^\\| ${wish} found song=\\d+ ABBA - Waterloo$`))]);
      await noProgramLeft(party);
    },
  );

  test('a program that ignores SIGTERM does not hold up the end of karaoked, and does not outlive it', async () => {
    await using party = await partyWith(running('fetches_without_end'));
    await using ada = await party.named('Ada');
    await ada.asks('WISH ABBA - Waterloo');
    await logged(party, /^never done$/, 3);
    expect((await party.stop()).code).toBe(0);
    await noProgramLeft(party);
  });
});
