/** What was sung. */
import { page } from './spec.ts';
import type { VerbTable } from './spec.ts';

export const recordsVerbs = {
  history: { group: 'records', help: "tonight's songs, newest first", args: {}, options: page },
} as const satisfies VerbTable;
