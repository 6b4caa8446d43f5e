/** Watching, and looking after the program. */
import type { VerbTable } from './spec.ts';

export const careVerbs = {
  watch: { group: 'care', help: 'what happens, as it happens; ends with Ctrl-C', args: {}, options: {} },
  version: { group: 'care', help: 'the versions of karaokectl and karaoked', args: {}, options: {} },
} as const satisfies VerbTable;
