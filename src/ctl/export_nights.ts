/** export, page by page: a frame of the control socket holds a megabyte, and a club's years hold more. */
import { once } from 'node:events';
import type { Results } from '../dj/results.ts';
import type { Reply } from './call.ts';
import { exportFile } from './export.ts';
import type { Output } from './output.ts';
import type { Typed } from './program.ts';

/** Writes the file to `to`; returns the exit code. A refusal after the first page is said too: what was written is then not all. */
export async function exportNights(
  given: Typed['given'],
  ask: (given: Typed['given']) => Promise<Reply>,
  output: Pick<Output, 'refuse'>,
  to: NodeJS.WritableStream = process.stdout,
): Promise<number> {
  const file = exportFile(given['form'] === 'json' ? 'json' : 'csv');
  const write = async (text: string): Promise<void> => {
    if (text !== '' && !to.write(text)) await once(to, 'drain');
  };
  for (let wanted = given; ;) {
    const reply = await ask(wanted);
    if (!reply.ok) return output.refuse(reply);
    const { rows, next } = reply.value as Results['export'];
    await write(file.page(rows));
    if (next === null) break;
    // The same night, though another may have begun by now.
    const night = given['all'] === null ? (rows[0]?.partyId ?? null) : null;
    wanted = { ...given, night, after: next };
  }
  await write(file.end());
  return 0;
}
