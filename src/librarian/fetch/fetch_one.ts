/** One wish, from its run to the shelf, or to the reason why not. */
import type { Log } from '../../log.ts';
import type { FetchStore, WaitingFetch } from '../../store/fetch.ts';
import { nextTryAt } from './backoff.ts';
import type { Invocation } from './command.ts';
import { lookThrough } from './haul.ts';
import { landingFor, moveTo, takeIn } from './keep.ts';
import type { KeepingStore } from './keep.ts';
import { whyNoSong, whyNotKept, whyNothing } from './reasons.ts';
import { startRun } from './run.ts';
import type { Run, RunEnd } from './run.ts';
import { makeRunFolder, removeRunFolder, runFolder, systemError } from './workplace.ts';

export interface OneHands {
  readonly store: KeepingStore & FetchStore;
  readonly log: Log;
  readonly now: () => number;
  /** The DJ's list says so now. */
  readonly begun: () => void;
  /** Its program runs: whoever may stop it holds on to it. */
  readonly running: (run: Run) => void;
}

/** As the settings say it now. */
export interface OneWanted {
  readonly invocation: (folder: string) => Invocation;
  readonly root: string;
  readonly timeoutMs: number;
}

export type Fetched = { readonly is: 'home'; readonly songId: number } | { readonly is: 'not'; readonly why: string };

/** Resolves when the wish is something else than being fetched, and its folder is gone. Rejects with what the store says. */
export async function fetchOne(hands: OneHands, wish: WaitingFetch, wanted: OneWanted): Promise<Fetched> {
  const { store, log, now } = hands;
  const { wishId, artist, title, tries } = wish;
  const folder = runFolder(wanted.root, wishId);
  if (!(await store.beginFetch(wishId, folder))) return { is: 'not', why: 'it is not wanted any more' };
  hands.begun();
  log.info({ wish: wishId, artist, title, tries }, 'fetching');
  const fetched = await unlessRefused(() => bring(hands, wish, wanted, folder));
  if (fetched.is === 'dropped') await store.dropFetch(wishId);
  if (fetched.is === 'not') {
    const nextAtMs = nextTryAt(tries + 1, now());
    await store.failFetch(wishId, { reason: fetched.why, nextAtMs });
  }
  const left = removeRunFolder(folder);
  if (left !== null) log.warn({ wish: wishId, folder }, `what a fetch has left cannot be removed: ${left}`);
  return fetched.is === 'dropped' ? { is: 'not', why: 'stopped' } : fetched;
}

type Brought = Fetched | { readonly is: 'dropped' };

/** A disk that is full, or a folder that may not be written, is a reason like any other. */
async function unlessRefused(work: () => Promise<Brought>): Promise<Brought> {
  try {
    return await work();
  } catch (error) {
    const refused = systemError(error);
    if (refused === null) throw error;
    return { is: 'not', why: whyNotKept(refused) };
  }
}

async function bring(hands: OneHands, wish: WaitingFetch, wanted: OneWanted, folder: string): Promise<Brought> {
  makeRunFolder(folder);
  const end = await ranToItsEnd(hands, wish, wanted, folder);
  if (end.is === 'stopped') return { is: 'dropped' };
  const why = whyNothing(end, wanted.timeoutMs);
  if (why !== null) return { is: 'not', why };
  const { songs, problems, others } = await lookThrough(folder);
  if (songs.length === 0) return { is: 'not', why: whyNoSong(problems, others, end.complaint) };
  const landing = landingFor(wanted.root, wish.wishId);
  if (!(await hands.store.noteLanding(wish.wishId, landing))) return { is: 'dropped' };
  moveTo(landing, folder, songs);
  const songId = await takeIn(hands.store, wish, landing);
  return songId === null ? { is: 'not', why: 'its files were gone before they could be kept' } : { is: 'home', songId };
}

async function ranToItsEnd(
  { store, log, running }: OneHands,
  { wishId }: WaitingFetch,
  { invocation, timeoutMs }: OneWanted,
  folder: string,
): Promise<RunEnd> {
  const run = startRun(invocation(folder), folder, timeoutMs, {
    heard: (line) => {
      log.info({ wish: wishId }, line);
    },
    unheard: (lines) => {
      log.info({ wish: wishId, lines }, 'said more lines, which are left out');
    },
  });
  running(run);
  try {
    if (run.process !== null) await store.noteFetchProcess(wishId, run.process);
  } catch (error) {
    // Nobody would find it after a fall, so it must not go on.
    run.stop(0);
    await run.ended;
    throw error;
  }
  return run.ended;
}
