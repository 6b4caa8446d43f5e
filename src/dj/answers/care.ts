/** version. */
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';

export function careAnswers(desk: Desk): Pick<Answerers, 'version'> {
  return {
    version: async () => {
      const tree = await desk.tree();
      return tree ? done({ karaoked: tree.version }) : refusal('failed', 'The supervisor does not answer. Try again.');
    },
  };
}
