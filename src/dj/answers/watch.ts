/** watch. */
import { setTimeout as rest } from 'node:timers/promises';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { changes } from '../watch.ts';
import type { Seen } from '../watch.ts';
import { standing } from '../views.ts';

/** A busy minute brings hundreds of hints; a watcher is told at most so often. */
const REST_MS = 100;
const POLL_MS = 1_000;
/** The library changes thousands of times a second while it is scanned; so often is enough to see it move. */
const LIBRARY_MS = 1_000;

export function watchAnswers(desk: Desk): Pick<Answerers, 'watch'> {
  return {
    watch: async (_given, asker) => {
      let before: Seen | null = null;
      while (!asker.gone.aborted) {
        // Wait from before looking: what changes during the look is then seen by the next one.
        const rung = desk.bell.wait(POLL_MS);
        const after = await look(desk, before);
        for (const event of changes(before, after)) asker.event(event);
        before = after;
        await rung;
        await rest(REST_MS);
      }
      return done({});
    },
  };
}

async function look({ store, clock }: Desk, before: Seen | null): Promise<Seen> {
  const atMs = clock();
  const tidings = await tidingsFor(store, before);
  const stands = standing(await store.overview());
  if (before && atMs - before.libraryAtMs < LIBRARY_MS) {
    const { library, libraryAtMs } = before;
    return { ...tidings, standing: { ...stands, songs: before.standing.songs }, library, libraryAtMs };
  }
  const now = await store.library();
  const over = now.lastScan?.jobId ?? null;
  const isNews = before !== null && over !== (before.library.lastScan?.jobId ?? null);
  const ended = isNews && over !== null ? await store.job(over) : null;
  const highest = Math.max(before?.library.highest ?? 0, now.newest?.songId ?? 0);
  return { ...tidings, standing: stands, library: { ...now, ended, highest }, libraryAtMs: atMs };
}

async function tidingsFor(
  store: Desk['store'],
  before: Seen | null,
): Promise<Pick<Seen, 'wishes' | 'proposals' | 'lastProposal'>> {
  const wishes = await store.wishTidings(before?.wishes ?? null);
  if (before === null) {
    if (wishes === null) throw new Error('Cannot watch: the store tells nothing of wishes');
    return { wishes, proposals: [], lastProposal: await store.lastProposal() };
  }
  if (wishes === null) return before;
  const proposals = await store.proposalsAfter(before.lastProposal);
  return { wishes, proposals, lastProposal: proposals.at(-1)?.id ?? before.lastProposal };
}
