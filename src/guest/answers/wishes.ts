/** WISHES, UNWISH, HISTORY: what a guest asked for and what came of it. */
import { ok } from '../../protocol/reply.ts';
import { sungRow, unsungRow, wishRow } from '../../protocol/rows.ts';
import { named, pageSaid } from '../../protocol/words.ts';
import type { Answers } from '../answer.ts';
import { speaker } from '../answer.ts';
import { pageWanted } from './catalogue.ts';
import { notTakenBack } from './take_back.ts';

export const wishes: Answers<'WISHES' | 'UNWISH' | 'HISTORY'> = {
  async WISHES(_asked, scene) {
    const mine = await scene.store.wishes(speaker(scene).id);
    const rows = [...mine.wishes.map(wishRow), ...mine.unsung.map(unsungRow)];
    return { reply: ok('WISHES', { head: String(rows.length), fields: { shown: rows.length } }, rows) };
  },
  async UNWISH({ rest: wishId }, scene) {
    const outcome = await scene.store.unwish(speaker(scene).id, wishId);
    if (outcome.is !== 'done') return { reply: notTakenBack(outcome, { id: wishId, kind: 'wish' }) };
    const { artist, title } = outcome;
    return {
      reply: ok('UNWISH', {
        head: String(wishId),
        text: `${named(outcome)} is no wish of yours anymore`,
        fields: { wish_id: wishId, artist, title },
      }),
      changed: 'wishes',
    };
  },
  async HISTORY({ options }, scene) {
    const page = await scene.store.history(speaker(scene).id, pageWanted(options));
    return { reply: ok('HISTORY', pageSaid(page), page.rows.map(sungRow)) };
  },
};
