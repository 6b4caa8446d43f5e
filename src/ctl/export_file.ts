/** export into a file: for the console, which has no stdout to send anywhere. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Reply } from './call.ts';
import { exportNights } from './export_nights.ts';
import type { Typed } from './program.ts';

/** Writes a file that was not there; resolves to what was wrong, or null. Of a file that did not become whole nothing is left. */
export async function exportTo(
  path: string,
  given: Typed['given'],
  ask: (given: Typed['given']) => Promise<Reply>,
): Promise<string | null> {
  const file = createWriteStream(resolve(path), { flags: 'wx' });
  try {
    await once(file, 'open');
  } catch (error) {
    return `Cannot write ${path}: ${(error as Error).message}`;
  }
  const refused: string[] = [];
  const refuse = ({ text }: { readonly text: string }): number => refused.push(text);
  try {
    // A disk that fills up is heard of by whoever writes next, and at the end.
    await Promise.all([finished(file), exportNights(given, ask, { refuse }, file).finally(() => file.end())]);
  } catch (error) {
    refused.push(`Cannot write ${path}: ${(error as Error).message}`);
  }
  const [wrong = null] = refused;
  if (wrong !== null) await unlink(resolve(path)).catch(() => undefined);
  return wrong;
}
