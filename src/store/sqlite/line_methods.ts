/** How guests read the line. */
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { keepLine } from './kept_line.ts';
import { pageFrom } from './pages.ts';
import type { Transactions } from './transact.ts';

export function lineMethods(ground: Ground, { read }: Transactions): Pick<Store, 'line' | 'mine'> {
  const lineKept = keepLine(ground);
  return {
    line: (wanted) =>
      read(() => {
        const line = lineKept();
        const page = pageFrom(line.spots, wanted);
        return { ...page, rows: page.rows.map(line.placeAt) };
      }),
    mine: (guestId) =>
      read(() => {
        const line = lineKept();
        return line.mine(guestId).map(line.placeAt);
      }),
  };
}
