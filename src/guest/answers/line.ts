/** QUEUE, MINE, CANCEL, SWAP: the line. */
import { ok } from '../../protocol/reply.ts';
import { placeRow } from '../../protocol/rows.ts';
import { named, pageSaid } from '../../protocol/words.ts';
import type { Answers } from '../answer.ts';
import { speaker } from '../answer.ts';
import { pageWanted } from './catalogue.ts';
import { notTakenBack } from './take_back.ts';

export const line: Answers<'QUEUE' | 'MINE' | 'CANCEL' | 'SWAP'> = {
  async QUEUE({ options }, { store }) {
    const page = await store.line(pageWanted(options));
    return { reply: ok('QUEUE', pageSaid(page), page.rows.map(placeRow)) };
  },
  async MINE(_asked, scene) {
    const { id } = speaker(scene);
    const [places, away] = [await scene.store.mine(id), await scene.store.isAway(id)];
    const shown = places.length;
    const text = [
      ...(shown === 0 ? ['no song of yours waits'] : []),
      ...(away ? ['you are away; say BACK to be called'] : []),
    ].join('; ');
    return { reply: ok('MINE', { head: String(shown), text, fields: { shown, away } }, places.map(placeRow)) };
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
  async SWAP({ rest: { id, otherId } }, scene) {
    const outcome = await scene.store.swap(speaker(scene).id, id, otherId);
    if (outcome.is !== 'done') return { reply: notTakenBack(outcome, { id: outcome.entryId, kind: 'entry' }) };
    const placeOf = (entryId: number): number | null =>
      outcome.entries.find((entry) => entry.entryId === entryId)?.position ?? null;
    return {
      reply: ok('SWAP', {
        head: `${id} ${otherId}`,
        text: outcome.entries.map(named).join(' comes before '),
        fields: { queue_id: id, other_queue_id: otherId, position: placeOf(id), other_position: placeOf(otherId) },
      }),
      changed: 'queue',
    };
  },
};
