/** What is said at the beginning of each connection, in one breath: on a slow network each question of its own is a second. */
import { helloLine } from './lines.ts';
import type { Speaker } from './lines.ts';
import { isOk } from './said.ts';
import type { Answer, Ok } from './said.ts';
import type { Wire } from './wire.ts';

export interface Opening {
  readonly party: Ok<'PARTY'> | null;
  /** null: nobody speaks. */
  readonly hello: Answer | null;
}

/** Rejects with Lost. */
export async function openWith(wire: Wire, speaker: Speaker | null): Promise<Opening> {
  const [, party, hello] = await Promise.all([
    wire.ask('MODE json'),
    wire.ask('PARTY'),
    speaker ? wire.ask(helloLine(speaker)) : null,
    wire.ask('WATCH all'),
  ]);
  return { party: partySaid(party), hello };
}

/** A house too busy to say it says so with an ERR. */
export const partySaid = ({ final }: Answer): Ok<'PARTY'> | null => (isOk(final, 'PARTY') ? final : null);
