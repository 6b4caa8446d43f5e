/** The DJ's verbs, answered: one door for whatever carries them. */
import { StoreBusy, StoreUnwritable } from '../store/errors.ts';
import { banAnswers } from './answers/bans.ts';
import { careAnswers } from './answers/care.ts';
import { guestAnswers } from './answers/guests.ts';
import { hidingAnswers } from './answers/hiding.ts';
import { libraryAnswers } from './answers/library.ts';
import { lineAnswers } from './answers/line.ts';
import { missingAnswers } from './answers/missing.ts';
import { partyAnswers } from './answers/party.ts';
import { pinAnswers } from './answers/pins.ts';
import { playerAnswers } from './answers/player.ts';
import { recordAnswers } from './answers/records.ts';
import { songAnswers } from './answers/songs.ts';
import { undoAnswers } from './answers/undo.ts';
import { watchAnswers } from './answers/watch.ts';
import type { Answer, Answerers, Asker, Desk } from './desk.ts';
import { readGiven } from './given.ts';
import { refusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { isVerb } from './verbs.ts';
import type { Given, Verb } from './verbs.ts';

/** Answers a verb with what was given, both as they came over the wire. Rejects only for defects. */
export type AnswerVerb = (
  verb: string,
  given: Readonly<Record<string, unknown>>,
  asker: Asker,
) => Promise<Answer<Verb>>;

export function createAnswers(desk: Desk): AnswerVerb {
  const answerers: Answerers = {
    ...partyAnswers(desk),
    ...playerAnswers(desk),
    ...lineAnswers(desk),
    ...pinAnswers(desk),
    ...undoAnswers(desk),
    ...songAnswers(desk),
    ...hidingAnswers(desk),
    ...libraryAnswers(desk),
    ...missingAnswers(desk),
    ...guestAnswers(desk),
    ...banAnswers(desk),
    ...recordAnswers(desk),
    ...watchAnswers(desk),
    ...careAnswers(desk),
  };
  const answer = <V extends Verb>(verb: V, given: Given<V>, asker: Asker): Promise<Answer<V>> =>
    answerers[verb](given, asker);
  return async (verb, raw, asker) => {
    if (!isVerb(verb)) {
      return refusal('usage', `"${verb}" is no verb of this karaoked. See: karaokectl help`);
    }
    const read = readGiven(verb, raw);
    if (!read.ok) return read;
    try {
      return await answer(verb, read.given, asker);
    } catch (error) {
      const heard = storeRefusal(error);
      if (heard) return heard;
      throw error;
    }
  };
}

function storeRefusal(error: unknown): Refusal | null {
  if (error instanceof StoreBusy) {
    return refusal('failed', 'The database was busy for too long; nothing was changed. Try again.');
  }
  if (error instanceof StoreUnwritable) {
    return refusal(
      'failed',
      'The database cannot be written (is the disk full?); nothing was changed. Make room first.',
    );
  }
  return null;
}
