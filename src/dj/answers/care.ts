/** watch, version. */
import { setTimeout as rest } from 'node:timers/promises';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import type { Standing } from '../results.ts';
import { standing } from '../views.ts';
import { changes } from '../watch.ts';

/** A busy minute brings hundreds of hints; a watcher is told at most so often. */
const REST_MS = 100;
const POLL_MS = 1_000;

export function careAnswers(desk: Desk): Pick<Answerers, 'watch' | 'version'> {
  return {
    watch: async (_given, asker) => {
      let before: Standing | null = null;
      while (!asker.gone.aborted) {
        // Wait from before looking: what changes during the look is then seen by the next one.
        const rung = desk.bell.wait(POLL_MS);
        const after = standing(await desk.store.overview());
        for (const event of changes(before, after)) asker.event(event);
        before = after;
        await rung;
        await rest(REST_MS);
      }
      return done({});
    },
    version: async () => {
      const tree = await desk.tree();
      return tree ? done({ karaoked: tree.version }) : refusal('failed', 'The supervisor does not answer. Try again.');
    },
  };
}
