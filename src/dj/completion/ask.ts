/**
 * How a script asks karaoked for what it has at this moment: guests, wishes, entries. The
 * answer is JSON on one line; grep takes out the one field, since jq is not everywhere. A karaoked that does not answer is
 * waited for a second, and then nothing is offered.
 */
import type { Offer } from './places.ts';

type Asked = Extract<Offer['is'], 'guests' | 'wishes' | 'entries'>;

const FIELDS: Readonly<Record<Asked, { readonly verb: string; readonly field: string }>> = {
  guests: { verb: 'guests', field: '"name":"[^"\\\\]*"' },
  wishes: { verb: 'missing', field: '"wish_id":[0-9]*' },
  entries: { verb: 'queue', field: '"queue_id":[0-9]*' },
};

export const ASKED = Object.keys(FIELDS) as readonly Asked[];

/** A command line that prints one value a line; `program` is karaokectl, with the --var that is typed. */
export function asking(what: Asked, program: string): string {
  const { verb, field } = FIELDS[what];
  return `${program} --timeout 1 --json ${verb} 2>/dev/null | grep -o '${field}' | sed 's/^[^:]*://; s/^"//; s/"$//'`;
}
