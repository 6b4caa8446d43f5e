/** Why a place in the line or a wish cannot be taken back. */
import { err } from '../../protocol/reply.ts';
import type { Err } from '../../protocol/reply.ts';
import type { TakeBackOutcome } from '../../store/guests.ts';

/** What was to be taken back. */
export interface Taken {
  readonly id: number;
  readonly kind: 'entry' | 'wish';
}

const KINDS = {
  entry: { unknown: (id: number) => `there is no ${id} in the line; MINE lists yours`, field: 'queue_id' },
  wish: { unknown: (id: number) => `there is no wish ${id}; WISHES lists yours`, field: 'wish_id' },
} as const;

/** What an entry or a wish may have become, as a sentence about it. Its own word where the sentence is not known. */
const BECAME: Readonly<Record<string, string>> = {
  singing: 'is being sung',
  sung: 'was sung',
  skipped: 'was skipped',
  cancelled: 'was cancelled before',
  unsung: 'went unsung',
  found: 'is here already',
  refused: 'was refused before',
  withdrawn: 'was taken back before',
};

export function notTakenBack(outcome: Exclude<TakeBackOutcome, { is: 'done' }>, { id, kind }: Taken): Err {
  switch (outcome.is) {
    case 'unknown':
      return err(550, KINDS[kind].unknown(id));
    case 'not-yours':
      return err(532, `${id} belongs to ${outcome.owner}`, { fields: { [KINDS[kind].field]: id } });
    case 'too-late':
      return err(550, `${id} no longer waits: it ${BECAME[outcome.state] ?? `is ${outcome.state}`}`);
  }
}
