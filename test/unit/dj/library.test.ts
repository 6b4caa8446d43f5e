import { describe, expect, test } from '@jest/globals';
import { createAnswers } from '../../../src/dj/answers.ts';
import type { PathLook } from '../../../src/dj/desk.ts';
import type { DjStore, FolderAdded, JobView } from '../../../src/store/dj.ts';
import type { ScanResult } from '../../../src/store/librarian.ts';
import type { FolderRow } from '../../../src/store/library.ts';
import { fakeAsker, fakeDesk, tree, workingDesk } from './fake_desk.ts';

const music: FolderRow = {
  folderId: 1,
  path: '/music',
  naming: 'title-artist',
  files: 400,
  songs: 390,
  problems: 10,
  addedAtMs: 0,
  scannedAtMs: 1,
  asks: null,
};

const nothing: ScanResult = {
  kind: 'scan',
  folders: 1,
  files: 400,
  added: 0,
  changed: 0,
  moved: 0,
  vanished: 0,
  problems: 10,
  found: 0,
  asks: [],
};

const begun = { rowsDone: 0, done: 0, total: null, folder: null } as const;

const scanned = (result: Partial<ScanResult> = {}): JobView => ({
  kind: 'scan',
  state: 'done',
  result: { ...nothing, ...result },
});

describe('library add', () => {
  const adding = (
    is: FolderAdded['is'],
    known: readonly FolderRow[] = [],
  ): { store: Partial<DjStore>; given: unknown[] } => {
    const given: unknown[] = [];
    return {
      given,
      store: {
        folders: async () => known,
        addFolder: async (...args) => {
          given.push(args);
          return { is, folder: music };
        },
        askScan: async (...args) => {
          given.push(args);
          return 7;
        },
      },
    };
  };

  test('registers the folder, has it scanned and answers with what was found', async () => {
    const { store, given } = adding('added');
    const desk = workingDesk(
      [
        { kind: 'scan', state: 'waiting', ...begun },
        { kind: 'scan', state: 'running', ...begun, done: 30, folder: '/music' },
        { kind: 'scan', state: 'running', ...begun, done: 30, folder: '/music' },
        scanned({ added: 390 }),
      ],
      store,
    );
    const asker = fakeAsker();
    expect(await createAnswers(desk)('library add', { folder: '/music', names: 'title-artist' }, asker)).toMatchObject({
      ok: true,
      verdict: 'done',
      value: { outcome: 'added', folderId: 1, path: '/music', naming: 'title-artist', added: 390, problems: 10 },
    });
    expect(given).toEqual([
      ['/music', 'title-artist', 'dj'],
      [1, 'ask'],
    ]);
    expect(desk.hints).toEqual(['catalogue']);
    // What stands still is told once, so that a librarian that hangs is silent.
    expect(asker.told.map(({ state, done }) => [state, done])).toEqual([
      ['waiting', 0],
      ['running', 30],
    ]);
  });

  test('reads names by auto unless told otherwise, and does not change the order of a folder that it knows', async () => {
    const fresh = adding('added');
    await createAnswers(workingDesk([scanned()], fresh.store))('library add', { folder: '/music' }, fakeAsker());
    expect(fresh.given[0]).toEqual(['/music', 'auto', 'dj']);
    const known = adding('known', [music]);
    await createAnswers(workingDesk([scanned()], known.store))('library add', { folder: '/music' }, fakeAsker());
    expect(known.given[0]).toEqual(['/music', 'title-artist', 'dj']);
  });

  test.each<[PathLook, RegExp]>([
    ['absent', /^There is no folder "\/music"\. .* its disk plugged in\?$/],
    ['file', /^"\/music" is a file\. Name the folder it lies in/],
    ['denied', /may not read "\/music"\. Make it readable/],
  ])('is refused when the folder is %s, with the remedy', async (look, text) => {
    const answered = await createAnswers(workingDesk([], {}, look))('library add', { folder: '/music' }, fakeAsker());
    expect(answered).toMatchObject({ ok: false, code: 'failed', text: expect.stringMatching(text) });
  });

  test.each<[FolderAdded['is'], RegExp]>([
    ['inside', /^"\/music\/rock" is in the library already, as a part of folder 1, "\/music"\.$/],
    ['around', /^Folder 1, "\/music", lies in "\/music\/rock", .* karaokectl library remove 1$/],
  ])('is a conflict when the folder lies %s another one', async (is, text) => {
    const desk = workingDesk([], adding(is).store);
    const answered = await createAnswers(desk)('library add', { folder: '/music/rock' }, fakeAsker());
    expect(answered).toMatchObject({ ok: false, code: 'conflict', text: expect.stringMatching(text) });
  });
});

describe('library scan', () => {
  const asked: unknown[] = [];
  const store: Partial<DjStore> = {
    folders: async () => [music],
    askScan: async (...args) => {
      asked.push(args);
      return 7;
    },
  };
  const scan = (given: Record<string, unknown>, views = [scanned()], asker = fakeAsker()) =>
    createAnswers(workingDesk(views, store))('library scan', given, asker);

  test('looks at all folders or at one, named by number or path', async () => {
    asked.length = 0;
    for (const folder of [null, 1, '/music']) await scan({ folder });
    await scan({ folder: 1, 'forget-vanished': 'yes' });
    expect(asked).toEqual([
      [null, 'ask'],
      [1, 'ask'],
      [1, 'ask'],
      [1, 'forget'],
    ]);
  });

  test('is a conflict when most of a folder is gone: the sums and the question are answered', async () => {
    const asks = [{ folder: '/music', folderId: 1, vanished: 312, known: 400 }];
    expect(await scan({}, [scanned({ asks })])).toMatchObject({ ok: true, verdict: 'conflict', value: { asks } });
  });

  test('refuses folders that the library does not have, and says which one was meant', async () => {
    const refusals = await Promise.all([
      scan({ folder: 2 }),
      scan({ folder: '/films' }),
      scan({ folder: '/music/rock' }),
    ]);
    expect(refusals.map((answered) => (answered.ok ? '' : answered.text))).toEqual([
      'There is no folder 2 in the library. Look with: karaokectl library list',
      'There is no folder "/films" in the library. Look with: karaokectl library list',
      '"/music/rock" is a part of folder 1, "/music". Say that instead',
    ]);
    const empty = createAnswers(fakeDesk({ folders: async () => [] }));
    for (const verb of ['library scan', 'library remove'])
      expect(await empty(verb, { folder: 1 }, fakeAsker())).toMatchObject({
        ok: false,
        text: 'The library has no folders. To add one: karaokectl library add <folder>',
      });
  });

  test('says why it failed, and does not wait for a librarian that is degraded', async () => {
    expect(await scan({}, [{ kind: 'scan', state: 'failed', why: 'The disk is on fire.' }])).toMatchObject({
      ok: false,
      code: 'failed',
      text: 'The disk is on fire.',
    });
    const desk = workingDesk([{ kind: 'scan', state: 'waiting', ...begun }], store);
    const answered = await createAnswers({
      ...desk,
      tree: async () => tree({ name: 'librarian', state: 'degraded' }),
    })('library scan', {}, fakeAsker());
    expect(answered).toMatchObject({ ok: false, code: 'degraded', text: expect.stringMatching(/^The scan is on/) });
  });
});

test('library remove takes a folder out by number or path and says what went', async () => {
  const removed: number[] = [];
  const result = { kind: 'remove', folder: '/music', files: 400, songs: 390 } as const;
  const desk = workingDesk([{ kind: 'remove', state: 'done', result }], {
    folders: async () => [music],
    askRemove: async (folderId) => removed.push(folderId),
  });
  for (const folder of [1, '/music'])
    expect(await createAnswers(desk)('library remove', { folder }, fakeAsker())).toEqual({
      ok: true,
      verdict: 'done',
      value: { folder: '/music', files: 400, songs: 390 },
    });
  expect(removed).toEqual([1, 1]);
  expect(desk.hints).toEqual(['catalogue', 'catalogue']);
});
