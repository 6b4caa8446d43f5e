/** So many guests, named and silent, until everyone has heard BYE. */
import { setTimeout as pause } from 'node:timers/promises';
import { ask, connect } from '../client.ts';
import { sharedClock, work } from '../work.ts';

export interface CrowdJob {
  readonly port: number;
  readonly guests: number;
}

/** First that everybody has a name, and then when each heard its BYE, on the clock that processes share. */
export type CrowdSays = { readonly is: 'seated' } | { readonly is: 'over'; readonly byes: readonly number[] };

/** So many come one by one, as to a real party, so that each finds a process of its own: the tree is then at its largest. */
const FIRST = 40;
/** Time for the pool to be warm again. */
const BETWEEN_MS = 100;
/** The others, who share: all at once would only measure the kernel's queue of connections. */
const AT_ONCE = 50;

await work('crowd', async ({ port, guests }, say) => {
  const byes: number[] = [];
  const everyone = Promise.withResolvers<null>();
  const overheard = (line: string): void => {
    if (!line.startsWith('* BYE ')) return;
    byes.push(sharedClock());
    if (byes.length === guests) everyone.resolve(null);
  };
  const come = async (number: number): Promise<void> => {
    const client = await connect(port, overheard);
    await client.answer();
    await ask(client, `HELLO Guest ${number}`, 'OK HELLO');
  };
  for (let number = 0; number < guests;) {
    const together = number < FIRST ? 1 : Math.min(AT_ONCE, guests - number);
    await Promise.all(Array.from({ length: together }, (_, at) => come(number + at)));
    number += together;
    if (number <= FIRST) await pause(BETWEEN_MS);
  }
  say({ is: 'seated' });
  await everyone.promise;
  say({ is: 'over', byes });
});
