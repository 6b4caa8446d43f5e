/**
 * Reads a catalogue file in a thread of its own: parsing, and working out what each song is found by, take as long as
 * writing the songs down, and there is more than one core. Started by read_aside.ts with the file's path as workerData.
 */
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { indexed } from '../party/indexed.ts';
import { NotACatalogue, readCatalogue } from './csv.ts';
import type { Batch } from './csv.ts';

/** What the thread says. Every batch is answered (with anything) once it is written. */
export type Said =
  | { readonly is: 'batch'; readonly batch: Batch }
  | { readonly is: 'end' }
  | { readonly is: 'no-catalogue'; readonly why: string }
  | { readonly is: 'unreadable'; readonly why: string; readonly code: string; readonly path: string | null };

/** Batches ahead of the writer: enough that neither waits for the other, and a file of any size fits into memory. */
const AHEAD = 8;

const port = parentPort;
if (port) {
  let unanswered = 0;
  let wake: (() => void) | null = null;
  port.on('message', () => {
    unanswered -= 1;
    wake?.();
  });
  const say = (said: Said): void => {
    port.postMessage(said);
  };
  try {
    for await (const { rows, bad } of readCatalogue(createReadStream(workerData as string))) {
      say({ is: 'batch', batch: { rows: rows.map((row) => ({ ...row, index: indexed(row) })), bad } });
      unanswered += 1;
      while (unanswered >= AHEAD)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    say({ is: 'end' });
  } catch (error) {
    if (error instanceof NotACatalogue) say({ is: 'no-catalogue', why: error.message });
    else {
      const { message, code, path } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      say({ is: 'unreadable', why: message, code, path: path ?? null });
    }
  }
  port.close();
}
