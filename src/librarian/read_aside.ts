/** A catalogue file as batches: a big one is read by a thread (catalogue_thread.ts) and heard here. */
import { createReadStream } from 'node:fs';
import { on } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Said } from './catalogue_thread.ts';
import { NotACatalogue, readCatalogue } from './csv.ts';
import type { Batch } from './csv.ts';

const THREAD = new URL(`./catalogue_thread${extname(import.meta.filename)}`, import.meta.url);

/** Starting a thread takes as long as reading so many bytes; the demo should not make karaoked start later. */
const WORTH_A_THREAD = 1_000_000;

/** Throws NotACatalogue, or what the file system says of `file`. `bytes`: how long it is. */
export const readBatches = (file: string, bytes: number): AsyncIterable<Batch> =>
  bytes < WORTH_A_THREAD ? readCatalogue(createReadStream(file)) : readAside(file);

/** A reader who stops early stops the thread. */
async function* readAside(file: string): AsyncGenerator<Batch> {
  const thread = new Worker(THREAD, { workerData: file });
  try {
    for await (const [said] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[Said]>) {
      switch (said.is) {
        case 'batch':
          yield said.batch;
          thread.postMessage('written');
          break;
        case 'end':
          return;
        case 'no-catalogue':
          throw new NotACatalogue(said.why);
        case 'unreadable':
          throw Object.assign(new Error(said.why), { code: said.code, path: said.path ?? undefined });
      }
    }
    throw new Error(`Cannot read ${file}: its thread ended without a word`);
  } finally {
    await thread.terminate();
  }
}
