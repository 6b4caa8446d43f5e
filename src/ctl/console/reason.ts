/** Why an entry stands where it stands, as a sentence for the DJ. */
import type { QueueRow } from '../../dj/results/line.ts';
import { reasonSentence } from '../../party/reasons.ts';
import type { Language } from './words/language.ts';

export function reasonIn(language: Language, { why, singer }: QueueRow): string {
  return reasonSentence(why, { singer, to: 'others' }, language);
}
