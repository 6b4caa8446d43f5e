/** now, skip, pause, resume, restart, as the DJ reads them. */
import type { Steered } from '../dj/results.ts';
import type { Printers } from './printer.ts';
import { nowLine } from './words.ts';

export const playerPrinters: Pick<Printers, 'now' | 'skip' | 'pause' | 'resume' | 'restart'> = {
  now: ({ now }) => [nowLine(now)],
  skip: (steered) => told(steered, 'Skipped', 'Skipped already'),
  pause: (steered) => told(steered, 'Paused', 'Paused already'),
  resume: (steered) => told(steered, 'Going on', 'It was not paused'),
  restart: (steered) => told(steered, 'From the beginning', 'It is at its beginning'),
};

function told({ outcome, now }: Steered, done: string, already: string): readonly string[] {
  return [`${outcome === 'done' ? done : already}. Now: ${nowLine(now)}`];
}
