/**
 * Examines the files of a large scan in a thread of its own (examiner.ts): opening them takes as long as writing the songs
 * down, and there is more than one core. It makes way for everything else: unlike the thread that writes, it holds no lock
 * for which anybody waits.
 */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { indexed } from '../../party/indexed.ts';
import { examineOne } from './examine_one.ts';
import type { Found, ToExamine } from './examining.ts';

/** The question with this number. Both ways go as JSON: copying so many small objects takes the system several times as long. */
export type Asked = { readonly id: number } & ToExamine;

/** What the thread says of it. */
export type Said = { readonly id: number } & ({ readonly found: readonly Found[] } | { readonly failed: string });

const MAKES_WAY = 10;

const port = parentPort;
if (port) {
  // Linux gives each thread a priority of its own; elsewhere it would be that of the whole process, the writer's too.
  if (process.platform === 'linux') setPriority(0, MAKES_WAY);
  const examineAll = async ({ path, naming, units }: ToExamine): Promise<readonly Found[]> => {
    const all: Found[] = [];
    for (const { unit, sizes } of units) {
      const found = await examineOne(path, unit, sizes, naming);
      // What the song is found by is worked out here as well, unless only the store knows what it will be called.
      if ('reason' in found || found.song.artist === '') all.push(found);
      else all.push({ song: { ...found.song, index: indexed(found.song) } });
    }
    return all;
  };
  const say = (said: Said): void => {
    port.postMessage(JSON.stringify(said));
  };
  port.on('message', (json: string) => {
    const { id, ...all } = JSON.parse(json) as Asked;
    void examineAll(all).then(
      (found) => {
        say({ id, found });
      },
      (error: unknown) => {
        say({ id, failed: String(error) });
      },
    );
  });
}
