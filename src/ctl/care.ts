/** watch, version, as the DJ reads them. */
import type { Printers } from './printer.ts';

export const carePrinters: Pick<Printers, 'watch' | 'version'> = {
  watch: () => [],
  version: ({ karaoked }) => [`karaoked ${karaoked}`],
};
