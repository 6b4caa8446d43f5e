/** So many pages, named and listening to everything, as phones in pockets are; some of them wait to sing. */
import { ASK, ask, dial } from '../client.ts';
import type { Client } from '../client.ts';
import { work } from '../work.ts';

export interface PhonesJob {
  readonly port: number;
  readonly phones: number;
  /** The first of them that many ask for a song. */
  readonly singers: number;
  /** The first number of their names. */
  readonly first: number;
}

/** Times are milliseconds since 1970, as the store writes them. */
export type PhonesSay =
  | { readonly is: 'seated' }
  /** All of them have heard it: `SAY words`, `NOW 17 between`. */
  | { readonly is: 'heard'; readonly what: string; readonly lastAtMs: number }
  /** All of them asked QUEUE and MINE when the line changed, and have both answers. */
  | { readonly is: 'informed'; readonly lastAtMs: number };

const AT_ONCE = 20;
const SONGS = 8;

interface EventLine {
  readonly topic: string;
  readonly text: string;
  readonly state?: string;
  readonly queue_id?: number;
}

await work('phones', async ({ port, phones, singers, first }, say) => {
  const heard = new Map<string, number>();
  let asks = false;
  let informed = 0;

  const inform = async (phone: Client): Promise<void> => {
    await Promise.all([ask(phone, 'QUEUE', '{"t":"ok"'), ask(phone, 'MINE', '{"t":"ok"')]);
    informed += 1;
    if (informed % phones === 0) say({ is: 'informed', lastAtMs: Date.now() });
  };
  const overhear = (phone: Client, line: string): void => {
    const { topic, text, state, queue_id } = JSON.parse(line) as EventLine;
    if (topic === 'QUEUE') {
      if (asks) void inform(phone);
      return;
    }
    const what = topic === 'NOW' ? `NOW ${queue_id ?? '-'} ${state ?? ''}` : `${topic} ${text}`;
    const count = (heard.get(what) ?? 0) + 1;
    heard.set(what, count);
    if (count < phones) return;
    if (text === ASK) asks = true;
    say({ is: 'heard', what, lastAtMs: Date.now() });
  };
  const come = async (number: number): Promise<void> => {
    const phone: Client = await dial(port, (line) => {
      overhear(phone, line);
    });
    await phone.answer();
    await ask(phone, 'MODE json', '');
    await ask(phone, `HELLO Phone ${first + number}`, '{"t":"ok"');
    await ask(phone, 'WATCH all', '{"t":"ok"');
    if (number < singers) await ask(phone, `REQUEST ${1 + (number % SONGS)}`, '{"t":"ok"');
  };
  for (let number = 0; number < phones; number += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, phones - number) }, (_, at) => come(number + at)));
  say({ is: 'seated' });
});
