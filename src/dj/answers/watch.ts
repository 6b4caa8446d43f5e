/** watch. */
import { setTimeout as rest } from 'node:timers/promises';
import type { LineDigest } from '../../store/line_tidings.ts';
import { isDegraded } from '../degraded.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { changes } from '../watch.ts';
import type { Seen } from '../watch.ts';
import { standing } from '../views.ts';

/** A busy minute brings hundreds of hints; a watcher is told at most so often. */
const REST_MS = 100;
const POLL_MS = 1_000;
/** The library changes thousands of times a second while it is scanned, and the tree is another process's to tell: so often is enough. */
const LIBRARY_MS = 1_000;
const LINE_MS = 1_000;

export function watchAnswers(desk: Desk): Pick<Answerers, 'watch'> {
  const digest = sharedDigest(desk);
  return {
    watch: async (_given, asker) => {
      let before: Seen | null = null;
      while (!asker.gone.aborted) {
        // Wait from before looking: what changes during the look is then seen by the next one.
        const rung = desk.bell.wait(POLL_MS);
        const after = await look(desk, before, digest);
        for (const event of changes(before, after)) asker.event(event);
        before = after;
        await rung;
        await rest(REST_MS);
      }
      return done({});
    },
  };
}

/** Everybody who watches shares a look at the whole line, at most one a second: it costs more than all the rest. */
function sharedDigest({ store, clock }: Desk): () => Promise<LineDigest> {
  let last: { readonly atMs: number; readonly digest: Promise<LineDigest> } | null = null;
  return () => {
    if (last === null || clock() - last.atMs >= LINE_MS) last = { atMs: clock(), digest: store.lineDigest() };
    return last.digest;
  };
}

async function look(desk: Desk, before: Seen | null, digest: () => Promise<LineDigest>): Promise<Seen> {
  const { store, clock } = desk;
  const atMs = clock();
  const tidings = await tidingsFor(store, before);
  const stands = standing(await store.overview());
  const heard = await store.lineTidings(before?.line.tidings ?? null);
  const line = { tidings: heard, digest: await digest(), waiting: stands.waiting };
  if (before && atMs - before.libraryAtMs < LIBRARY_MS) {
    const { library, libraryAtMs, degraded } = before;
    return { ...tidings, line, standing: { ...stands, songs: before.standing.songs }, degraded, library, libraryAtMs };
  }
  const now = await store.library();
  const degraded = await degradedNow(desk, before);
  const over = now.lastScan?.jobId ?? null;
  const isNews = before !== null && over !== (before.library.lastScan?.jobId ?? null);
  const ended = isNews && over !== null ? await store.job(over) : null;
  const highest = Math.max(before?.library.highest ?? 0, now.newest?.songId ?? 0);
  return { ...tidings, line, standing: stands, degraded, library: { ...now, ended, highest }, libraryAtMs: atMs };
}

/** As it was last known while the supervisor does not answer. */
async function degradedNow(desk: Desk, before: Seen | null): Promise<readonly string[]> {
  const tree = await desk.tree();
  if (!tree) return before?.degraded ?? [];
  return [...new Set(tree.processes.filter(isDegraded).map(({ name }) => name))];
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
