/** One printer for each verb: what it answered, as lines. A verb without one does not compile. */
import type { Results } from '../dj/results.ts';
import type { Verb } from '../dj/verbs.ts';
import { banPrinters } from './bans.ts';
import { carePrinters } from './care.ts';
import { databasePrinters } from './database.ts';
import { guestPrinters } from './guests.ts';
import { hidingPrinters } from './hiding.ts';
import { libraryPrinters } from './library.ts';
import { linePrinters } from './line.ts';
import { missingPrinters } from './missing.ts';
import { partyPrinters } from './party.ts';
import { playerPrinters } from './player.ts';
import { recordPrinters } from './records.ts';
import { songPrinters } from './songs.ts';
import { undoPrinters } from './undo.ts';
import type { Printers } from './printer.ts';
import type { Screen } from './table.ts';

const PRINTERS: Printers = {
  ...partyPrinters,
  ...playerPrinters,
  ...linePrinters,
  ...undoPrinters,
  ...songPrinters,
  ...hidingPrinters,
  ...libraryPrinters,
  ...missingPrinters,
  ...guestPrinters,
  ...banPrinters,
  ...recordPrinters,
  ...databasePrinters,
  ...carePrinters,
};

/** The lines for what `verb` answered. */
export function print<V extends Verb>(verb: V, result: Results[V], screen: Screen): readonly string[] {
  return PRINTERS[verb](result, screen);
}
