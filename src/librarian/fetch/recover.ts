/** What a librarian that ended in mid-fetch has left: a program that goes on without it, files, and a wish that says fetching. */
import { existsSync } from 'node:fs';
import type { Log } from '../../log.ts';
import type { FetchStore } from '../../store/fetch.ts';
import { takeIn } from './keep.ts';
import type { KeepingStore } from './keep.ts';
import { endStrays, killGroupOf } from './processes.ts';
import { removeRunFolder } from './workplace.ts';

/**
 * Ends the old program, so that there are never two for one wish, and brings the wish home if its files had been moved to
 * their place already; otherwise it is wanted again, as if nothing had been tried.
 */
export async function recoverFetches(
  store: KeepingStore & Pick<FetchStore, 'interruptedFetches' | 'dropFetch'>,
  log: Log,
): Promise<void> {
  for (const interrupted of await store.interruptedFetches()) {
    const { wishId, artist, title, landing, folder } = interrupted;
    if (interrupted.process !== null) killGroupOf(interrupted.process);
    await endStrays(folder);
    const songId = landing !== null && existsSync(landing) ? await takeIn(store, interrupted, landing) : null;
    if (songId === null) await store.dropFetch(wishId);
    const left = removeRunFolder(folder);
    if (left !== null) log.warn({ wish: wishId, folder }, `what a fetch has left cannot be removed: ${left}`);
    log.warn({ wish: wishId, artist, title, song: songId }, songId === null ? 'fetch interrupted' : 'fetched');
  }
}
