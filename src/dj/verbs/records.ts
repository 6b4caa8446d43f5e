/** What was sung. */
import { page } from './spec.ts';
import type { VerbTable } from './spec.ts';

export const recordsVerbs = {
  history: { group: 'records', help: "tonight's songs, newest first", args: {}, options: page },
  export: {
    group: 'records',
    help: 'who sang what, as a file on stdout: tonight, or the last night',
    args: { form: { kind: 'csv-or-json', need: 'required', help: 'csv or json' } },
    options: {
      night: { kind: 'number', need: 'optional', help: 'another night: its number, as "status" shows it' },
      all: { kind: 'flag', need: 'optional', help: 'all nights' },
      after: { kind: 'number', need: 'optional', help: 'only what began after the play of this number' },
    },
  },
} as const satisfies VerbTable;
