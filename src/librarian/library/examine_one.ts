/** One version examined, in the store's words. */
import type { Naming } from '../../party/naming.ts';
import { examine } from '../media/examine.ts';
import type { Unit } from '../media/formats.ts';
import type { Found } from './examining.ts';

export async function examineOne(path: string, unit: Unit, sizes: readonly number[], naming: Naming): Promise<Found> {
  const examined = await examine(path, unit, sizes, naming);
  if (!examined.ok) return { reason: examined.reason };
  const { artist, title, durationS, discId, format } = examined;
  return { song: { artist, title, durationS, discId, format } };
}
