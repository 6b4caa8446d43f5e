/** So many guests, named and silent, until everyone has heard BYE. */
import { ask, connect } from '../client.ts';
import { sharedClock, work } from '../work.ts';

export interface CrowdJob {
  readonly port: number;
  readonly guests: number;
}

/** First that everybody has a name, and then when each heard its BYE, on the clock that processes share. */
export type CrowdSays = { readonly is: 'seated' } | { readonly is: 'over'; readonly byes: readonly number[] };

/** Connecting all at once would only measure the kernel's queue of connections. */
const AT_ONCE = 50;

await work('crowd', async ({ port, guests }, say) => {
  const byes: number[] = [];
  const everyone = Promise.withResolvers<null>();
  const overheard = (line: string): void => {
    if (!line.startsWith('* BYE ')) return;
    byes.push(sharedClock());
    if (byes.length === guests) everyone.resolve(null);
  };
  for (let first = 0; first < guests; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, guests - first) }, (_, at) => first + at);
    await Promise.all(
      numbers.map(async (number) => {
        const client = await connect(port, overheard);
        await client.answer();
        await ask(client, `HELLO Guest ${number}`, 'OK HELLO');
      }),
    );
  }
  say({ is: 'seated' });
  await everyone.promise;
  say({ is: 'over', byes });
});
