/** WHY: the place in the line, explained to whoever asks. */
import { singers } from '../../party/duet.ts';
import { explained } from '../../party/explained.ts';
import type { Said } from '../../protocol/frame.ts';
import { err, ok } from '../../protocol/reply.ts';
import type { FieldsOf, ROW_SHAPES } from '../../protocol/shapes.ts';
import { named } from '../../protocol/words.ts';
import type { EntryState } from '../../party/model.ts';
import type { WhyOutcome } from '../../store/guests.ts';
import type { Answer, Answers } from '../answer.ts';

export const why: Answers<'WHY'> = {
  async WHY({ rest: entryId }, { store, self }) {
    const outcome = await store.why(entryId);
    return outcome.is === 'in-line' ? reasons(outcome, self.guest?.id ?? null) : notInLine(outcome, entryId);
  },
};

function reasons({ place, facts }: Extract<WhyOutcome, { is: 'in-line' }>, asker: number | null): Answer {
  const { entryId: queue_id, position, guestId, song, singer, partner } = place;
  const { rule } = place.reason;
  const to = guestId === asker ? 'you' : 'others';
  const sentences = explained(facts, { singer, to, song: named(song) });
  return {
    reply: ok(
      'WHY',
      {
        head: String(queue_id),
        text: `${named(song)} (${singers(place)})`,
        fields: { queue_id, position, rule, singer, with: partner, artist: song.artist, title: song.title },
      },
      facts.map((fact, at) => whyRow({ queue_id, position, rule, text: sentences[at] ?? '', fact })),
    ),
  };
}

const whyRow = (fields: FieldsOf<(typeof ROW_SHAPES)['why row']>): Said => ({ head: '', text: fields.text, fields });

const BECAME: Readonly<Record<EntryState, string>> = {
  waiting: 'waits for a party',
  singing: 'is being sung',
  sung: 'was sung',
  skipped: 'was skipped',
  cancelled: 'was taken out of it',
  unsung: 'went unsung',
};

function notInLine(outcome: Exclude<WhyOutcome, { is: 'in-line' }>, entryId: number): Answer {
  if (outcome.is === 'not-in-line') {
    const { entry } = outcome;
    return {
      reply: err(550, `${entryId} is not in the line: ${named(entry)} (${singers(entry)}) ${BECAME[entry.state]}`),
    };
  }
  const where = outcome.party === 'on' ? 'QUEUE lists all' : 'no party is on';
  return { reply: err(550, `there is no ${entryId} in the line; ${where}`) };
}
