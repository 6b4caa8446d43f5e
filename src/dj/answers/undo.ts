/** undo. */
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';

export function undoAnswers(desk: Desk): Pick<Answerers, 'undo'> {
  return {
    undo: async (_given, { who }) => {
      const undone = await desk.store.undo(who);
      if (undone.is === 'nothing-to-undo') {
        return refusal('failed', 'There is nothing to take back: no found, refuse or fetch of the last 24 hours.');
      }
      const { verb, wishId, artist, title, state, told, atMs } = undone;
      if (undone.is === 'overtaken') {
        const what = `${verb} ${wishId}, ${artist} - ${title}`;
        const rest = 'Nothing was changed; undo again takes back what was done before it.';
        return refusal('conflict', `The last was ${what}, and nothing of it stands: the wish is ${state}. ${rest}`);
      }
      desk.hint('wishes');
      return done({ undone: verb, who: undone.who, orderedAtMs: atMs, wishId, artist, title, state, told });
    },
  };
}
