import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobs } from '../../../src/librarian/jobs.ts';
import { importCatalogue } from '../../../src/librarian/import.ts';
import { readBatches } from '../../../src/librarian/read_aside.ts';
import type { ImportHands } from '../../../src/librarian/import.ts';
import { songKey } from '../../../src/party/normalise.ts';
import type { Subject } from '../../../src/ipc/messages.ts';
import { StoreBusy } from '../../../src/store/errors.ts';
import type { CatalogueRow, Job, JobOutcome, LibrarianStore } from '../../../src/store/librarian.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'karaoked-import-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A library in memory, and the librarian at work in it. */
function aLibrary(wishes: readonly string[] = []) {
  const songs = new Map<string, CatalogueRow>();
  const waiting: Job[] = [];
  const outcomes = new Map<number, JobOutcome>();
  const remembered = new Set<string>();
  /** `tidied`: how many songs there were at each step of tidying. */
  const seen: { hints: Subject[]; progress: number[]; batches: number[]; warnings: string[]; tidied: number[] } = {
    hints: [],
    progress: [],
    batches: [],
    warnings: [],
    tidied: [],
  };
  const fate: { busyTimes: number; untidy: number; tidying?: (step: number) => void } = { busyTimes: 0, untidy: 0 };
  let clock = 0;
  const name = (file: { path: string; size: number; mtimeMs: number }) => `${file.path} ${file.size} ${file.mtimeMs}`;
  const store: ImportHands['store'] & Pick<LibrarianStore, 'nextJob' | 'finishJob' | 'shelveMore' | 'tidyMore'> = {
    shelveMore: async () => 'done',
    tidyMore: async () => {
      if (fate.untidy === 0) return 'done';
      fate.untidy -= 1;
      fate.tidying?.(seen.tidied.push(songs.size));
      return 'more';
    },
    importRows: async (rows) => {
      if (fate.busyTimes-- > 0) throw new StoreBusy('somebody else writes');
      seen.batches.push(rows.length);
      clock += 400;
      const fresh = rows.filter(({ artist, title }) => !songs.has(songKey(artist, title)));
      for (const row of fresh) songs.set(songKey(row.artist, row.title), row);
      const found = fresh.filter(({ title }) => wishes.includes(title)).length;
      return { added: fresh.length, known: rows.length - fresh.length, found, heldMs: 25 };
    },
    nextJob: async () => waiting[0] ?? null,
    jobProgress: async (_job, { done }) => {
      seen.progress.push(done);
    },
    finishJob: async (job, outcome) => {
      waiting.splice(0, 1);
      outcomes.set(job, outcome);
    },
    wasImported: async (file) => remembered.has(name(file)),
    rememberImport: async (file) => {
      remembered.add(name(file));
    },
  };
  const hint = (about: Subject) => seen.hints.push(about);
  const unexpected = async () => {
    throw new Error('only imports were asked for');
  };
  const jobs = createJobs({
    store,
    workers: {
      import: (job) => importCatalogue({ store, hint, monotonic: () => clock, read: readBatches }, job),
      scan: unexpected,
      remove: unexpected,
      bring: unexpected,
    },
    lookWhereDropped: async () => undefined,
    hint,
    pause: async () => undefined,
    done: () => undefined,
    warn: (_error, text) => seen.warnings.push(text),
  });
  let lastJob = 0;
  return {
    songs,
    seen,
    fate,
    look: () => jobs.look(),
    imports: async (file: string): Promise<JobOutcome<'import'> | undefined> => {
      const job: Job = { id: ++lastJob, kind: 'import', file };
      waiting.push(job);
      await jobs.look();
      return outcomes.get(job.id) as JobOutcome<'import'> | undefined;
    },
  };
}

async function catalogue(rows: readonly string[]): Promise<string> {
  const file = join(folder, 'songs.csv');
  await writeFile(file, ['artist,title,file', ...rows, ''].join('\n'));
  return file;
}

const many = Array.from({ length: 3_000 }, (_, index) => `A,Song ${index},`);

describe('an import', () => {
  test('is not kept waiting by the tidying of the index, which goes on afterwards', async () => {
    const library = aLibrary();
    const file = await catalogue(many);
    let asked: Promise<unknown> = Promise.resolve();
    library.fate.untidy = 4;
    library.fate.tidying = (step) => {
      if (step === 2) asked = library.imports(file);
    };
    await library.look();
    await asked;
    expect(library.seen.tidied).toEqual([0, 0, 3_000, 3_000]);
  });

  test('brings the songs in batches, tells how far it is, and says what was bad', async () => {
    const library = aLibrary(['Song 7', 'Song 2999']);
    const outcome = await library.imports(await catalogue([...many, ',No artist,']));
    expect(outcome).toEqual({
      ok: true,
      result: { added: 3_000, known: 0, found: 2, badCount: 1, bad: [{ line: 3_002, reason: 'the artist is empty' }] },
    });
    // The fake store holds the lock for as long as it should: more rows go into the next batch.
    expect(library.seen.batches.slice(0, 3)).toEqual([200, 250, 313]);
    expect(library.seen.progress).toEqual([763, 2_258]);
    expect(library.seen.hints.filter((about) => about === 'wishes')).toHaveLength(2);
    expect(library.seen.hints).toContain('catalogue');
  });

  test('of a file that has not changed costs nothing', async () => {
    const library = aLibrary();
    const file = await catalogue(many);
    await library.imports(file);
    library.seen.batches.length = 0;
    expect(await library.imports(file)).toMatchObject({ ok: true, result: { added: 0 } });
    expect(library.seen.batches).toEqual([]);
    await utimes(file, 1, 1);
    expect(await library.imports(file)).toMatchObject({ ok: true, result: { added: 0, known: 3_000 } });
  });

  test('of a file with a bad row is read again: the row may be heard again', async () => {
    const library = aLibrary();
    const file = await catalogue(['A,One,', ',Two,']);
    await library.imports(file);
    expect(await library.imports(file)).toMatchObject({ ok: true, result: { known: 1, badCount: 1 } });
  });

  test('lists the first thousand bad rows and counts them all', async () => {
    const outcome = await aLibrary().imports(await catalogue(Array.from({ length: 1_700 }, () => ',No artist,')));
    expect(outcome).toMatchObject({ ok: true, result: { added: 0, badCount: 1_700 } });
    expect(outcome?.ok === true && outcome.result.bad).toHaveLength(1_000);
  });

  test('takes the path of a song from the folder of its catalogue', async () => {
    const library = aLibrary();
    await library.imports(await catalogue(['A,One,mp3/one.mp3', 'A,Two,/songs/two.mp3']));
    expect([...library.songs.values()].map(({ file }) => file)).toEqual([
      join(folder, 'mp3/one.mp3'),
      '/songs/two.mp3',
    ]);
  });

  test('is done again when the store was busy, which is said once', async () => {
    const library = aLibrary();
    library.fate.busyTimes = 3;
    expect(await library.imports(await catalogue(many))).toMatchObject({ ok: true, result: { added: 3_000 } });
    expect(library.seen.warnings).toHaveLength(1);
  });
});

describe('an import that cannot be', () => {
  test.each([
    ['a file that is not there', async () => join(folder, 'none.csv'), 'there is no such file'],
    ['a folder', async () => folder, 'it is not a file'],
    [
      'a link to itself',
      async () => {
        await symlink(join(folder, 'loop'), join(folder, 'loop'));
        return join(folder, 'loop');
      },
      'in a circle',
    ],
    [
      'a file without a header',
      async () => {
        await writeFile(join(folder, 'songs.csv'), 'Queen,Bohemian Rhapsody\n');
        return join(folder, 'songs.csv');
      },
      'names no column "artist"',
    ],
  ])('%s is said with its path, and the librarian goes on', async (_what, make, why) => {
    const library = aLibrary();
    const file = await make();
    const outcome = await library.imports(file);
    const said = outcome?.ok === false ? outcome.why : 'it was imported';
    expect(said).toContain(why);
    expect(said).toContain(file);
    expect(await library.imports(await catalogue(['A,One,']))).toMatchObject({ ok: true });
  });
});
