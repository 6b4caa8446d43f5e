/** What came of the last thing that was done, as sentences. */
import { range } from '../../../words/numbers.ts';
import { refusalSentence } from '../../../words/refusals.ts';
import { named } from '../../../words/song.ts';
import type { Language, Words } from '../../../words/words.ts';
import type { Outcome } from '../evening/state.ts';

/** None for what is a question of its own (UNSURE). */
export function outcomeSaid(outcome: Outcome, words: Words, language: Language): readonly string[] {
  const { sing, mine } = words;
  switch (outcome.is) {
    case 'queued': {
      const { entry } = outcome;
      if (entry.repeated && entry.state !== 'waiting') return [sing.queuedAgain(named(entry))];
      const minutes = range(entry.wait_from_min, entry.wait_to_min);
      return [
        sing.queued(named(entry), entry.position) + (minutes === null ? '' : ` ${capital(mine.wait(minutes))}.`),
        ...(entry.away ? [sing.queuedAway] : []),
      ];
    }
    case 'wished':
      return [sing.wished(named(outcome.wish)), sing.wishedOthers(outcome.wish.askers - 1)];
    case 'refused': {
      const { err, doing, partner } = outcome;
      return [refusalSentence(err, { ...err, doing, partner }, language)];
    }
    case 'gone':
      return [sing.gone(named(outcome.wanted))];
    case 'cancelled':
      return [mine.takenBack(named(outcome))];
    case 'unwished':
      return [mine.unwished(named(outcome))];
    case 'away':
      return [mine.nowAway];
    case 'back':
      return [mine.nowBack];
    case 'unsure':
      return [];
  }
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
