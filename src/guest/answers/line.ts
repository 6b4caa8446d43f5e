/** QUEUE, MINE, CANCEL: the line. */
import { ok } from '../../protocol/reply.ts';
import { placeRow } from '../../protocol/rows.ts';
import { named, pageSaid } from '../../protocol/words.ts';
import type { Answers } from '../answer.ts';
import { speaker } from '../answer.ts';
import { pageWanted } from './catalogue.ts';
import { notTakenBack } from './take_back.ts';

export const line: Answers<'QUEUE' | 'MINE' | 'CANCEL'> = {
  async QUEUE({ options }, { store }) {
    const page = await store.line(pageWanted(options));
    return { reply: ok('QUEUE', pageSaid(page), page.rows.map(placeRow)) };
  },
  async MINE(_asked, scene) {
    const places = await scene.store.mine(speaker(scene).id);
    const shown = places.length;
    const text = shown === 0 ? 'no song of yours waits' : '';
    return { reply: ok('MINE', { head: String(shown), text, fields: { shown } }, places.map(placeRow)) };
  },
  async CANCEL({ rest: entryId }, scene) {
    const outcome = await scene.store.cancel(speaker(scene).id, entryId);
    if (outcome.is !== 'done') return { reply: notTakenBack(outcome, { id: entryId, kind: 'entry' }) };
    const { artist, title } = outcome;
    return {
      reply: ok('CANCEL', {
        head: String(entryId),
        text: `${named(outcome)} is out of the line`,
        fields: { queue_id: entryId, artist, title },
      }),
      changed: 'queue',
    };
  },
};
