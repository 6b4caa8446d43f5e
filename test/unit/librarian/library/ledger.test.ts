import { expect, test } from '@jest/globals';
import { openLedger } from '../../../../src/librarian/library/ledger.ts';
import type { FileNews, LibraryBatch, Recorded } from '../../../../src/store/library.ts';

const news = (dir: string, name: string): FileNews => ({
  dir,
  name,
  others: [],
  size: 1,
  mtimeMs: 1,
  fileId: null,
  saw: 'none',
  is: { reason: 'It is empty' },
});
const nothing: Recorded = { added: 0, found: 0, songIds: [], stale: [], heldMs: 1 };

/** A ledger, the batches that it has written, and a clock that stands until it is moved. */
function ledgerOf(record: (batch: LibraryBatch) => Promise<Recorded> = () => Promise.resolve(nothing)) {
  const batches: LibraryBatch[] = [];
  const it = { nowMs: 0, batches };
  const recordFiles = async (batch: LibraryBatch): Promise<Recorded> => {
    const done = await record(batch);
    batches.push(batch);
    return done;
  };
  const hands = { store: { recordFiles }, monotonic: () => it.nowMs, wrote: () => undefined };
  return { ...openLedger(hands, 1), it };
}

test('little waits for more, but not for longer than a second', async () => {
  const { files, goOn, flush, it } = ledgerOf();
  await files([news('a', '1')]);
  it.nowMs = 999;
  await goOn();
  await new Promise(setImmediate);
  expect(it.batches).toEqual([]);
  it.nowMs = 1_000;
  await goOn();
  // Nothing is left to it: what was begun is what it waits for.
  await flush();
  expect(it.batches).toMatchObject([{ files: [{ name: '1' }] }]);
});

test('a directory is not written while its files are, whoever asks for it', async () => {
  const gate = Promise.withResolvers<null>();
  const { files, directory, flush, it } = ledgerOf(async () => {
    await gate.promise;
    return nothing;
  });
  await files(Array.from({ length: 51 }, (_, n) => news('a', String(n))));
  await directory({ dir: 'a', signature: 'sig' });
  const [one, other] = [flush(), flush()];
  gate.resolve(null);
  await Promise.all([one, other]);
  expect(it.batches.flatMap((each) => each.files)).toHaveLength(51);
  expect(it.batches.findIndex((each) => each.directories.length > 0)).toBe(it.batches.length - 1);
});

test('what fails is told to whoever gives more, and no directory is written whose files were not', async () => {
  const { files, directory, flush, it } = ledgerOf(() => Promise.reject(new Error('The disk is full')));
  await files([news('a', '1')]);
  await expect(flush()).rejects.toThrow('The disk is full');
  await expect(directory({ dir: 'a', signature: 'sig' })).rejects.toThrow('The disk is full');
  await expect(flush()).rejects.toThrow('The disk is full');
  expect(it.batches).toEqual([]);
});

test('a directory of which news was left out is written without a signature, also in a later batch', async () => {
  const { files, directory, flush, it } = ledgerOf((batch) =>
    Promise.resolve({ ...nothing, stale: batch.files.length > 0 ? ['a'] : [] }),
  );
  await files([news('a', '1')]);
  await flush();
  await directory({ dir: 'a', signature: 'sig a' });
  await directory({ dir: 'b', signature: 'sig b' });
  await flush();
  expect(it.batches.flatMap((each) => each.directories)).toEqual([
    { dir: 'a', signature: null },
    { dir: 'b', signature: 'sig b' },
  ]);
});
