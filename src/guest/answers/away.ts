/** AWAY and BACK: whether somebody may be called. The answer says what is so, also when it was so before. */
import { err, ok } from '../../protocol/reply.ts';
import { count, named, waitRange } from '../../protocol/words.ts';
import type { AwayOutcome } from '../../store/guests.ts';
import type { Answer, Answers } from '../answer.ts';
import { speaker } from '../answer.ts';
import { shownOutSaid } from './not_asked.ts';

export const away: Answers<'AWAY' | 'BACK'> = {
  async AWAY(_asked, scene) {
    const outcome = await scene.store.setAway(speaker(scene).id, 'away');
    if (outcome.is !== 'so') return notSo(outcome);
    const { changed, waiting, duets, onStage } = outcome;
    const kept =
      waiting === 0
        ? 'nobody calls you'
        : `${count(waiting, 'song', 'songs')} of yours ${waiting === 1 ? 'keeps its place' : 'keep their places'}`;
    const text = [
      `${changed ? 'You are away' : 'You were away already'}; ${kept} until you say BACK`,
      ...(duets > 0 ? [`${count(duets, 'duet', 'duets')} with you ${held(duets, waiting)}`] : []),
      ...(onStage ? [`${named(onStage)} is on all the same; the DJ may skip it`] : []),
    ];
    const fields = { away: true, already: !changed, waiting, duets, on_stage: onStage?.entryId ?? null };
    return { reply: ok('AWAY', { text: text.join('. '), fields }), ...hint(outcome) };
  },
  async BACK(_asked, scene) {
    const outcome = await scene.store.setAway(speaker(scene).id, 'back');
    if (outcome.is !== 'so') return notSo(outcome);
    const { changed, waiting, first } = outcome;
    const text = [
      changed ? 'You are here again' : 'You were here already',
      ...(first
        ? [`${first.entryId} ${named(first.song)} is number ${first.position}, ${waitRange(first.wait)} min`]
        : []),
    ];
    return {
      reply: ok('BACK', { text: text.join('; '), fields: { away: false, already: !changed, waiting } }),
      ...hint(outcome),
    };
  },
};

const held = (duets: number, waiting: number): string =>
  `${duets === 1 ? 'waits' : 'wait'} for you${waiting > 0 ? ' as well' : ''}`;

const hint = ({ changed }: { readonly changed: boolean }): Pick<Answer, 'changed'> =>
  changed ? { changed: 'queue' } : {};

function notSo(outcome: Exclude<AwayOutcome, { is: 'so' }>): Answer {
  return {
    reply: outcome.is === 'no-party' ? err(554, 'no party is on, so nobody is called') : shownOutSaid(outcome.is),
  };
}
